import type { Kind } from '../model/kind';
import { and } from '../model/truth';
import type { View } from '../model/view';
import { attributeRule, equals, exampleOf, isOn, keyInput, keyRow, ownKeyRule } from './define';

const accountKey = 'https://docs.aws.amazon.com/ebs/latest/userguide/work-with-ebs-encr.html';

const imageRecipe: Kind = {
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
  when: (one) => isOn(one, 'encrypted'),
  key: keyInput('ImageKeyArn', 'for the volumes of the image'),
  caution: 'who launches the image needs rights to the key',
  example: exampleOf(imageRecipe, 'Recipe', { ...recipe, encrypted: true }),
});

const component: Kind = {
  id: 'image-builder-component',
  title: 'Image Builder component',
  cloudformation: ['AWS::ImageBuilder::Component'],
  terraform: ['aws_imagebuilder_component'],
  attributes: {
    name: { cloudformation: 'Name', terraform: 'name', type: 'text' },
    platform: { cloudformation: 'Platform', terraform: 'platform', type: 'text' },
    version: { cloudformation: 'Version', terraform: 'version', type: 'text' },
    data: { cloudformation: 'Data', terraform: 'data', type: 'text' },
    key: keyRow({
      is: 'none',
      key: 'service',
      source: 'https://docs.aws.amazon.com/cdk/api/v2/docs/@aws-cdk_aws-imagebuilder-alpha.ComponentProps.html',
    }),
  },
};

const componentKey = ownKeyRule({
  id: 'image-builder-component-kms-key',
  kind: component,
  key: keyInput('ComponentKeyArn', 'for the component'),
  caution: 'the component is replaced; who builds with it needs rights to the key, which costs',
  example: exampleOf(component, 'Hardening', {
    name: 'hardening',
    platform: 'Linux',
    version: '1.0.0',
    data: 'schemaVersion: 1.0',
  }),
});

const images = {
  cloudformation: 'Distributions[*].AmiDistributionConfiguration',
  terraform: 'distribution[*].ami_distribution_configuration',
};

const distribution: Kind = {
  id: 'image-builder-distribution',
  title: 'Image Builder distribution',
  cloudformation: ['AWS::ImageBuilder::DistributionConfiguration'],
  terraform: ['aws_imagebuilder_distribution_configuration'],
  attributes: {
    name: { cloudformation: 'Name', terraform: 'name', type: 'text' },
    region: { cloudformation: 'Distributions[*].Region', terraform: 'distribution[*].region', type: 'text' },
    images: { ...images, type: 'block' },
    imageName: { cloudformation: `${images.cloudformation}.Name`, terraform: `${images.terraform}.name`, type: 'text' },
    key: {
      cloudformation: `${images.cloudformation}.KmsKeyId`,
      terraform: `${images.terraform}.kms_key_id`,
      type: 'text',
      about: 'key',
      defaults: [
        { is: 'account', source: 'https://docs.aws.amazon.com/AWSEC2/latest/APIReference/API_CopySnapshot.html' },
      ],
    },
  },
};

/** Whether images go to a named Region: the one that builds them has the key of the recipe. */
function goAbroad(one: View): boolean {
  return one.facts('region').some(({ value }) => value.kind === 'literal' && value.text !== one.resource.region);
}

/** What is distributed may be container images, which have their key in the repository. */
const distributionKey = ownKeyRule({
  id: 'image-builder-distribution-kms-key',
  kind: distribution,
  fix: 'sometimes',
  when: (one) => and(one.isWritten('images'), goAbroad(one)),
  key: keyInput('DistributionKeyArn', 'for the distributed images'),
  caution: 'a key serves its own Region; who launches the image needs rights to it',
  example: exampleOf(distribution, 'Images', {
    name: 'images',
    region: 'eu-west-1',
    imageName: 'base {{ imagebuilder:buildDate }}',
  }),
});

export const rules = [encrypted, ownKey, componentKey, distributionKey];
export const kinds = [imageRecipe, component, distribution];
