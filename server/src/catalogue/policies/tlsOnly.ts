import type { Objection, Remedy, Severity } from '../../model/finding';
import type { Kind } from '../../model/kind';
import type { Policy } from '../../model/policy';
import type { Resource } from '../../model/resource';
import type { ResourceRule } from '../../model/rule';
import type { Truth } from '../../model/truth';
import { textOf } from '../../model/value';
import type { PolicyFact, View, World } from '../../model/view';
import type { Written } from '../../model/written';
import { resourceRule, setAttribute } from '../define';
import { nearMissOf } from './nearMiss';
import { clientRequests, type Guarded, refuses } from './refusal';
import type { Request } from './request';

/*
 * Which services have a rule. One is worth having where the service still takes plain HTTP, as the protocols in its
 * table of endpoints say (AWS General Reference, https://docs.aws.amazon.com/general/latest/gr/), and where a policy of
 * the resource can refuse it.
 *
 * | service                     | takes plain HTTP                     | rule                                         |
 * | S3 buckets                  | s3.html: HTTP and HTTPS              | s3-bucket-tls-only                           |
 * | SNS topics                  | sns.html: HTTP and HTTPS             | sns-topic-tls-only                           |
 * | SQS queues                  | sqs-service.html: HTTP and HTTPS     | sqs-queue-tls-only                           |
 * | DynamoDB tables             | ddb.html: HTTP and HTTPS             | dynamodb-table-tls-only                      |
 * | EFS                         | NFS, with or without TLS [1]         | efs-tls-only                                 |
 * | OpenSearch                  | unless the endpoint is told not to   | opensearch-https-only, on an attribute       |
 * | Glacier vaults              | s3glacier.html: HTTP and HTTPS       | none: for who already has vaults only [2]    |
 * | MediaStore containers       | yes                                  | none: the service has ended [3]              |
 * | S3 access points            | no: HTTPS only [4]                   | none                                         |
 * | S3 Multi-Region ones        | no: TLS 1.2 at least [5]             | none                                         |
 * | S3 directory buckets        | no: HTTPS only [6]                   | none                                         |
 * | S3 table buckets            | no: HTTP is redirected [7]           | none                                         |
 * | KMS, Secrets Manager        | no: kms.html, asm.html               | none                                         |
 * | Kinesis, Backup             | no: ak.html, bk.html                 | none                                         |
 * | Lambda, EventBridge         | no: lambda-service.html, ev.html     | none                                         |
 * | ECR, CodeArtifact           | no: ecr.html, codeartifact.html      | none                                         |
 * | Glue, Redshift              | no: glue.html, redshift-service.html | none                                         |
 * | API Gateway                 | no: HTTPS only [8]                   | none                                         |
 * | S3 vector buckets           | no page says so                      | none                                         |
 *
 * [1] https://docs.aws.amazon.com/efs/latest/ug/iam-access-control-nfs-efs.html
 * [2] https://docs.aws.amazon.com/amazonglacier/latest/dev/amazon-glacier-accessing.html
 * [3] https://docs.aws.amazon.com/mediastore/latest/ug/policies-examples-public-https.html
 * [4] https://docs.aws.amazon.com/AmazonS3/latest/userguide/access-points-restrictions-limitations.html
 * [5] https://docs.aws.amazon.com/AmazonS3/latest/userguide/MultiRegionAccessPointRestrictions.html
 * [6] https://docs.aws.amazon.com/AmazonS3/latest/userguide/s3-express-data-protection.html
 * [7] https://docs.aws.amazon.com/AmazonS3/latest/userguide/s3-tables-restrictions.html
 * [8] https://docs.aws.amazon.com/apigateway/latest/developerguide/data-protection-encryption.html
 */

/** What it takes to keep some requests from a kind of resource in its policy. */
export interface TlsSubject extends Guarded {
  /** The kind, with an attribute `policy`. */
  readonly kind: Kind;
  /** The resources of their own that hold its policy, with attributes `policy` and `of`. */
  readonly policyKinds: readonly Kind[];
  /** What a statement has to name, as a fix writes it; nothing where statements need not name anything. */
  readonly resources: (resource: Resource) => Written | undefined;
  /** The same for a policy that is not that of one resource in sight; `undefined` where it does not tell. */
  readonly resourcesIn: (policy: Policy) => Written | undefined;
  /** Why a fix wants a look first, where it does; of a resource out of sight, without one. */
  readonly caution?: (resource?: View) => string | undefined;
}

/** Requests that a policy is to refuse, and the condition that does. */
export interface Barrier {
  readonly sid: string;
  readonly requests: Request;
  readonly condition: Written;
  /** The fix in words, for a policy that is there and for one that is not. */
  readonly titles: { readonly add: string; readonly create: string };
  /** Why a fix wants a look first, whatever the resource. */
  readonly caution?: string;
}

/** Services want the ids of a policy's statements to differ, so this one is not among those that people copy. */
export const plainHttp: Barrier = {
  sid: 'RefusePlainHttp',
  requests: clientRequests({ 'aws:SecureTransport': 'false' }),
  condition: { Bool: { 'aws:SecureTransport': 'false' } },
  titles: { add: 'Deny plain HTTP in the policy', create: 'Add a policy that denies plain HTTP' },
};

type WrittenPolicy = Extract<PolicyFact, { state: 'written' }>;

/**
 * The rule that a policy denies requests without TLS. It is about the resource, and about policies of their own whose
 * resource is out of sight.
 */
export function tlsOnlyRule(
  subject: TlsSubject,
  rule: Pick<ResourceRule, 'id' | 'severity' | 'fix' | 'example'> & {
    /** How bad it is for a resource, where that is not what the rule says in general. */
    readonly severityOf?: (resource: View) => Severity | undefined;
    /** Whether it is asked of a resource at all; of every one, without it. */
    readonly isAsked?: (resource: View) => boolean;
  },
): ResourceRule {
  const { severityOf, isAsked, ...parts } = rule;
  return resourceRule({
    ...parts,
    recommendation: 'encrypt-in-transit',
    kinds: [subject.kind, ...subject.policyKinds],
    check(view, world) {
      if (isAsked?.(view) === false) return [];
      const severity = severityOf?.(view);
      const found = withoutBarrier(view, subject, plainHttp, world);
      return severity ? found.map((objection) => ({ ...objection, severity })) : found;
    },
    ...(!isAsked && { isMet: (view: View) => isBarred(view, subject, plainHttp) }),
  });
}

/** What is missing in the policies of a resource, or in a policy whose resource is out of sight, to refuse requests. */
export function withoutBarrier(view: View, subject: TlsSubject, barrier: Barrier, world: World): Objection[] {
  const owner = view.kind === subject.kind ? view : undefined;
  const policies = policiesAt(view, subject, world);
  if ((!owner && policies.length === 0) || isBarred(view, subject, barrier) !== false) return [];
  if (!owner && mayBeReplaced(view, subject, barrier, world)) return [];
  if (owner && policies.length === 0) return [withoutPolicy(owner, subject, barrier)];
  return policies
    .filter(({ policy }) => !refuses(policy, barrier.requests, subject, owner))
    .map((fact) => withoutStatement(view, fact, subject, barrier, world));
}

/** Whether the policies of a resource refuse some requests. Any one of them may hold the statement. */
function isBarred(view: View, subject: TlsSubject, { requests }: Barrier): Truth {
  const owner = view.kind === subject.kind ? view : undefined;
  const facts = view.policies('policy');
  if (facts.length > 0 && facts.every(({ state }) => state === 'absent')) return false;
  const written = writtenPolicies(view);
  const answers = written.map((fact) => ({ fact, barred: refuses(fact.policy, requests, subject, owner) }));
  if (answers.some(({ fact, barred }) => barred && fact.likelihood === 'certain')) return true;
  if (written.length < facts.length || answers.some(({ barred }) => barred === undefined)) return undefined;
  return answers.some(({ barred }) => !barred) ? false : undefined;
}

/** The policies to be judged at a resource, or at a policy whose resource is out of sight. */
export function policiesAt(view: View, { kind }: TlsSubject, world: World): readonly WrittenPolicy[] {
  return view.kind !== kind && world.ownersOf(view.resource, kind).length > 0 ? [] : writtenPolicies(view);
}

function writtenPolicies(view: View): readonly WrittenPolicy[] {
  return view.policies('policy').filter((fact): fact is WrittenPolicy => fact.state === 'written');
}

/** Whether another policy that refuses the requests may be of the same resource: the last to be deployed is in force. */
function mayBeReplaced(policy: View, subject: TlsSubject, barrier: Barrier, world: World): boolean {
  return world
    .views(policy.kind)
    .some((other) => other !== policy && mayBeOfOne(policy, other) && isBarred(other, subject, barrier) !== false);
}

/** Whether two policies may be of one resource: not if both say of which, in different words. */
function mayBeOfOne(one: View, other: View): boolean {
  const told = (policy: View) => policy.facts('of').map(({ value }) => textOf(value));
  const [ours, theirs] = [told(one), told(other)];
  const areTold = ![...ours, ...theirs].includes(undefined);
  return !areTold || ours.some((text) => theirs.includes(text));
}

function withoutPolicy(resource: View, subject: TlsSubject, barrier: Barrier): Objection {
  const restated = resource.kind.withoutPolicy?.statements?.(resource.resource) ?? [];
  const statement = denial(subject, subject.resources(resource.resource), barrier);
  const value = { Version: '2012-10-17', Statement: [...restated, statement] };
  return {
    origin: resource.resource.nameOrigin,
    written: false,
    likelihood: resource.resource.likelihood,
    resource: resource.resource,
    remedies: [
      remedy(barrier.titles.create, cautionOf(subject, barrier, resource), [setAttribute(resource, 'policy', value)]),
    ],
  };
}

function withoutStatement(
  view: View,
  { policy, likelihood }: WrittenPolicy,
  subject: TlsSubject,
  barrier: Barrier,
  world: World,
): Objection {
  const owner = view.kind === subject.kind ? view : undefined;
  const isOfOne = owner && !isShared(policy, owner, world);
  const names = isOfOne ? subject.resources(owner.resource) : subject.resourcesIn(policy);
  const nearMiss = barrier === plainHttp ? nearMissOf(policy, subject, names, owner) : undefined;
  const caution = cautionOf(subject, barrier, owner);
  const remedies: Remedy[] = [];
  if (nearMiss) {
    const opening = nearMiss.deniesTls ? 'requests over TLS are no longer denied' : caution;
    remedies.push(remedy('Mend the statement that denies plain HTTP', opening, nearMiss.changes));
  }
  // Beside a statement that denies TLS, one that denies plain HTTP would leave no way in.
  if (!nearMiss?.deniesTls && (names !== undefined || subject.isEverything(undefined))) {
    const statement = denial(subject, names, barrier);
    remedies.push(remedy(barrier.titles.add, caution, [{ kind: 'addStatement', policy, statement }]));
  }
  return {
    origin: nearMiss?.origin ?? policy.statementKey,
    written: false,
    likelihood,
    resource: view.resource,
    details: wordsFor(view, subject),
    remedies,
  };
}

/** What a message calls the resource: by its policy, where only that is in sight. */
export function wordsFor({ kind, resource }: View, subject: TlsSubject): Readonly<Record<string, string>> {
  return { name: kind === subject.kind ? resource.name : `of ${resource.name}` };
}

/** Whether a policy is that of another resource as well. */
function isShared({ holder }: Policy, resource: View, world: World): boolean {
  return world.ownersOf(holder, resource.kind).some((other) => other !== resource);
}

function cautionOf(subject: TlsSubject, barrier: Barrier, resource?: View): string | undefined {
  return barrier.caution ?? subject.caution?.(resource);
}

function remedy(title: string, caution: string | undefined, changes: Remedy['changes']): Remedy {
  return caution ? { title: `${title} (${caution})`, safety: 'review', changes } : { title, safety: 'safe', changes };
}

/** The statement that denies some requests. */
export function denial({ action }: Guarded, resources: Written | undefined, barrier = plainHttp): Written {
  return {
    Sid: barrier.sid,
    Effect: 'Deny',
    Principal: '*',
    Action: action,
    ...(resources !== undefined && { Resource: resources }),
    Condition: barrier.condition,
  };
}
