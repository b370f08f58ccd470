import type { Words } from '../../model/rule';

const schema = 'https://docs.aws.amazon.com/systems-manager/latest/userguide/session-manager-schema.html';

export const words: Readonly<Record<string, Words>> = {
  'ssm-document-public': {
    title: 'The document {name} is shared with everybody.',
    why: 'All accounts of AWS can read it, with the names, addresses and commands that stand in it.',
    advice: 'Name the accounts that need it.',
    sources: [
      'https://docs.aws.amazon.com/config/latest/developerguide/ssm-document-not-public.html',
      'https://docs.aws.amazon.com/systems-manager/latest/APIReference/API_ModifyDocumentPermission.html',
    ],
    sameAs: { checkov: ['CKV_AWS_303'] },
  },
  'ssm-session-encryption': {
    title: 'The sessions of {name|the document} are encrypted by TLS alone.',
    why: 'With a KMS key, what is typed and shown is encrypted once more between the instance and the person, and a session takes a right to the key.',
    advice: 'Name a KMS key of your own.',
    sources: [
      schema,
      'https://docs.aws.amazon.com/systems-manager/latest/userguide/session-preferences-enable-encryption.html',
    ],
    sameAs: { checkov: ['CKV_AWS_112'] },
  },
  'ssm-session-logging': {
    title: 'Nothing that is typed in the sessions of {name|the document} is recorded.',
    why: 'A trail tells who opened a session, not what was done in it. On a shell, that is where data is looked at and carried away.',
    advice:
      'Name a log group or a bucket for the sessions. What appears on the screen is logged: let few people read it.',
    sources: [schema],
    sameAs: { checkov: ['CKV_AWS_113'] },
  },
  'ssm-session-log-encryption': {
    title: 'The sessions of {name|the document} may be logged to a log group without a KMS key.',
    why: 'The log shows whatever appeared on the screen. With this switch on, Session Manager insists on a log group that a key encrypts.',
    advice: 'Switch it on, and give the log group a KMS key.',
    sources: [
      schema,
      'https://docs.aws.amazon.com/systems-manager/latest/userguide/session-manager-logging.html',
      'https://docs.aws.amazon.com/AmazonS3/latest/userguide/default-encryption-faq.html',
    ],
    sameAs: { checkov: ['CKV_AWS_113'] },
  },
};
