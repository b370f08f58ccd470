import type { Kind } from '../model/kind';
import { not } from '../model/truth';
import { equals, exampleOf, keyInput, ownKeyRule } from './define';

const pipeline: Kind = {
  id: 'codepipeline-pipeline',
  title: 'CodePipeline pipeline',
  cloudformation: ['AWS::CodePipeline::Pipeline'],
  terraform: ['aws_codepipeline'],
  attributes: {
    name: { cloudformation: 'Name', terraform: 'name', type: 'text' },
    // A pipeline over several Regions has a store in each, and each takes a key of its own Region.
    regionalStores: { cloudformation: 'ArtifactStores', terraform: 'artifact_store[*].region', type: 'block' },
    store: { cloudformation: 'ArtifactStore.Location', terraform: 'artifact_store[*].location', type: 'text' },
    storeType: { cloudformation: 'ArtifactStore.Type', terraform: 'artifact_store[*].type', type: 'text' },
    key: {
      cloudformation: 'ArtifactStore.EncryptionKey.Id',
      terraform: 'artifact_store[*].encryption_key.id',
      type: 'text',
      about: 'key',
      defaults: [
        {
          is: 'none',
          key: 'aws-managed',
          source:
            'https://docs.aws.amazon.com/AWSCloudFormation/latest/UserGuide/aws-properties-codepipeline-pipeline-artifactstore.html',
        },
      ],
    },
    keyType: {
      cloudformation: 'ArtifactStore.EncryptionKey.Type',
      terraform: 'artifact_store[*].encryption_key.type',
      type: 'text',
    },
  },
};

const artifactKey = ownKeyRule({
  id: 'codepipeline-kms-key',
  kind: pipeline,
  when: (view) => not(view.isWritten('regionalStores')),
  key: keyInput('ArtifactKeyArn', 'for the artifacts of the pipeline'),
  beside: { keyType: equals('KMS') },
  caution: 'the roles of the pipeline and of its actions need rights to the key; requests to KMS cost',
  example: exampleOf(pipeline, 'Pipeline', { name: 'orders', store: 'orders-artifacts', storeType: 'S3' }),
});

export const rules = [artifactKey];
export const kinds = [pipeline];
