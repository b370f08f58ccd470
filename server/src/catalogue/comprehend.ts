import type { Kind } from '../model/kind';
import { exampleOf, keyInput, ownKeyRule } from './define';

const encryptionPage = 'https://docs.aws.amazon.com/comprehend/latest/dg/kms-in-comprehend.html';

const customModel: Kind = {
  id: 'comprehend-model',
  title: 'custom model of Comprehend',
  cloudformation: ['AWS::Comprehend::DocumentClassifier'],
  terraform: ['aws_comprehend_entity_recognizer', 'aws_comprehend_document_classifier'],
  attributes: {
    name: { cloudformation: 'DocumentClassifierName', terraform: 'name', type: 'text' },
    key: {
      cloudformation: 'ModelKmsKeyId',
      terraform: 'model_kms_key_id',
      type: 'text',
      about: 'key',
      defaults: [{ is: 'none', key: 'service', source: encryptionPage }],
    },
    volumeKey: { cloudformation: 'VolumeKmsKeyId', terraform: 'volume_kms_key_id', type: 'text' },
  },
};

const modelKey = ownKeyRule({
  id: 'comprehend-model-kms-key',
  kind: customModel,
  key: keyInput('ModelKeyArn', 'for the model'),
  caution: 'the model is trained anew; requests to KMS cost',
  example: exampleOf(customModel, 'Names', { name: 'names', volumeKey: 'alias/training' }),
});

const volumeKey = ownKeyRule({
  id: 'comprehend-volume-kms-key',
  kind: customModel,
  attribute: 'volumeKey',
  key: keyInput('TrainingKeyArn', 'for the volume that the model is trained on'),
  caution: 'the model is trained anew; requests to KMS cost',
  example: exampleOf(customModel, 'Names', { name: 'names', key: 'alias/models' }),
});

export const rules = [modelKey, volumeKey];
export const kinds = [customModel];
