import type { Words } from '../../model/rule';

const metadataPage = 'https://docs.aws.amazon.com/AWSEC2/latest/UserGuide/configuring-instance-metadata-options.html';
const ec2Controls = 'https://docs.aws.amazon.com/securityhub/latest/userguide/ec2-controls.html';
const why =
  'The metadata service hands out the credentials of the role of an instance. Without a token a single request that an application can be tricked into is enough to get at them.';

export const words: Readonly<Record<string, Words>> = {
  'ec2-metadata-tokens': {
    title: '{name|An instance} does not require a token for the metadata of the instance.',
    why: `${why} What is not written is left to the image and to the account.`,
    advice:
      'Require the token, which is the second version of the service. The metric MetadataNoToken shows what still asks without one.',
    sources: [metadataPage, ec2Controls],
    sameAs: {
      checkov: ['CKV_AWS_79'],
      trivy: ['AWS-0028', 'AWS-0130'],
      cdkNag: ['HIPAA.Security-EC2IMDSv2Enabled', 'NIST.800.53.R4-EC2IMDSv2Enabled', 'NIST.800.53.R5-EC2IMDSv2Enabled'],
    },
  },
  'ec2-metadata-hops': {
    title: '{name|An instance} lets its metadata travel beyond the instance.',
    why: 'With more than one hop, containers and whatever else the instance passes packets on to can ask for the credentials of its role.',
    advice: 'Allow one hop, and give containers roles of their own. Where a container needs the metadata it takes two.',
    sources: [metadataPage, 'https://docs.aws.amazon.com/securityhub/latest/userguide/autoscaling-controls.html'],
    sameAs: { checkov: ['CKV_AWS_341'] },
  },
  'sagemaker-notebook-metadata-tokens': {
    title: 'The notebook instance {name} does not require a token for its metadata.',
    why,
    advice: 'Require version 2 of the metadata service.',
    sources: [
      'https://docs.aws.amazon.com/sagemaker/latest/APIReference/API_InstanceMetadataServiceConfiguration.html',
    ],
    sameAs: { checkov: ['CKV_AWS_371'] },
  },
};
