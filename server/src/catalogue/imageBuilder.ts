import type { Kind } from '../model/kind';
import { attributeRule, equals, exampleOf, isGiven, keyInput, ownKeyRule } from './define';

const accountKey = 'https://docs.aws.amazon.com/ebs/latest/userguide/work-with-ebs-encr.html';

export const imageRecipe: Kind = {
  id: 'image-recipe',
  title: 'Image Builder recipe',
  cloudformation: ['AWS::ImageBuilder::ImageRecipe'],
  terraform: ['aws_imagebuilder_image_recipe'],
  attributes: {
    name: { cloudformation: 'Name', terraform: 'name', type: 'text' },
    version: { cloudformation: 'Version', terraform: 'version', type: 'text' },
    parent: { cloudformation: 'ParentImage', terraform: 'parent_image', type: 'text' },
    encrypted: {
      cloudformation: 'BlockDeviceMappings[*].Ebs.Encrypted',
      // Terraform's schema has a text here.
      terraform: { path: 'block_device_mapping[*].ebs.encrypted', words: { on: 'true', off: ['false'] } },
      type: 'boolean',
      about: 'at-rest',
      defaults: [{ is: 'account', source: accountKey }],
    },
    key: {
      cloudformation: 'BlockDeviceMappings[*].Ebs.KmsKeyId',
      terraform: 'block_device_mapping[*].ebs.kms_key_id',
      type: 'text',
      about: 'key',
      defaults: [{ is: 'account', source: accountKey }],
    },
  },
};

const recipe = {
  name: 'base',
  version: '1.0.0',
  parent: 'arn:aws:imagebuilder:eu-west-1:aws:image/amazon-linux-2023-x86/x.x.x',
};

const encrypted = attributeRule({
  id: 'image-recipe-encrypted',
  recommendation: 'encrypt-at-rest',
  severity: 'error',
  kind: imageRecipe,
  requires: { encrypted: equals(true) },
  safety: 'review',
  caution: 'who launches the image needs rights to the key',
  example: exampleOf(imageRecipe, 'Recipe', { ...recipe, encrypted: false }),
});

/** Of several volumes, which one takes which key only the user knows. */
const ownKey = ownKeyRule({
  id: 'image-recipe-kms-key',
  kind: imageRecipe,
  fix: 'sometimes',
  when: (one) => isGiven(one, 'encrypted'),
  key: keyInput('ImageKeyArn', 'for the volumes of the image'),
  beside: { encrypted: equals(true) },
  caution: 'who launches the image needs rights to the key',
  example: exampleOf(imageRecipe, 'Recipe', { ...recipe, encrypted: true }),
});

export const rules = [encrypted, ownKey];
export const kinds = [imageRecipe];
