import type { Attribute, Kind, Locator } from '../model/kind';
import type { AttributeRule } from '../model/rule';
import type { Written } from '../model/written';
import { attributeRule, equals, exampleOf } from './define';

/** The page that says what becomes of a volume of which nothing is said. */
export const encryptionByDefault = 'https://docs.aws.amazon.com/ebs/latest/userguide/work-with-ebs-encr.html';

/** The row that encrypts a volume which something else makes. The account or the snapshot decides where it is silent. */
export function volumeRow(places: Pick<Attribute, 'cloudformation' | 'terraform'>): Attribute {
  return {
    ...places,
    type: 'boolean',
    about: 'at-rest',
    defaults: [{ is: 'account', source: encryptionByDefault }],
    // A volume is encrypted when it is made, so it depends on the deployment what changes.
    onUpdate: 'unknown',
  };
}

/** The volumes that a machine starts with. Terraform has a block of its own for the one that it boots from. */
export function machineVolumes(mappings: string): Record<'rootEncrypted' | 'volumesEncrypted', Attribute> {
  return {
    rootEncrypted: volumeRow({ terraform: 'root_block_device.encrypted' }),
    volumesEncrypted: volumeRow({
      cloudformation: `${mappings}[*].Ebs.Encrypted`,
      terraform: 'ebs_block_device[*].encrypted',
    }),
  };
}

/** The same in Terraform's launch templates, whose schema has a text there. */
export const templateVolumes: Locator = {
  path: 'block_device_mappings[*].ebs.encrypted',
  words: { on: 'true', off: ['false'] },
};

/** A rule on the volumes that instances start with, of a kind with these rows. */
export function encryptedVolumes(
  id: string,
  kind: Kind,
  name: string,
  caution: string,
  attributes: Readonly<Record<string, Written>>,
): AttributeRule {
  const rows = ['rootEncrypted', 'volumesEncrypted'].filter((row) => kind.attributes[row]);
  return attributeRule({
    id,
    recommendation: 'encrypt-at-rest',
    severity: 'error',
    kind,
    requires: Object.fromEntries(rows.map((row) => [row, equals(true)])),
    safety: 'review',
    caution,
    example: exampleOf(kind, name, { ...attributes, volumesEncrypted: false }),
  });
}
