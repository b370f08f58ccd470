import type { Kind } from '../model/kind';
import { exampleOf, keyInput, ownKeyRule } from './define';

export const ecsCluster: Kind = {
  id: 'ecs-cluster',
  title: 'ECS cluster',
  cloudformation: ['AWS::ECS::Cluster'],
  terraform: ['aws_ecs_cluster'],
  attributes: {
    name: { cloudformation: 'ClusterName', terraform: 'name', type: 'text' },
    sessions: {
      cloudformation: 'Configuration.ExecuteCommandConfiguration',
      terraform: 'configuration.execute_command_configuration',
      type: 'block',
    },
    sessionLogging: {
      cloudformation: 'Configuration.ExecuteCommandConfiguration.Logging',
      terraform: 'configuration.execute_command_configuration.logging',
      type: 'text',
    },
    sessionKey: {
      cloudformation: 'Configuration.ExecuteCommandConfiguration.KmsKeyId',
      terraform: 'configuration.execute_command_configuration.kms_key_id',
      type: 'text',
    },
  },
};

/** A cluster that says nothing of sessions may have none. */
const sessionKey = ownKeyRule({
  id: 'ecs-exec-kms-key',
  kind: ecsCluster,
  when: (cluster) => cluster.isWritten('sessions'),
  attribute: 'sessionKey',
  key: keyInput('SessionKeyArn', 'for the sessions in containers'),
  caution: 'the roles of the tasks and of who opens sessions need rights to the key; requests to KMS cost',
  example: exampleOf(ecsCluster, 'Cluster', { name: 'orders', sessionLogging: 'DEFAULT' }),
});

export const rules = [sessionKey];
export const kinds = [ecsCluster];
