import type { Words } from '../../model/rule';

const templates = 'https://docs.aws.amazon.com/AWSCloudFormation/latest/UserGuide';
const searchPage =
  'https://docs.aws.amazon.com/cloudsearch/latest/developerguide/configuring-domain-endpoint-options.html';
const mail = {
  title: 'Mail that is sent with {name|the configuration set} may travel in clear text.',
  why: 'SES tries TLS first, and sends without it where the server of the recipient does not speak it.',
  advice: 'Require TLS where what you send must not be read on the way, and watch for mail that is not delivered.',
};

export const words: Readonly<Record<string, Words>> = {
  'quicksight-data-source-tls': {
    title: 'QuickSight talks to the source {name} in clear text.',
    why: 'Queries, what they find and the password can be read on the way.',
    advice: 'Leave TLS on. It is on where nothing is written.',
    sources: [`${templates}/aws-properties-quicksight-datasource-sslproperties.html`],
    sameAs: { cdkNag: ['AwsSolutions-QS1'] },
  },
  'cloudsearch-https-only': {
    title: 'The domain {name} answers by plain HTTP.',
    why: 'What is searched for, and what is found, can be read and changed on the way.',
    advice: 'Require HTTPS.',
    sources: [searchPage],
    sameAs: { checkov: ['CKV_AWS_220'] },
  },
  'cloudsearch-minimum-tls': {
    title: 'The domain {name} lets clients connect with outdated TLS.',
    why: 'TLS 1.0 can be broken by whoever is on the way.',
    advice: 'Choose the policy from TLS 1.2 on.',
    sources: [searchPage],
    sameAs: { checkov: ['CKV_AWS_218'] },
  },
  'ses-tls-required': {
    ...mail,
    sources: [`${templates}/aws-properties-ses-configurationset-deliveryoptions.html`],
    sameAs: { checkov: ['CKV_AWS_365'] },
  },
  'ses-classic-tls-required': {
    ...mail,
    sources: [`${templates}/aws-properties-ses-configurationset-deliveryoptions.html`],
    sameAs: { checkov: ['CKV_AWS_365'] },
  },
  'acm-certificate-transparency': {
    title: 'The certificate {name} is kept out of the public logs of certificates.',
    why: 'Browsers do not trust public certificates that are in none of these logs, and nobody notices one that was issued by mistake or to an intruder.',
    advice: 'Leave it in the logs, unless its name itself is a secret.',
    sources: [`${templates}/aws-resource-certificatemanager-certificate.html`],
    sameAs: { checkov: ['CKV_AWS_234'] },
  },
  'memorydb-encryption-in-transit': {
    title: 'The cluster {name} talks to its clients and between its nodes in clear text.',
    why: 'Anybody on the way can read and change data, and passwords with it: without TLS a cluster lets everybody in who reaches it.',
    advice: 'Leave TLS on. It is chosen when a cluster is made.',
    sources: [
      'https://docs.aws.amazon.com/memorydb/latest/devguide/in-transit-encryption.html',
      `${templates}/aws-resource-memorydb-cluster.html`,
    ],
    sameAs: { checkov: ['CKV_AWS_202'] },
  },
  'sagemaker-data-quality-traffic': {
    title: 'The instances of the job {name} talk to each other in clear text.',
    why: 'They pass pieces of the data that the job looks at from one to the other.',
    advice: 'Encrypt the traffic between them.',
    sources: [`${templates}/aws-properties-sagemaker-dataqualityjobdefinition-networkconfig.html`],
    sameAs: { checkov: ['CKV_AWS_369'] },
  },
  'rds-certificate-authority': {
    title: 'The database {name} names a certificate authority that has expired.',
    why: 'Clients that check certificates refuse it, and those that still connect have stopped to check.',
    advice: 'Name a current authority, after clients trust it.',
    sources: [
      'https://docs.aws.amazon.com/AmazonRDS/latest/UserGuide/UsingWithRDS.SSL-certificate-rotation.html',
      'https://docs.aws.amazon.com/AmazonRDS/latest/UserGuide/UsingWithRDS.SSL.html',
    ],
    sameAs: { checkov: ['CKV_AWS_211'] },
  },
};
