import type { Words } from '../../model/rule';
import { ownKeyWords } from './ownKey';

const userGuide = 'https://docs.aws.amazon.com/AWSCloudFormation/latest/UserGuide';
const reference = 'https://docs.aws.amazon.com/sagemaker/latest/APIReference';
const otherwise = 'Where no key is named, SageMaker and the services that it stores with choose one.';

export const words: Readonly<Record<string, Words>> = {
  'sagemaker-endpoint-kms-key': {
    ...ownKeyWords({
      what: 'endpoint {name}',
      otherwise: `The volumes of the instances hold the model and what it works on. ${otherwise}`,
      advice: 'Name a KMS key, except for instance types with storage of their own, which a module of theirs encrypts.',
      sources: [
        'https://docs.aws.amazon.com/config/latest/developerguide/sagemaker-endpoint-config-kms-key-required.html',
        `${userGuide}/aws-resource-sagemaker-endpointconfig.html`,
      ],
      sameAs: {
        checkov: ['CKV_AWS_98'],
        cdkNag: [
          'HIPAA.Security-SageMakerEndpointConfigurationKMSKeyConfigured',
          'NIST.800.53.R4-SageMakerEndpointConfigurationKMSKeyConfigured',
          'NIST.800.53.R5-SageMakerEndpointConfigurationKMSKeyConfigured',
          'PCI.DSS.321-SageMakerEndpointConfigurationKMSKeyConfigured',
        ],
        guard: ['SAGEMAKER_ENDPOINT_CONFIGURATION_KMS_KEY_CONFIGURED'],
        cfnNag: ['W1200'],
      },
    }),
    title: 'No key of yours encrypts the volumes of the endpoint {name}.',
  },
  'sagemaker-notebook-kms-key': {
    ...ownKeyWords({
      what: 'notebook {name}',
      otherwise: `The volume holds notebooks, data and credentials of whoever works there. ${otherwise}`,
      advice: 'Name a KMS key when the notebook instance is made; later it takes a new one.',
      sources: [
        `${reference}/API_CreateNotebookInstance.html`,
        `${userGuide}/aws-resource-sagemaker-notebookinstance.html`,
      ],
      sameAs: {
        checkov: ['CKV_AWS_22', 'CKV_AWS_187'],
        cdkNag: [
          'AwsSolutions-SM2',
          'HIPAA.Security-SageMakerNotebookInstanceKMSKeyConfigured',
          'NIST.800.53.R4-SageMakerNotebookInstanceKMSKeyConfigured',
          'NIST.800.53.R5-SageMakerNotebookInstanceKMSKeyConfigured',
          'PCI.DSS.321-SageMakerNotebookInstanceKMSKeyConfigured',
        ],
        guard: ['SAGEMAKER_NOTEBOOK_INSTANCE_KMS_KEY_CONFIGURED'],
        cfnNag: ['W1201'],
      },
    }),
    title: 'No key of yours encrypts the volume of the notebook {name}.',
  },
  'sagemaker-domain-kms-key': ownKeyWords({
    what: 'file system of the domain {name}',
    otherwise: 'SageMaker encrypts it, without a key of yours with one that AWS manages.',
    advice: 'Name a KMS key when the domain is made; later it takes a new domain.',
    sources: [`${userGuide}/aws-resource-sagemaker-domain.html`],
    sameAs: { checkov: ['CKV_AWS_187'] },
  }),
  'sagemaker-data-quality-output-kms-key': {
    ...ownKeyWords({
      what: 'output of the job {name}',
      otherwise,
      advice: 'Name a KMS key for the output.',
      sources: [`${reference}/API_MonitoringOutputConfig.html`],
      sameAs: { checkov: ['CKV_AWS_367'] },
    }),
    title: 'No key of yours encrypts the output of the job {name}.',
  },
  'sagemaker-data-quality-volume-kms-key': {
    ...ownKeyWords({
      what: 'volumes of the job {name}',
      otherwise,
      advice: 'Name a KMS key for the volumes of the instances.',
      sources: [`${userGuide}/aws-properties-sagemaker-dataqualityjobdefinition-clusterconfig.html`],
      sameAs: { checkov: ['CKV_AWS_368'] },
    }),
    title: 'No key of yours encrypts the volumes of the job {name}.',
  },
  'sagemaker-flow-kms-key': {
    ...ownKeyWords({
      what: 'answers of the reviewers of {name}',
      otherwise,
      advice: 'Name a KMS key for the output.',
      sources: [`${reference}/API_FlowDefinitionOutputConfig.html`],
      sameAs: { checkov: ['CKV_AWS_372'] },
    }),
    title: 'No key of yours encrypts what reviewers of {name|the flow} write.',
  },
};
