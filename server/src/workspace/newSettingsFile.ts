import { stringify } from 'yaml';
import { type SettingName, settingsSchema } from '../engine/settings';

/** What each setting may look like. */
const examples: Readonly<Record<SettingName, unknown>> = {
  rules: { 's3-bucket-versioning': 'off' },
  minimumTlsVersion: '1.3',
  organizationId: 'o-exampleorgid',
  trustedAccounts: ['111122223333'],
  fipsRequired: true,
  exclude: ['vendor/**'],
  maximumFileSize: 5000,
  ignore: [{ path: 'policies/*.json', rule: 'vpc-endpoint-policy-open', reason: 'Only used in tests' }],
};

/** The text of a settings file that sets nothing yet and says what can be set: every setting is a comment. */
export function newSettingsFile(): string {
  const settings = Object.entries(settingsSchema).map(([key, { schema }]) => {
    const setting = stringify({ [key]: examples[key as SettingName] }).trimEnd();
    return `# ${schema.markdownDescription}\n${setting.replace(/^/gm, '# ')}\n`;
  });
  return [introduction, ...settings].join('\n');
}

const introduction = `# The settings of Data Protection for this folder and all below it. They win over those of the editor.
# A setting takes effect without its comment mark.
`;
