import type { Default, Kind } from '../model/kind';
import { exampleOf, keyInput, keyRow, ownKeyRule } from './define';
import { notebook } from './sagemaker';

const userGuide = 'https://docs.aws.amazon.com/AWSCloudFormation/latest/UserGuide';

/** The pages do not say whose key it is then. */
function notSaid(page: string): Default {
  return { is: 'unknown', source: `${userGuide}/${page}.html` };
}

const endpointConfiguration: Kind = {
  id: 'sagemaker-endpoint-configuration',
  title: 'SageMaker endpoint configuration',
  cloudformation: ['AWS::SageMaker::EndpointConfig'],
  terraform: ['aws_sagemaker_endpoint_configuration'],
  attributes: {
    name: { cloudformation: 'EndpointConfigName', terraform: 'name', type: 'text' },
    key: {
      cloudformation: 'KmsKeyId',
      terraform: 'kms_key_arn',
      type: 'text',
      about: 'key',
      defaults: [notSaid('aws-resource-sagemaker-endpointconfig')],
    },
  },
};

const domain: Kind = {
  id: 'sagemaker-domain',
  title: 'SageMaker domain',
  cloudformation: ['AWS::SageMaker::Domain'],
  terraform: ['aws_sagemaker_domain'],
  attributes: {
    name: { cloudformation: 'DomainName', terraform: 'domain_name', type: 'text' },
    authentication: { cloudformation: 'AuthMode', terraform: 'auth_mode', type: 'text' },
    key: keyRow({
      is: 'none',
      key: 'aws-managed',
      source: `${userGuide}/aws-resource-sagemaker-domain.html`,
    }),
  },
};

export const dataQualityJob: Kind = {
  id: 'sagemaker-data-quality-job',
  title: 'SageMaker data quality job definition',
  cloudformation: ['AWS::SageMaker::DataQualityJobDefinition'],
  terraform: ['aws_sagemaker_data_quality_job_definition'],
  attributes: {
    name: { cloudformation: 'JobDefinitionName', terraform: 'name', type: 'text' },
    output: {
      cloudformation: 'DataQualityJobOutputConfig.MonitoringOutputs[*].S3Output.S3Uri',
      terraform: 'data_quality_job_output_config.monitoring_outputs.s3_output.s3_uri',
      type: 'text',
    },
    outputKey: {
      cloudformation: 'DataQualityJobOutputConfig.KmsKeyId',
      terraform: 'data_quality_job_output_config.kms_key_id',
      type: 'text',
      about: 'key',
      defaults: [notSaid('aws-properties-sagemaker-dataqualityjobdefinition-monitoringoutputconfig')],
    },
    volumeKey: {
      cloudformation: 'JobResources.ClusterConfig.VolumeKmsKeyId',
      terraform: 'job_resources.cluster_config.volume_kms_key_id',
      type: 'text',
      about: 'key',
      defaults: [notSaid('aws-properties-sagemaker-dataqualityjobdefinition-clusterconfig')],
    },
    instances: {
      cloudformation: 'JobResources.ClusterConfig.InstanceCount',
      terraform: 'job_resources.cluster_config.instance_count',
      type: 'number',
    },
    instanceType: {
      cloudformation: 'JobResources.ClusterConfig.InstanceType',
      terraform: 'job_resources.cluster_config.instance_type',
      type: 'text',
    },
    volumeSize: {
      cloudformation: 'JobResources.ClusterConfig.VolumeSizeInGB',
      terraform: 'job_resources.cluster_config.volume_size_in_gb',
      type: 'number',
    },
    trafficEncrypted: {
      cloudformation: 'NetworkConfig.EnableInterContainerTrafficEncryption',
      terraform: 'network_config.enable_inter_container_traffic_encryption',
      type: 'boolean',
      about: 'in-transit',
      defaults: [
        {
          is: 'none',
          source:
            'https://docs.aws.amazon.com/AWSCloudFormation/latest/UserGuide/aws-properties-sagemaker-dataqualityjobdefinition-networkconfig.html',
        },
      ],
    },
  },
};

const flowDefinition: Kind = {
  id: 'sagemaker-flow-definition',
  title: 'SageMaker flow definition',
  cloudformation: [],
  terraform: ['aws_sagemaker_flow_definition'],
  attributes: {
    name: { terraform: 'flow_definition_name', type: 'text' },
    output: { terraform: 'output_config.s3_output_path', type: 'text' },
    key: { terraform: 'output_config.kms_key_id', type: 'text', about: 'key' },
  },
};

const cost = 'the role needs rights to the key; the key and requests to it cost';

const endpointKey = ownKeyRule({
  id: 'sagemaker-endpoint-kms-key',
  kind: endpointConfiguration,
  key: keyInput('EndpointKeyArn', 'for the volumes of the endpoint'),
  caution: `${cost}; not with instance types that have storage of their own`,
  example: exampleOf(endpointConfiguration, 'Configuration', { name: 'orders' }),
});

const notebookKey = ownKeyRule({
  id: 'sagemaker-notebook-kms-key',
  kind: notebook,
  key: keyInput('NotebookKeyArn', 'for the volume of the notebook instance'),
  caution: cost,
  example: exampleOf(notebook, 'Notebook', {
    instanceType: 'ml.t3.medium',
    subnet: 'subnet-0123456789abcdef0',
    groups: ['sg-0123456789abcdef0'],
    rootAccess: false,
    directInternet: false,
  }),
});

const domainKey = ownKeyRule({
  id: 'sagemaker-domain-kms-key',
  kind: domain,
  key: keyInput('DomainKeyArn', 'for the files of the domain'),
  caution: cost,
  example: exampleOf(domain, 'Studio', { name: 'studio', authentication: 'IAM' }),
});

const job = {
  name: 'orders',
  output: 's3://orders-quality/reports',
  instances: 1,
  instanceType: 'ml.t3.medium',
  volumeSize: 20,
};

const jobOutputKey = ownKeyRule({
  id: 'sagemaker-data-quality-output-kms-key',
  kind: dataQualityJob,
  attribute: 'outputKey',
  key: keyInput('MonitoringKeyArn', 'for the output of the job'),
  caution: cost,
  example: exampleOf(dataQualityJob, 'Quality', job),
});

const jobVolumeKey = ownKeyRule({
  id: 'sagemaker-data-quality-volume-kms-key',
  kind: dataQualityJob,
  attribute: 'volumeKey',
  key: keyInput('MonitoringKeyArn', 'for the volumes of the job'),
  caution: cost,
  example: exampleOf(dataQualityJob, 'Quality', job),
});

const flowKey = ownKeyRule({
  id: 'sagemaker-flow-kms-key',
  kind: flowDefinition,
  key: keyInput('ReviewsKeyArn', 'for what reviewers write'),
  caution: cost,
  example: exampleOf(flowDefinition, 'Reviews', { name: 'reviews', output: 's3://orders-reviews/answers' }),
});

export const rules = [endpointKey, notebookKey, domainKey, jobOutputKey, jobVolumeKey, flowKey];
export const kinds = [endpointConfiguration, domain, dataQualityJob, flowDefinition];
