import { and, not, type Truth } from '../model/truth';
import type { View } from '../model/view';
import { type Written, WrittenInput } from '../model/written';
import { attributeRule, exampleOf, fixedWith, isGiven, keyInput, present, setAttribute, valueRule } from './define';
import { document } from './ssm';

/** Whether a document holds the preferences of sessions in a shell. Those that forward ports have none. */
function isShell(view: View): Truth {
  return view.is('sessionType', (type) => type === 'Standard_Stream');
}

const wellKept: Readonly<Record<string, Written>> = {
  name: 'SSM-SessionManagerRunShell',
  type: 'Session',
  schemaVersion: '1.0',
  sessionType: 'Standard_Stream',
  sessionKey: 'alias/sessions',
  logGroup: 'sessions',
  groupEncrypted: true,
};

function without(name: string): Readonly<Record<string, Written>> {
  return Object.fromEntries(Object.entries(wellKept).filter(([key]) => key !== name));
}

/** TLS is there without it: the key is a second layer, and a second right that who starts a session needs. */
const encryption = attributeRule({
  id: 'ssm-session-encryption',
  recommendation: 'encrypt-in-transit',
  severity: 'information',
  kind: document,
  when: isShell,
  requires: { sessionKey: fixedWith(present, keyInput('SessionKeyArn', 'for the sessions')) },
  safety: 'input',
  caution: 'instances and those who start sessions need rights to the key, which costs',
  example: exampleOf(document, 'Preferences', without('sessionKey')),
});

const logging = attributeRule({
  id: 'ssm-session-logging',
  recommendation: 'log-activity',
  severity: 'information',
  kind: document,
  when: (view) => and(isShell(view), not(isGiven(view, 'logBucket'))),
  requires: {
    logGroup: fixedWith(
      present,
      new WrittenInput('SessionLogGroup', 'The name of the log group for sessions', '^[\\w./#-]{1,512}$'),
    ),
  },
  safety: 'input',
  caution: 'storing logs costs; instances need rights to the log group',
  example: exampleOf(document, 'Preferences', without('logGroup')),
});

/** What insists on a log group with a key. Buckets need nothing of the sort: S3 encrypts all of them. */
const logEncryption = valueRule({
  id: 'ssm-session-log-encryption',
  recommendation: 'encrypt-at-rest',
  severity: 'information',
  fix: 'always',
  kind: document,
  attribute: 'groupEncrypted',
  isWrong: (text) => text === 'false',
  when: (view) => and(isShell(view), isGiven(view, 'logGroup')),
  remedies: (view) => [
    {
      title: 'Log to an encrypted log group only (the log group has to have a KMS key)',
      safety: 'review',
      changes: [setAttribute(view, 'groupEncrypted', true)],
    },
  ],
  example: exampleOf(document, 'Preferences', { ...wellKept, groupEncrypted: false }),
});

export const rules = [encryption, logging, logEncryption];
export const kinds = [];
