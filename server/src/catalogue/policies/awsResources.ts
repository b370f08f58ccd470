import { type Written, WrittenRegion, WrittenText } from '../../model/written';
import { coveredBy } from './statements';

/** What AWS keeps in accounts of its own and the everyday use of a service reads. */
export interface AwsResources {
  readonly actions: readonly string[];
  /** ARNs; `REGION` stands for the Region of the endpoint. */
  readonly arns: readonly string[];
  /** Whether the requests for it are not signed, or by somebody else: then nobody can be asked for their account. */
  readonly isForAnyone?: true;
}

/** A Region by its name, or the one a document is deployed to. */
export type Region = string | WrittenRegion;

/**
 * What a boundary around the resources of an organisation has to let through, by IAM prefix, as AWS publishes it.
 * See https://github.com/aws-samples/data-perimeter-policy-examples/tree/main/vpc_endpoint_policies and, for the
 * actions, the pages beside them in `service_specific_guidance`.
 */
const known: Readonly<Record<string, AwsResources>> = {
  cloudformation: {
    actions: ['cloudformation:CreateChangeSet'],
    arns: ['arn:aws:cloudformation:REGION:aws:transform/*'],
  },
  ec2: {
    actions: [
      'ec2:RunInstances',
      'ec2:CreateReplaceRootVolumeTask',
      'ec2:CreateTags',
      'ec2:DeleteTags',
      'ec2:GetManagedPrefixListEntries',
    ],
    arns: ['arn:aws:ec2:*::image/*', 'arn:aws:ec2:*:aws:prefix-list/*'],
  },
  // The images of AWS lie in accounts that differ by service and Region, so pulling is not held to anybody's.
  ecr: { actions: ['ecr:BatchGetImage', 'ecr:GetDownloadUrlForLayer'], arns: ['arn:aws:ecr:*:*:repository/*'] },
  iam: { actions: ['iam:*'], arns: ['arn:aws:iam::aws:policy/*'] },
  imagebuilder: {
    actions: ['imagebuilder:GetComponent', 'imagebuilder:GetImage'],
    arns: ['arn:aws:imagebuilder:REGION:aws:component/*', 'arn:aws:imagebuilder:REGION:aws:image/*'],
  },
  iot: { actions: ['iot:*'], arns: ['arn:aws:iot:*:*:jobtemplate/*'] },
  // The same holds for the layers of AWS.
  lambda: { actions: ['lambda:GetLayerVersion'], arns: ['arn:aws:lambda:*:*:layer:*'] },
  // Package repositories, agents and image layers: fetched without a signature, or with one of AWS's own.
  s3: {
    actions: ['s3:GetObject'],
    arns: [
      'amazonlinux-2-repos-REGION',
      'al2023-repos-REGION-de612dc2',
      'aws-ssm-REGION',
      'amazon-ssm-REGION',
      'amazon-ssm-packages-REGION',
      'aws-ssm-document-attachments-REGION',
      'patch-baseline-snapshot-REGION',
      'amazoncloudwatch-agent-REGION',
      'aws-codedeploy-REGION',
      'prod-REGION-starport-layer-bucket',
    ].map((bucket) => `arn:aws:s3:::${bucket}/*`),
    isForAnyone: true,
  },
  ssm: {
    actions: [
      'ssm:Describe*',
      'ssm:List*',
      'ssm:Get*',
      'ssm:SendCommand',
      'ssm:CreateAssociation',
      'ssm:StartSession',
      'ssm:StartChangeRequestExecution',
      'ssm:StartAutomationExecution',
    ],
    arns: [
      'arn:aws:ssm:REGION::parameter/aws/*',
      'arn:aws:ssm:REGION::document/*',
      'arn:aws:ssm:*::automation-definition/*',
    ],
  },
};

/** What AWS keeps for some services, with ARNs as a policy has them; those without a Region that is known are left out. */
export function awsResourcesOf(
  prefixes: readonly string[],
  region: Region | undefined,
): readonly { resources: AwsResources; arns: readonly Written[] }[] {
  return prefixes.flatMap((prefix) => {
    const resources = known[prefix];
    const arns = resources?.arns.flatMap((arn) => inRegion(arn, region) ?? []) ?? [];
    return resources && arns.length > 0 ? [{ resources, arns }] : [];
  });
}

/** Whether an action reads what AWS may keep for its users under an ARN. */
export function isKeptByAws(prefix: string, action: string, arn: string): boolean {
  const { actions = [], arns = [] } = known[prefix] ?? {};
  return (
    actions.some((pattern) => coveredBy(pattern)(action)) &&
    arns.some((one) => new RegExp(`^${one.replace(/\*|REGION/g, '.*')}$`).test(arn))
  );
}

function inRegion(arn: string, region: Region | undefined): Written | undefined {
  const [before = '', after] = arn.split('REGION');
  if (after === undefined || region === undefined) return after === undefined ? arn : undefined;
  return region instanceof WrittenRegion ? new WrittenText([before, region, after]) : before + region + after;
}
