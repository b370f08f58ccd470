import type { Words } from '../../model/rule';
import { ownKeyWords } from './ownKey';

export const words: Readonly<Record<string, Words>> = {
  'msk-kms-key': ownKeyWords({
    what: 'data of the cluster {name}',
    otherwise:
      'MSK encrypts data at rest always, without a key of yours with one that it makes and manages in the account.',
    advice: 'Name a KMS key when the cluster is made; later it takes a new cluster.',
    sources: [
      'https://docs.aws.amazon.com/msk/latest/developerguide/msk-encryption.html',
      'https://docs.aws.amazon.com/AWSCloudFormation/latest/UserGuide/aws-properties-msk-cluster-encryptionatrest.html',
    ],
    sameAs: { trivy: ['AWS-0179'] },
  }),
  'msk-public-access': {
    title: 'The brokers of the cluster {name} have public addresses.',
    why: 'Whoever has credentials of a client, or finds a way around them, reaches the topics from anywhere.',
    advice:
      'Switch public access off, and let clients come through the VPC, or from other VPCs over private connectivity.',
    sources: [
      'https://docs.aws.amazon.com/msk/latest/developerguide/public-access.html',
      'https://docs.aws.amazon.com/AWSCloudFormation/latest/UserGuide/aws-properties-msk-cluster-publicaccess.html',
    ],
    sameAs: { checkov: ['CKV_AWS_291'] },
  },
  'msk-encryption-in-transit': {
    title: 'The cluster {name} lets data travel in clear text.',
    why: 'Records, and the credentials of clients, can be read on the way between clients and brokers or from broker to broker. MSK uses TLS for both unless it is told otherwise.',
    advice: 'Take TLS only. Let clients move to the TLS port first; between brokers it cannot be changed later.',
    sources: [
      'https://docs.aws.amazon.com/AWSCloudFormation/latest/UserGuide/aws-properties-msk-cluster-encryptionintransit.html',
      'https://docs.aws.amazon.com/controltower/latest/controlreference/msk-rules.html',
    ],
    sameAs: { checkov: ['CKV_AWS_81'], trivy: ['AWS-0073'], cdkNag: ['AwsSolutions-MSK2', 'AwsSolutions-MSK3'] },
  },
  'msk-broker-logs': {
    title: 'The cluster {name} keeps no logs of its brokers.',
    why: 'After an incident nobody can tell who connected and what was refused.',
    advice: 'Send broker logs to CloudWatch Logs, Firehose or a bucket.',
    sources: ['https://docs.aws.amazon.com/msk/latest/developerguide/msk-logging.html'],
    sameAs: { checkov: ['CKV_AWS_80'], trivy: ['AWS-0074'], cdkNag: ['AwsSolutions-MSK6'] },
  },
};
