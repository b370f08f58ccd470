import { describe, test } from 'node:test';
import { assertFindings } from '../../support/marked';

const rule = 'policy-public-access';
const about = new RegExp(`^${rule}$`);
const everyone = `⟦${rule}|*⟧`;

/** A bucket policy of some statements. */
function bucketPolicy(...statements: string[]): string {
  return `Resources:
  Policy:
    Type: AWS::S3::BucketPolicy
    Properties:
      Bucket: !ImportValue data
      PolicyDocument:
        Version: '2012-10-17'
        Statement:
${statements.map((statement) => `          - ${statement}`).join('\n')}
`;
}

const allow = (principal: string, more = '', resource = 'arn:aws:s3:::data/*') =>
  `{ Effect: Allow, Principal: "${principal}", Action: s3:GetObject, Resource: "${resource}"${more} }`;
const deny = (more: string) => `{ Effect: Deny, Resource: "*", ${more} }`;
const when = (condition: string) => `, Condition: { ${condition} }`;

/** Policies that look closed and are not, or look open and are not: what lets the whole world in is marked. */
const open: readonly [trick: string, ...statements: string[]][] = [
  ['a Deny of all but what is allowed', allow(everyone), deny('Principal: "*", NotAction: s3:GetObject')],
  [
    'a set operator that holds without its key',
    allow(everyone, when('"ForAllValues:StringEquals": { aws:PrincipalOrgID: o-a1b2c3d4e5 }')),
  ],
  [
    'an operator that is to hold if its key exists',
    allow(everyone, when('StringEqualsIfExists: { aws:PrincipalAccount: "111122223333" }')),
  ],
  [
    'a Deny for those alone who have an organization',
    allow(everyone),
    deny(
      'Principal: "*", Action: "s3:*", Condition: { StringNotEquals: { aws:PrincipalOrgID: o-a1b2c3d4e5 }, "Null": { aws:PrincipalOrgID: "false" } }',
    ),
  ],
  ['a folder for whoever asks', allow(everyone, '', 'arn:aws:s3:::data/${aws:PrincipalAccount}/*')],
  ['a Deny of nobody', allow(everyone), deny('NotPrincipal: { AWS: "*" }, Action: "s3:*"')],
  [
    'a Deny of those of one account',
    allow(everyone),
    deny('Principal: { AWS: "arn:aws:iam::444455556666:root" }, Action: "s3:*"'),
  ],
  [
    'the name of a role in any account',
    allow(everyone, when('ArnLike: { aws:PrincipalArn: "arn:aws:iam::*:role/reader" }')),
  ],
  [
    'a role of any account by a pattern of text',
    allow(everyone, when('StringLike: { aws:PrincipalArn: "arn:aws:*:role/team-*/reader" }')),
  ],
  ['half of all addresses', allow(everyone, when('IpAddress: { aws:SourceIp: [10.0.0.0/8, 0.0.0.0/1] }'))],
  [
    'a Deny of the other half',
    allow(everyone),
    deny('Principal: "*", Action: "s3:*", Condition: { NotIpAddress: { aws:SourceIp: 0.0.0.0/1 } }'),
  ],
  ['the account of the bucket', allow(everyone, when('StringEquals: { aws:ResourceAccount: "111122223333" }'))],
  ['a tag that everyone can give oneself', allow(everyone, when('StringEquals: { aws:PrincipalTag/team: data }'))],
  [
    'either of two tests of one key, one of which is wide',
    allow(everyone, when('StringLike: { aws:PrincipalOrgID: [o-a1b2c3d4e5, "o-*"] }')),
  ],
];

const closed: readonly [trick: string, ...statements: string[]][] = [
  ['a Deny of all but something else', allow('*'), deny('Principal: "*", NotAction: s3:PutObject')],
  [
    'a Deny that holds without its key',
    allow('*'),
    deny(
      'Principal: "*", Action: "s3:*", Condition: { StringNotEqualsIfExists: { aws:PrincipalOrgID: o-a1b2c3d4e5 } }',
    ),
  ],
  [
    'a set operator beside a test that the key is there',
    allow(
      '*',
      when(
        '"ForAllValues:StringEquals": { aws:PrincipalOrgID: o-a1b2c3d4e5 }, "Null": { aws:PrincipalOrgID: "false" }',
      ),
    ),
  ],
  [
    'the organization of the bucket by a variable',
    allow('*', when('StringEquals: { aws:PrincipalOrgID: "${aws:ResourceOrgID}" }')),
  ],
  [
    'the account of the bucket by a variable',
    allow('*', when('StringEquals: { aws:PrincipalAccount: "${aws:ResourceAccount}" }')),
  ],
  [
    'a Deny of all but one role',
    allow('*'),
    deny('NotPrincipal: { AWS: "arn:aws:iam::111122223333:role/a" }, Action: "s3:*"'),
  ],
  ['a role of one account', allow('*', when('ArnLike: { aws:PrincipalArn: "arn:aws:iam::111122223333:role/*" }'))],
  ['some addresses', allow('*', when('IpAddress: { aws:SourceIp: [10.0.0.0/8, 203.0.113.0/24] }'))],
];

describe('A policy that looks closed is seen to be open by', () => {
  for (const [trick, ...statements] of open) {
    test(trick, () => {
      assertFindings('template.yaml', bucketPolicy(...statements), about);
    });
  }
});

describe('A policy that looks open is seen to be closed by', () => {
  for (const [trick, ...statements] of closed) {
    test(trick, () => {
      assertFindings('template.yaml', bucketPolicy(...statements), about);
    });
  }
});
