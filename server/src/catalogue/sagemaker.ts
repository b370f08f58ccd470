import type { Attribute, Kind } from '../model/kind';
import { and, not } from '../model/truth';
import { WrittenInput } from '../model/written';
import { attributeRule, defaultsTo, equals, exampleOf, fixedWith, isGiven, keyRow, present } from './define';

const isolationPage = 'https://docs.aws.amazon.com/sagemaker/latest/dg/mkt-algo-model-internet-free.html';
const notebookDocumentation =
  'https://registry.terraform.io/providers/hashicorp/aws/latest/docs/resources/sagemaker_notebook_instance';

export const model: Kind = {
  id: 'sagemaker-model',
  title: 'SageMaker model',
  cloudformation: ['AWS::SageMaker::Model'],
  terraform: ['aws_sagemaker_model'],
  attributes: {
    role: { cloudformation: 'ExecutionRoleArn', terraform: 'execution_role_arn', type: 'text' },
    isolated: {
      cloudformation: 'EnableNetworkIsolation',
      terraform: 'enable_network_isolation',
      type: 'boolean',
      defaults: [{ is: { value: false }, source: isolationPage }],
    },
  },
};

/** A switch of a notebook, which is on unless it is switched off. */
function notebookSwitch(key: string, argument: string, page: string): Attribute {
  const words = { on: 'Enabled', off: ['Disabled'] };
  return {
    cloudformation: { path: key, words },
    terraform: { path: argument, words },
    type: 'boolean',
    defaults: defaultsTo(true, page, notebookDocumentation),
  };
}

export const notebook: Kind = {
  id: 'sagemaker-notebook-instance',
  title: 'SageMaker notebook instance',
  cloudformation: ['AWS::SageMaker::NotebookInstance'],
  terraform: ['aws_sagemaker_notebook_instance'],
  attributes: {
    instanceType: { cloudformation: 'InstanceType', terraform: 'instance_type', type: 'text' },
    subnet: { cloudformation: 'SubnetId', terraform: 'subnet_id', type: 'text' },
    groups: { cloudformation: 'SecurityGroupIds', terraform: 'security_groups', type: 'block' },
    key: keyRow({
      is: 'unknown',
      source:
        'https://docs.aws.amazon.com/AWSCloudFormation/latest/UserGuide/aws-resource-sagemaker-notebookinstance.html',
    }),
    rootAccess: notebookSwitch(
      'RootAccess',
      'root_access',
      'https://docs.aws.amazon.com/sagemaker/latest/dg/nbi-root-access.html',
    ),
    directInternet: {
      ...notebookSwitch(
        'DirectInternetAccess',
        'direct_internet_access',
        'https://docs.aws.amazon.com/sagemaker/latest/APIReference/API_CreateNotebookInstance.html',
      ),
      about: 'public',
    },
    metadataVersion: {
      cloudformation: 'InstanceMetadataServiceConfiguration.MinimumInstanceMetadataServiceVersion',
      terraform: 'instance_metadata_service_configuration.minimum_instance_metadata_service_version',
      type: 'text',
      defaults: [
        {
          is: { value: '1' },
          source:
            'https://docs.aws.amazon.com/AWSCloudFormation/latest/UserGuide/aws-properties-sagemaker-notebookinstance-instancemetadataserviceconfiguration.html',
        },
      ],
    },
  },
};

const isolation = attributeRule({
  id: 'sagemaker-model-isolation',
  recommendation: 'private-connectivity',
  severity: 'information',
  kind: model,
  requires: { isolated: equals(true) },
  safety: 'review',
  caution: 'the container reaches nothing, not even S3, and has no credentials',
  example: exampleOf(model, 'Model', { role: 'arn:aws:iam::111122223333:role/model', isolated: false }),
});

const wellKept = {
  instanceType: 'ml.t3.medium',
  subnet: 'subnet-0123456789abcdef0',
  groups: ['sg-0123456789abcdef0'],
  rootAccess: false,
  directInternet: false,
};

const rootAccess = attributeRule({
  id: 'sagemaker-notebook-root',
  recommendation: 'least-privilege',
  severity: 'information',
  kind: notebook,
  requires: { rootAccess: equals(false) },
  safety: 'review',
  caution: 'users can no longer install system packages; an instance that runs is stopped and started',
  example: exampleOf(notebook, 'Notebook', { ...wellKept, rootAccess: true }),
});

const inVpc = attributeRule({
  id: 'sagemaker-notebook-vpc',
  recommendation: 'private-connectivity',
  severity: 'information',
  kind: notebook,
  when: (one) => not(isGiven(one, 'subnet')),
  requires: {
    subnet: fixedWith(
      present,
      new WrittenInput('NotebookSubnet', 'The private subnet of the notebook instance', '^subnet-[0-9a-f]+$'),
    ),
    groups: fixedWith(present, [
      new WrittenInput('NotebookSecurityGroup', 'The security group of the notebook instance', '^sg-[0-9a-f]+$'),
    ]),
  },
  safety: 'input',
  example: exampleOf(notebook, 'Notebook', { instanceType: 'ml.t3.medium', rootAccess: false, directInternet: true }),
});

/** A notebook needs a subnet and a security group before it can do without the way that SageMaker provides. */
const directInternet = attributeRule({
  id: 'sagemaker-notebook-internet',
  recommendation: 'private-connectivity',
  severity: 'warning',
  fix: 'sometimes',
  kind: notebook,
  requires: {
    directInternet: {
      must: equals(false),
      fixed: (one) => (and(isGiven(one, 'subnet'), isGiven(one, 'groups')) ? false : undefined),
    },
  },
  safety: 'review',
  caution: 'packages, training and endpoints are reached through the VPC only',
  example: exampleOf(notebook, 'Notebook', { ...wellKept, directInternet: true }),
});

export const rules = [isolation, rootAccess, inVpc, directInternet];
export const kinds = [model, notebook];
