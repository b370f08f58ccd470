import type { Objection } from '../model/finding';
import { and, not, type Truth } from '../model/truth';
import type { View } from '../model/view';
import { type Written, WrittenInput } from '../model/written';
import {
  attributeRule,
  exampleOf,
  fixedWith,
  isGiven,
  keyInput,
  literalFacts,
  objectionTo,
  present,
  resourceRule,
  setAttribute,
} from './define';
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

/** Where a log goes, and what says that it may only go there if that is encrypted. */
const destinations = [
  ['logBucket', 'bucketEncrypted'],
  ['logGroup', 'groupEncrypted'],
] as const;

function unencryptedLogs(view: View): Objection[] {
  if (isShell(view) !== true) return [];
  return destinations.flatMap(([destination, encrypted]) => {
    if (isGiven(view, destination) !== true) return [];
    return literalFacts(view, encrypted)
      .filter(({ text }) => text === 'false')
      .map(({ fact }) =>
        objectionTo(view, fact, [
          {
            title: 'Log to an encrypted place only (the log group or the bucket has to be encrypted)',
            safety: 'review',
            changes: [setAttribute(view, encrypted, true)],
          },
        ]),
      );
  });
}

const logEncryption = resourceRule({
  id: 'ssm-session-log-encryption',
  recommendation: 'encrypt-at-rest',
  severity: 'information',
  fix: 'always',
  kinds: [document],
  check: unencryptedLogs,
  example: exampleOf(document, 'Preferences', { ...wellKept, groupEncrypted: false }),
});

export const rules = [encryption, logging, logEncryption];
export const kinds = [];
