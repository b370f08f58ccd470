import type { Words } from '../../model/rule';

const roles = 'https://docs.aws.amazon.com/AmazonECS/latest/developerguide/security-iam-roles.html';
const hostProcesses =
  'https://docs.aws.amazon.com/config/latest/developerguide/ecs-task-definition-pid-mode-check.html';
const hostNetwork =
  'https://docs.aws.amazon.com/config/latest/developerguide/ecs-task-definition-user-for-host-mode-check.html';

export const words: Readonly<Record<string, Words>> = {
  'ecs-service-public-address': {
    title: 'Each task of the service {name} gets a public address.',
    why: 'The internet can then try each port that a security group lets through, past the load balancer.',
    advice: 'Run the tasks in private subnets with a NAT gateway or VPC endpoints, behind a load balancer.',
    sources: [
      'https://docs.aws.amazon.com/AWSCloudFormation/latest/TemplateReference/aws-properties-ecs-service-awsvpcconfiguration.html',
    ],
    sameAs: { checkov: ['CKV_AWS_333'] },
  },
  'ecs-task-privileged': {
    title: 'A container of the task {name} is privileged.',
    why: 'It has about the rights of root on the instance that it runs on: a flaw of its code lays open the other tasks there, their data and their credentials.',
    advice: 'Leave it out, and add only the Linux capabilities that the container needs.',
    sources: ['https://docs.aws.amazon.com/config/latest/developerguide/ecs-containers-nonprivileged.html'],
    sameAs: { checkov: ['CKV_AWS_334'] },
  },
  'ecs-task-host-processes': {
    title: 'The containers of the task {name} see all processes of their host.',
    why: 'They can look into the processes of other tasks and of the host, and end or change them.',
    advice: 'Share processes within the task at most.',
    sources: [hostProcesses],
    sameAs: { checkov: ['CKV_AWS_335'] },
  },
  'ecs-task-host-network-root': {
    title: 'A container of the task {name} runs as root on the network of its host.',
    why: 'It shares all network interfaces of the instance, and root may do with them what the host may. A container runs as root unless it or its image says otherwise.',
    advice: 'Name a user other than root, or use the network mode awsvpc.',
    sources: [hostNetwork],
    sameAs: {
      cdkNag: [
        'HIPAA.Security-ECSTaskDefinitionUserForHostMode',
        'NIST.800.53.R5-ECSTaskDefinitionUserForHostMode',
        'PCI.DSS.321-ECSTaskDefinitionUserForHostMode',
      ],
      guard: ['ECS_TASK_DEFINITION_USER_FOR_HOST_MODE_CHECK'],
    },
  },
  'ecs-task-shared-role': {
    title: 'The task {name} has one role for its code and for ECS itself.',
    why: 'The code then may do what only ECS needs: pull images, write logs, and read every secret that is handed to any container of the role.',
    advice: 'Give the code a role of its own with what it needs.',
    sources: [roles],
    sameAs: { checkov: ['CKV_AWS_249'] },
  },
  'ecs-task-efs-tls': {
    title: 'The task {name} mounts a file system without TLS.',
    why: 'NFS sends files in the clear: whoever is between the task and the file system can read and change them. ECS uses TLS only where it is told to.',
    advice: 'Switch it on for each volume of EFS.',
    sources: [
      'https://docs.aws.amazon.com/AWSCloudFormation/latest/UserGuide/aws-properties-ecs-taskdefinition-efsvolumeconfiguration.html',
      'https://docs.aws.amazon.com/efs/latest/ug/encryption-in-transit.html',
    ],
    sameAs: { checkov: ['CKV_AWS_97'], trivy: ['AWS-0035'] },
  },
};
