import type { Words } from '../../model/rule';

const inWords: Omit<Words, 'sources' | 'sameAs'> = {
  title: 'Databases with the parameters of {name|the group} do not log their statements.',
  why: 'Who made a user, gave a right or dropped a table cannot be told afterwards.',
  advice:
    'Log definitions (ddl), or audit with pgaudit. More than that brings data and passwords into the log: think of who may read it, and set passwords without writing them in statements.',
};
const page =
  'https://docs.aws.amazon.com/AmazonRDS/latest/UserGuide/USER_LogAccess.Concepts.PostgreSQL.Query_Logging.html';

export const words: Readonly<Record<string, Words>> = {
  'rds-parameter-statement-log': { ...inWords, sources: [page], sameAs: { checkov: ['CKV2_AWS_30'] } },
  'rds-cluster-parameter-statement-log': { ...inWords, sources: [page], sameAs: { checkov: ['CKV2_AWS_27'] } },
};
