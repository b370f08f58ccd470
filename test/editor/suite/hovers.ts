import assert from 'node:assert/strict';
import type { Position } from 'vscode';
import { diagnosticsUntil, hoverAt, show } from './documents';
import type { Tests } from './inOrder';

const template = `Resources:
  Sender:
    Type: AWS::SMSVOICE::PhoneNumber
    Properties: { IsoCountryCode: US, NumberType: TOLL_FREE, NumberCapabilities: [SMS] }
  Store:
    Type: AWS::S3::Bucket
    Properties: { VersioningConfiguration: { Status: Enabled } }
`;

/** For hovers on resources, wherever they have no squiggle. */
export const hoverTests: Tests = {
  'the name and the type of a bucket tell how it is protected, and an SMS number what leaves the boundary':
    async () => {
      const document = await show({ language: 'yaml', content: template });
      await diagnosticsUntil(document, 'a finding', (diagnostics) => diagnostics.length > 0);
      const at = (text: string): Position => document.positionAt(template.indexOf(text) + 1);

      for (const place of ['Store', 'AWS::S3::Bucket']) {
        const hover = await hoverAt(document, at(place));
        assert.match(hover, /\*\*S3 bucket\*\* `Store`/, place);
        assert.match(hover, /✓ \*\*Encrypted at rest\*\*: yes by default since 2023-01-05/, place);
        assert.match(hover, /✓ \*\*Backed up\*\*: yes: `VersioningConfiguration.Status` is Enabled/, place);
        assert.match(hover, /✗ \*\*Encrypted in transit\*\*/, place);
      }
      const sender = await hoverAt(document, at('Sender'));
      assert.match(sender, /SMS leaves the AWS boundary/);
      assert.match(sender, /a key of your own cannot be used/);
      assert.equal((sender.match(/AWS boundary/g) ?? []).length, 1);
    },
};
