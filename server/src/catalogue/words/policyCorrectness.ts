import type { Words } from '../../model/rule';

const elements = 'https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_policies_elements';
const checks = 'https://docs.aws.amazon.com/IAM/latest/UserGuide/access-analyzer-reference-policy-checks.html';
const actionTables =
  'https://docs.aws.amazon.com/service-authorization/latest/reference/reference_policies_actions-resources-contextkeys.html';

export const words: Readonly<Record<string, Words>> = {
  'policy-unknown-action': {
    title: 'There is no action {written|of this name}{suggestion|}.',
    why: 'IAM accepts a policy with an action that does not exist, and the name matches nothing. In a Deny, what it should forbid stays allowed; in an Allow with NotAction, what it should leave out is allowed too.',
    advice:
      'Write the name as the Service Authorization Reference has it. AWS adds actions all the time: a name that the table of this tool lacks is reported only where one that exists is near, and either it holds a word that no action has or the two differ by a plural, where it is an operation of S3 that goes by another action, or where its service goes by another prefix.',
    sources: [`${elements}_action.html`, actionTables, checks],
    sameAs: {},
  },
  'policy-unknown-condition-key': {
    title: 'There is no condition key {written|of this name}{suggestion|}.',
    why: 'No request carries a key that does not exist, so the test never finds a value: a Deny with it denies nothing, or an Allow holds for everybody if the operator holds for a missing key.',
    advice:
      'Write the key as AWS has it. Keys of identity providers are not judged, nor those that may be newer than the table of this tool: a key is reported only where one that exists is near.',
    sources: [
      'https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_policies_condition-keys.html',
      actionTables,
      checks,
    ],
    sameAs: {},
  },
  'policy-unknown-operator': {
    title: 'There is no condition operator {written|of this name}{suggestion|}.',
    why: 'AWS refuses a policy with an operator that it does not know, so what the policy should protect stays as it was.',
    advice:
      'Write one of the condition operators of IAM. Null takes no IfExists, and sets are ForAnyValue and ForAllValues.',
    sources: [`${elements}_condition_operators.html`, checks],
    sameAs: {},
  },
  'policy-inapplicable-condition-key': {
    title: 'No request for the actions of this statement carries the condition key {written|it tests}.',
    why: 'A test of a key that is never there decides by its absence alone: a Deny denies nothing, an Allow allows nothing, and with a negated operator it is the other way around.',
    advice:
      'Test a key that the Service Authorization Reference lists for the actions, or give those that carry the key a statement of their own. Reported only where every action of the statement is known and none carries the key.',
    sources: [actionTables, `${elements}_condition.html`],
    sameAs: {},
  },
  'policy-operator-type': {
    title: '{problem|An operator or a value of a condition does not fit the key}.',
    why: 'An operator that does not fit the type of its key, or a value that does not fit the operator, compares things that are never equal: a Deny with it denies nothing, and a negated test always holds.',
    advice: 'Use the operator for the type of the key, and a value of that type.',
    sources: [
      `${elements}_condition_operators.html`,
      'https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_policies_condition-keys.html',
      checks,
    ],
    sameAs: {},
  },
  'policy-literal-wildcard': {
    title: 'To {operator|this operator} a wildcard is a plain character.',
    why: 'StringEquals and its kin compare texts character by character: the * matches a * and nothing else. A Deny with it denies nothing, and a negated test always holds.',
    advice: 'Use StringLike or StringNotLike, or ArnLike for ARNs, where a wildcard is meant.',
    sources: [`${elements}_condition_operators.html`],
    sameAs: {},
  },
  'policy-set-operator': {
    title: '{problem|A set operator is for keys of which a request may carry several values}.',
    why: 'Operators for sets are for keys with several values, which require one. ForAllValues holds where a request lacks the key, which opens an Allow; ForAnyValue does not hold there, which makes a negated test in a Deny idle.',
    advice:
      'Leave the prefix out for keys with a single value, or ask for the key with Null. Write ForAnyValue or ForAllValues for keys with several.',
    sources: [
      'https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_policies_condition-single-vs-multi-valued-context-keys.html',
      checks,
    ],
    sameAs: {},
  },
  'policy-malformed-arn': {
    title: '{problem|An ARN of the policy is not well-formed}.',
    why: 'A resource or principal by a malformed ARN is none: AWS refuses the policy, or the statement applies to nothing, and a Deny denies nothing.',
    advice:
      'Write the ARN as arn:partition:service:region:account:resource, with the parts that ARNs of the service have.',
    sources: [
      'https://docs.aws.amazon.com/IAM/latest/UserGuide/reference-arns.html',
      `${elements}_principal.html`,
      actionTables,
      checks,
    ],
    sameAs: {},
  },
  'policy-arn-partition': {
    title: '{problem|An ARN of the policy names the wrong partition}.',
    why: 'Resources in China and in GovCloud are in partitions of their own. An ARN with another partition matches none of them, so a Deny denies nothing.',
    advice:
      'Write the partition that the Region belongs to, or take it from AWS::Partition or the data source aws_partition.',
    sources: ['https://docs.aws.amazon.com/IAM/latest/UserGuide/reference-arns.html', checks],
    sameAs: {},
  },
  'policy-language-version': {
    title: '{problem|The policy is not in the current version of its language}.',
    why: 'Without Version 2012-10-17 a policy is read by the rules of 2008, which know no policy variables: ${aws:username} is then plain text, and a statement with it applies to nobody.',
    advice: 'Write Version 2012-10-17 in every policy. It does not change with the policy.',
    sources: [
      `${elements}_version.html`,
      'https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_policies_variables.html',
    ],
    sameAs: {},
  },
  'policy-statement-id': {
    title: '{problem|A statement has an id that it cannot have}.',
    why: 'The ids of the statements in a policy have to differ, and IAM takes letters and digits only. A policy that is refused leaves in force what was there before.',
    advice: 'Give each statement an id of its own, or none.',
    sources: [`${elements}_sid.html`, checks],
    sameAs: {},
  },
  'policy-elements': {
    title: '{problem|A statement of the policy is not one that AWS accepts}.',
    why: 'AWS refuses a policy with a name or an effect that it does not know, or without an element that it needs, so what the policy should protect stays as it was.',
    advice:
      'Write the elements as the grammar of IAM has them. Policies of resources and roles name principals; policies of identities are about whoever has them, and name resources.',
    sources: [
      'https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_policies_grammar.html',
      `${elements}.html`,
      checks,
    ],
    sameAs: {},
  },
  'policy-never-applies': {
    title: '{problem|A part of the policy never applies}.',
    why: 'Where no resource of a statement is one that the action works on, or its conditions contradict each other, the statement says nothing: a Deny leaves open what it should forbid.',
    advice:
      'Name the resources that the action works on: a bucket for s3:ListBucket, its objects for s3:GetObject, and * for actions that cannot be limited. Leave to other policies what is of other services. Tell private networks by aws:SourceVpc, aws:SourceVpce or aws:VpcSourceIp.',
    sources: [actionTables, `${elements}_resource.html`, checks],
    sameAs: {},
  },
  'policy-size': {
    title: 'The policy takes at least {length|too many} characters, and {most|fewer} are allowed.',
    why: 'AWS refuses a policy over its quota, and what it should protect stays as it was.',
    advice:
      'Split the policy, or say the same with fewer statements. White space counts in some places; here it is left out.',
    sources: [
      'https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_iam-quotas.html',
      'https://docs.aws.amazon.com/organizations/latest/userguide/orgs_reference_limits.html',
      'https://docs.aws.amazon.com/AmazonS3/latest/userguide/bucket-policies.html',
      'https://docs.aws.amazon.com/AWSSimpleQueueService/latest/SQSDeveloperGuide/quotas-policies.html',
      'https://docs.aws.amazon.com/vpc/latest/privatelink/vpc-limits-endpoints.html',
      'https://docs.aws.amazon.com/kms/latest/APIReference/API_PutKeyPolicy.html',
    ],
    sameAs: {},
  },
};
