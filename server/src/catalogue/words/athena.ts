import type { Words } from '../../model/rule';

export const words: Readonly<Record<string, Words>> = {
  'athena-workgroup-enforced': {
    title: 'Clients may override what the workgroup {name} says of query results.',
    why: 'Whoever runs a query then chooses where its results go and with which key they are encrypted, whatever the workgroup says.',
    advice: 'Enforce the configuration of the workgroup, and let it say where results go and how they are encrypted.',
    sources: [
      'https://docs.aws.amazon.com/athena/latest/ug/workgroups-settings-override.html',
      'https://docs.aws.amazon.com/AWSCloudFormation/latest/UserGuide/aws-properties-athena-workgroup-encryptionconfiguration.html',
    ],
    sameAs: { checkov: ['CKV_AWS_82'], trivy: ['AWS-0007'] },
  },
};
