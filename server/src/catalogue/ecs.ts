import type { Objection, Remedy } from '../model/finding';
import type { Attribute, Kind } from '../model/kind';
import type { Truth } from '../model/truth';
import { fieldOf, textOf, type Value } from '../model/value';
import type { Fact, View } from '../model/view';
import { type Block, blocksOf, textIn } from './blocks';
import {
  attributeRule,
  defaultsTo,
  equals,
  exampleOf,
  fixedWith,
  literalFacts,
  noneOf,
  objectionTo,
  resourceRule,
} from './define';

const servicePage =
  'https://docs.aws.amazon.com/AWSCloudFormation/latest/TemplateReference/aws-properties-ecs-service-awsvpcconfiguration.html';
const serviceDocumentation = 'https://registry.terraform.io/providers/hashicorp/aws/latest/docs/resources/ecs_service';

export const ecsService: Kind = {
  id: 'ecs-service',
  title: 'ECS service',
  cloudformation: ['AWS::ECS::Service'],
  terraform: ['aws_ecs_service'],
  attributes: {
    subnets: {
      cloudformation: 'NetworkConfiguration.AwsvpcConfiguration.Subnets',
      terraform: 'network_configuration.subnets',
      type: 'block',
    },
    groups: {
      cloudformation: 'NetworkConfiguration.AwsvpcConfiguration.SecurityGroups',
      terraform: 'network_configuration.security_groups',
      type: 'block',
    },
    role: { cloudformation: 'TaskDefinition', terraform: 'task_definition', type: 'text' },
    publicAddress: {
      cloudformation: {
        path: 'NetworkConfiguration.AwsvpcConfiguration.AssignPublicIp',
        words: { on: 'ENABLED', off: ['DISABLED'] },
      },
      terraform: 'network_configuration.assign_public_ip',
      type: 'boolean',
      about: 'public',
      defaults: defaultsTo(false, servicePage, serviceDocumentation),
    },
  },
};

/** A row of a container, of which Terraform writes all in one JSON text. */
function containerRow(
  key: string,
  camelCased: string,
  row: Omit<Attribute, 'cloudformation' | 'terraform'>,
): Attribute {
  return {
    cloudformation: `ContainerDefinitions[*].${key}`,
    terraform: `container_definitions.json([*].${camelCased})`,
    ...row,
  };
}

export const taskDefinition: Kind = {
  id: 'ecs-task-definition',
  title: 'ECS task definition',
  cloudformation: ['AWS::ECS::TaskDefinition'],
  terraform: ['aws_ecs_task_definition'],
  attributes: {
    family: { cloudformation: 'Family', terraform: 'family', type: 'text' },
    networkMode: { cloudformation: 'NetworkMode', terraform: 'network_mode', type: 'text' },
    processes: { cloudformation: 'PidMode', terraform: 'pid_mode', type: 'text' },
    taskRole: { cloudformation: 'TaskRoleArn', terraform: 'task_role_arn', type: 'text' },
    executionRole: { cloudformation: 'ExecutionRoleArn', terraform: 'execution_role_arn', type: 'text' },
    containers: {
      cloudformation: 'ContainerDefinitions[*]',
      terraform: 'container_definitions.json([*])',
      type: 'block',
    },
    fileSystems: {
      cloudformation: 'Volumes[*].EFSVolumeConfiguration',
      terraform: 'volume[*].efs_volume_configuration[*]',
      type: 'block',
    },
    fileSystem: {
      cloudformation: 'Volumes[*].EFSVolumeConfiguration.FilesystemId',
      terraform: 'volume[*].efs_volume_configuration.file_system_id',
      type: 'text',
    },
    volumeName: { cloudformation: 'Volumes[*].Name', terraform: 'volume[*].name', type: 'text' },
    environment: {
      cloudformation: 'ContainerDefinitions[*].Environment[*]',
      terraform: 'container_definitions.json([*].environment[*])',
      type: 'block',
    },
    containerName: containerRow('Name', 'name', { type: 'text' }),
    privileged: containerRow('Privileged', 'privileged', { type: 'boolean' }),
  },
};

const servicePublicAddress = attributeRule({
  id: 'ecs-service-public-address',
  recommendation: 'private-connectivity',
  severity: 'warning',
  kind: ecsService,
  requires: { publicAddress: equals(false) },
  safety: 'review',
  caution: 'tasks need another way to the internet and to their images, and callers another way to them',
  example: exampleOf(ecsService, 'Service', { role: 'orders', publicAddress: true }),
});

function isOnHostNetwork(task: View): Truth {
  return task.is('networkMode', (mode) => mode === 'host');
}

/** On the network of its host a container would then be root without saying so, so its user has to be chosen first. */
const privileged = attributeRule({
  id: 'ecs-task-privileged',
  recommendation: 'least-privilege',
  severity: 'warning',
  fix: 'sometimes',
  kind: taskDefinition,
  requires: {
    privileged: { must: noneOf(['true']), fixed: (task) => (isOnHostNetwork(task) ? undefined : false) },
  },
  safety: 'review',
  caution: 'what the container does to its host is refused',
  example: exampleOf(taskDefinition, 'Task', { family: 'orders', privileged: true }),
});

const hostProcesses = attributeRule({
  id: 'ecs-task-host-processes',
  recommendation: 'least-privilege',
  severity: 'warning',
  kind: taskDefinition,
  requires: { processes: fixedWith(noneOf(['host']), 'task') },
  safety: 'review',
  caution: 'its containers see the processes of the task only',
  example: exampleOf(taskDefinition, 'Task', { family: 'orders', processes: 'host' }),
});

/** A container that runs as root without saying that it is privileged; the user may have a group behind it. */
function isQuietlyRoot(container: Block): boolean {
  const { fields, open } = container;
  const user = fieldOf(fields, 'User') ?? fieldOf(fields, 'user');
  if (textIn(container, ['Privileged', 'privileged']) === 'true') return false;
  if (!user) return !open;
  return /^(root|0)(:.*)?$/.test(textIn(container, ['User', 'user']) ?? '');
}

/** The place of the user where one is written, and the container where not. */
function placeOfUser({ fields }: Block): Objection['origin'] {
  return (fieldOf(fields, 'User') ?? fieldOf(fields, 'user') ?? fields).origin;
}

const hostNetworkRoot = resourceRule({
  id: 'ecs-task-host-network-root',
  recommendation: 'least-privilege',
  severity: 'warning',
  fix: 'none',
  kinds: [taskDefinition],
  check(task) {
    const onHost = literalFacts(task, 'networkMode').find(({ text }) => text === 'host');
    if (!onHost) return [];
    return blocksOf(task, 'containers')
      .filter(isQuietlyRoot)
      .map((container) => ({ ...objectionTo(task, onHost.fact, []), origin: placeOfUser(container) }));
  },
  example: exampleOf(taskDefinition, 'Task', { family: 'orders', networkMode: 'host', containerName: 'proxy' }),
});

/** Whether two values are the same text or name the same resource. An empty text names nothing. */
function isSame(one: Value, other: Value): boolean {
  if (one.kind === 'literal' && other.kind === 'literal') return one.text !== '' && one.text === other.text;
  return one.kind === 'reference' && other.kind === 'reference' && one.to === other.to;
}

/** The facts of the role for the code that are also the role for ECS itself. */
function sharedRoles(task: View): readonly Fact[] {
  const execution = task.facts('executionRole');
  return task.facts('taskRole').filter(({ value }) => execution.some((fact) => isSame(value, fact.value)));
}

const sharedRole = resourceRule({
  id: 'ecs-task-shared-role',
  recommendation: 'least-privilege',
  severity: 'information',
  fix: 'none',
  kinds: [taskDefinition],
  check: (task) => sharedRoles(task).map((fact) => objectionTo(task, fact, [])),
  example: exampleOf(taskDefinition, 'Task', {
    family: 'orders',
    taskRole: 'arn:aws:iam::111122223333:role/orders',
    executionRole: 'arn:aws:iam::111122223333:role/orders',
  }),
});

const transitKeys = { cloudformation: 'TransitEncryption', terraform: 'transit_encryption' };

/** ECS mounts without TLS where nothing is written. */
const fileSystemTls = resourceRule({
  id: 'ecs-task-efs-tls',
  recommendation: 'encrypt-in-transit',
  severity: 'error',
  fix: 'always',
  kinds: [taskDefinition],
  check: (task) =>
    blocksOf(task, 'fileSystems').flatMap((block) => {
      const key = transitKeys[task.resource.dialect];
      const said = fieldOf(block.fields, key);
      if (said ? textOf(said) !== 'DISABLED' : block.open) return [];
      const remedy: Remedy = {
        title: `Set ${key} to ENABLED`,
        safety: 'review',
        changes: [{ kind: 'merge', origin: block.fields.origin, fields: { [key]: 'ENABLED' } }],
      };
      return [
        {
          origin: (said ?? block.fields).origin,
          written: said !== undefined,
          likelihood: block.likelihood,
          resource: task.resource,
          remedies: [remedy],
        },
      ];
    }),
  example: exampleOf(taskDefinition, 'Task', {
    family: 'orders',
    volumeName: 'files',
    fileSystem: 'fs-0123456789abcdef0',
  }),
});

export const rules = [fileSystemTls, servicePublicAddress, privileged, hostProcesses, hostNetworkRoot, sharedRole];
export const kinds = [ecsService, taskDefinition];
