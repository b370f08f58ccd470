import type { Words } from '../../model/rule';

export const words: Readonly<Record<string, Words>> = {
  'backup-plan-leaves-out': {
    title: 'The backup plan of this document leaves {name|a resource} out.',
    why: 'Its selections list what is backed up one by one, and this is not in a list.',
    advice: 'Take it in, or have the plan choose by tags so that nothing is forgotten.',
    sources: [
      'https://docs.aws.amazon.com/aws-backup/latest/devguide/assigning-resources.html',
      'https://docs.aws.amazon.com/AWSCloudFormation/latest/UserGuide/aws-resource-backup-backupselection.html',
    ],
    sameAs: {
      checkov: ['CKV2_AWS_8', 'CKV2_AWS_9'],
      cdkNag: [
        'HIPAA.Security-DynamoDBInBackupPlan',
        'NIST.800.53.R4-DynamoDBInBackupPlan',
        'NIST.800.53.R5-DynamoDBInBackupPlan',
        'HIPAA.Security-EC2EBSInBackupPlan',
        'NIST.800.53.R4-EC2EBSInBackupPlan',
        'NIST.800.53.R5-EC2EBSInBackupPlan',
        'HIPAA.Security-RDSInBackupPlan',
        'NIST.800.53.R4-RDSInBackupPlan',
        'NIST.800.53.R5-RDSInBackupPlan',
      ],
    },
  },
};
