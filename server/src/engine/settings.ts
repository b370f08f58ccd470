import type { Severity } from '../model/finding';
import type { RuleSettings } from '../model/view';

/** All settings, of the editor and of `.data-protection.yaml` alike. */
export interface Settings extends RuleSettings {
  /** Severity by rule id, or `off`. */
  readonly rules: Readonly<Record<string, Severity | 'off'>>;
  /** Globs of paths that are not checked. */
  readonly exclude: readonly string[];
  /** Files larger than this many kilobytes are not checked. */
  readonly maximumFileSize: number;
}

export const defaultSettings: Settings = {
  rules: {},
  minimumTlsVersion: '1.2',
  organizationId: undefined,
  trustedAccounts: [],
  fipsRequired: false,
  exclude: [],
  maximumFileSize: 5000,
};

/** The severities a rule may be given. */
export const ruleLevels = ['off', 'hint', 'information', 'warning', 'error'] as const;

/** A setting: how it is described to people and editors, and how a raw value becomes a setting. */
interface Setting {
  /** Its JSON schema, as VS Code's `contributes.configuration` takes it. */
  readonly schema: Readonly<Record<string, unknown>>;
  /** What a right value looks like, for the message about a wrong one. */
  readonly expected: string;
  accepts(raw: unknown): boolean;
}

const isText = (raw: unknown): raw is string => typeof raw === 'string';
const isTextList = (raw: unknown): boolean => Array.isArray(raw) && raw.every(isText);

/** The one schema of all settings: the editor's settings page, the settings file and its checks come from it. */
export const settingsSchema: Readonly<Record<keyof Settings, Setting>> = {
  rules: {
    schema: {
      type: 'object',
      default: {},
      markdownDescription: 'The severity of a rule, by its id: `{"s3-bucket-versioning": "off"}`.',
      additionalProperties: { enum: ruleLevels },
    },
    expected: `a map of rule ids to one of ${ruleLevels.join(', ')}`,
    accepts: (raw) =>
      typeof raw === 'object' &&
      raw !== null &&
      !Array.isArray(raw) &&
      Object.values(raw).every((level) => level === false || ruleLevels.includes(level as 'off')),
  },
  minimumTlsVersion: {
    schema: {
      type: 'string',
      enum: ['1.2', '1.3'],
      default: defaultSettings.minimumTlsVersion,
      markdownDescription: 'The oldest TLS version that endpoints may accept. AWS requires 1.2 and recommends 1.3.',
    },
    expected: '"1.2" or "1.3"',
    accepts: (raw) => ['1.2', '1.3'].includes(String(raw)),
  },
  organizationId: {
    schema: {
      type: ['string', 'null'],
      pattern: '^o-[a-z0-9]{10,32}$',
      default: null,
      markdownDescription: 'Your AWS organisation, `o-…`. Fixes hold endpoint policies to it.',
    },
    expected: 'an organisation id such as o-exampleorgid',
    accepts: (raw) => raw === null || raw === '' || (isText(raw) && /^o-[a-z0-9]{10,32}$/.test(raw)),
  },
  trustedAccounts: {
    schema: {
      type: 'array',
      items: { type: 'string', pattern: '^\\d{12}$' },
      default: [],
      markdownDescription: 'Accounts outside of this one that you trust, as twelve digits.',
    },
    expected: 'a list of account ids, twelve digits each',
    accepts: (raw) => Array.isArray(raw) && raw.every((one) => isText(one) && /^\d{12}$/.test(one)),
  },
  fipsRequired: {
    schema: {
      type: 'boolean',
      default: false,
      markdownDescription: 'Whether FIPS 140-3 validated modules are required when talking to AWS.',
    },
    expected: 'true or false',
    accepts: (raw) => typeof raw === 'boolean',
  },
  exclude: {
    schema: {
      type: 'array',
      items: { type: 'string' },
      default: [],
      markdownDescription: 'Globs of files that are not checked, relative to the workspace or the settings file.',
    },
    expected: 'a list of globs',
    accepts: isTextList,
  },
  maximumFileSize: {
    schema: {
      type: 'number',
      default: defaultSettings.maximumFileSize,
      minimum: 1,
      markdownDescription: 'Files larger than this many kilobytes are not checked, so that typing stays quick.',
    },
    expected: 'a number of kilobytes above zero',
    accepts: (raw) => typeof raw === 'number' && raw > 0,
  },
};

/** A setting that is not understood: where (`rules`, `minimumTlsVersion`) and what to do about it. */
export interface SettingProblem {
  readonly key: string;
  readonly message: string;
}

/** Lays raw settings over others. What is not understood is left as it was and told as a problem. */
export function readSettings(raw: unknown, base: Settings): { settings: Settings; problems: SettingProblem[] } {
  if (raw === undefined || raw === null) return { settings: base, problems: [] };
  if (typeof raw !== 'object' || Array.isArray(raw)) {
    return { settings: base, problems: [{ key: '', message: 'Settings are a map of names to values.' }] };
  }
  const problems: SettingProblem[] = [];
  const read: Record<string, unknown> = {};
  for (const [key, value] of Object.entries(raw)) {
    const setting = Object.hasOwn(settingsSchema, key) ? settingsSchema[key as keyof Settings] : undefined;
    if (!setting) problems.push({ key, message: `There is no setting "${key}".${suggestion(key)}` });
    else if (!setting.accepts(value)) problems.push({ key, message: `"${key}" must be ${setting.expected}.` });
    else read[key] = settled(key as keyof Settings, value, base);
  }
  return { settings: { ...base, ...read }, problems };
}

/** A value as the engine wants it: rules lie over those of the base, YAML's bare `off` is a word. */
function settled(key: keyof Settings, value: unknown, base: Settings): unknown {
  if (key === 'minimumTlsVersion') return String(value);
  if (key === 'organizationId') return value || undefined;
  if (key !== 'rules') return value;
  const levels = Object.entries(value as Record<string, unknown>).map(([id, level]) => [
    id,
    level === false ? 'off' : level,
  ]);
  return { ...base.rules, ...Object.fromEntries(levels) };
}

function suggestion(key: string): string {
  const near = Object.keys(settingsSchema).find((known) => distance(known.toLowerCase(), key.toLowerCase()) <= 3);
  return near ? ` Did you mean "${near}"?` : ` The settings are ${Object.keys(settingsSchema).join(', ')}.`;
}

/** The number of single-character changes that lead from one word to another. */
function distance(a: string, b: string): number {
  let row = Array.from({ length: b.length + 1 }, (_, i) => i);
  for (let i = 1; i <= a.length; i++) {
    const next = [i];
    for (let j = 1; j <= b.length; j++) {
      const change = (row[j - 1] as number) + (a[i - 1] === b[j - 1] ? 0 : 1);
      next.push(Math.min(change, (row[j] as number) + 1, (next[j - 1] as number) + 1));
    }
    row = next;
  }
  return row[b.length] as number;
}
