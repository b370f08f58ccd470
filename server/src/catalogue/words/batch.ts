import type { Words } from '../../model/rule';

export const words: Readonly<Record<string, Words>> = {
  'batch-job-privileged': {
    title: 'The container of the job {name} is privileged.',
    why: 'It has about the rights of root on the instance that it runs on: a flaw of its code lays open the other jobs there, their data and their credentials.',
    advice: 'Leave it out, and give the container only the devices that it needs.',
    sources: ['https://docs.aws.amazon.com/batch/latest/APIReference/API_ContainerProperties.html'],
    sameAs: {
      checkov: ['CKV_AWS_210'],
      guard: ['BATCH_JOB_CONTAINER_PROPERTIES_PRIVILEGED_RULE'],
      cfnNag: ['W34'],
    },
  },
};
