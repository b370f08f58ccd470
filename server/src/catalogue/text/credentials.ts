import type { Objection } from '../../model/finding';
import type { TextPlace } from '../../model/resource';
import { exampleOf, textRule } from '../define';
import { instance } from '../ec2Instances';

/** The id of an access key, which AWS begins with four letters of its own. */
const accessKeyId = /(?<![A-Za-z\d/+])A[KS]IA[A-Z2-7]{16}(?![A-Za-z\d/+=])/g;

/** A secret access key, where its name stands before it. */
const secretAccessKey = /aws_?secret_?(?:access_?)?key["']?\s*[:=]\s*["']?([A-Za-z\d/+]{40})(?![A-Za-z\d/+=])/gi;

/** The line that a private key begins with, where the key follows and no placeholder. */
const privateKey = /-----BEGIN (?:[A-Z]+ )?PRIVATE KEY-----(?=(?:\s|\\n)*[A-Za-z\d+/=]{32})/g;

/** Whether a key is made up, to show where one goes: `AKIAXXXXXXXXXXXXXXXX`. */
function isMadeUp(key: string): boolean {
  return key.includes('EXAMPLE') || /(.)\1{5}/.test(key);
}

/** The credentials in a text, each with what a person calls it. */
function* credentialsIn(text: string): Generator<{ start: number; end: number; credential: string }> {
  if (!/A[KS]IA|secret|PRIVATE KEY/i.test(text)) return;
  for (const { 0: id, index } of text.matchAll(accessKeyId)) {
    if (!isMadeUp(id)) yield { start: index, end: index + id.length, credential: 'the ID of an access key' };
  }
  for (const { 0: all, 1: key = '', index } of text.matchAll(secretAccessKey)) {
    if (isMadeUp(key)) continue;
    yield { start: index + all.length - key.length, end: index + all.length, credential: 'a secret access key' };
  }
  for (const { 0: line, index } of text.matchAll(privateKey)) {
    yield { start: index, end: index + line.length, credential: 'a private key' };
  }
}

function check(place: TextPlace): Objection[] {
  return [...credentialsIn(place.text)].map(({ start, end, credential }) => ({
    origin: place.within(start, end),
    written: true,
    likelihood: 'certain',
    ...(place.resource && { resource: place.resource }),
    remedies: [],
    details: { credential },
  }));
}

/** What to put in its place depends on what reads it; the credential is known by now and has to be withdrawn. */
export const noCredentials = textRule({
  id: 'no-credentials-in-text',
  recommendation: 'protect-credentials',
  severity: 'error',
  fix: 'none',
  check,
  example: exampleOf(instance, 'Server', {
    image: 'ami-0123456789abcdef0',
    role: 'server',
    userData: '#!/bin/sh\nexport AWS_ACCESS_KEY_ID=AKIAABCDEFGHIJKLMNOP\n',
  }),
});
