import type { Words } from '../../model/rule';

export const words: Readonly<Record<string, Words>> = {
  'twinmaker-workspace-bucket': {
    title: 'The workspace {name} keeps its data in the bucket {bucket}, which lacks {lacking|protection}.',
    why: 'All data of a workspace lies in its bucket, and a bucket of your own is only as safe as you make it. Encryption is no worry: S3 encrypts every bucket by itself since 2023-01-05.',
    advice: 'Mend the bucket: deny plain HTTP in its policy, and keep all of its public access block on.',
    sources: [
      'https://docs.aws.amazon.com/iot-twinmaker/latest/guide/data-protection.html',
      'https://docs.aws.amazon.com/AmazonS3/latest/userguide/bucket-encryption.html',
    ],
    sameAs: {},
  },
};
