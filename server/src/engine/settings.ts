import type { Severity } from '../model/finding';
import { nearest, suggestion } from '../model/nearest';
import type { Ignore } from '../model/suppression';
import type { RuleSettings } from '../model/view';
import { datePattern, ignoreShape, readIgnores } from './ignores';
import { whyUnmatched } from './patterns';
import { reportWords } from './reports';
import { ruleIds } from './rules';
import { noSuchRule, ruleMeantBy } from './words';

/** All settings, of the editor and of `.data-protection.yaml` alike. */
export interface Settings extends RuleSettings {
  /** Severity by rule id, or `off`. */
  readonly rules: Readonly<Record<string, Severity | 'off'>>;
  /** Globs of paths that are not checked. */
  readonly exclude: readonly string[];
  /** Files larger than this many kilobytes are not checked. */
  readonly maximumFileSize: number;
  /** Findings that are known and accepted, in documents that cannot say so themselves. */
  readonly ignore: readonly Ignore[];
  /** The day of the check as `YYYY-MM-DD`: no setting, but given by whoever may ask a clock. Without it nothing ends. */
  readonly today?: string;
}

/** What can be set. */
export type SettingName = Exclude<keyof Settings, 'today'>;

export const defaultSettings: Settings = {
  rules: {},
  minimumTlsVersion: '1.2',
  organizationId: undefined,
  trustedAccounts: [],
  fipsRequired: false,
  exclude: [],
  maximumFileSize: 5000,
  ignore: [],
};

/** The severities a rule may be given. */
const ruleLevels = ['off', 'hint', 'information', 'warning', 'error'] as const;

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
export const settingsSchema: Readonly<Record<SettingName, Setting>> = {
  rules: {
    schema: {
      type: 'object',
      default: {},
      markdownDescription: 'The severity of a rule, by its id: `{"s3-bucket-versioning": "off"}`.',
      additionalProperties: { enum: ruleLevels },
    },
    expected: `a map of rule ids to one of ${ruleLevels.join(', ')}`,
    accepts: (raw) => typeof raw === 'object' && raw !== null && !Array.isArray(raw),
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
    expected: 'a list of account ids, twelve digits each, in quotes',
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
  ignore: {
    schema: {
      type: 'array',
      items: {
        type: 'object',
        properties: {
          path: { type: 'string' },
          address: { type: 'string' },
          rule: { type: 'string' },
          reason: { type: 'string' },
          until: { type: 'string', pattern: datePattern.source },
        },
        required: ['path', 'rule', 'reason'],
        additionalProperties: false,
      },
      default: [],
      markdownDescription:
        'Findings that are known and accepted, for documents that cannot say so themselves: ' +
        '`{"path": "policies/*.json", "rule": "vpc-endpoint-policy-open", "reason": "…"}`, ' +
        'where needed with the `address` of one resource and the last day (`until`).',
    },
    expected: `a list of maps with ${ignoreShape}`,
    accepts: Array.isArray,
  },
};

/** A setting that is not understood, or does nothing: where, and what to do about it. */
export interface SettingProblem {
  /** The keys and indexes that lead to it, as they are written; none where the settings are wrong as a whole. */
  readonly place: readonly (string | number)[];
  readonly message: string;
  /** What is meant where a word names nothing: the rule of an entry of `ignore`, else the last key. */
  readonly meant?: string | undefined;
  /** The id of the report that it is, where it is one: settings may change how grave that is. */
  readonly report?: string;
}

/** What is said of something wrong, wherever it stands. */
export type Said = Pick<SettingProblem, 'message' | 'meant'>;

/**
 * Lays raw settings over others. What is not understood is left as it was and told as a problem.
 *
 * @param folder the folder of their file, as people write it; the editor's settings have none
 */
export function readSettings(
  raw: unknown,
  base: Settings,
  folder?: string,
): { settings: Settings; problems: SettingProblem[] } {
  if (raw === undefined || raw === null) return { settings: base, problems: [] };
  if (typeof raw !== 'object' || Array.isArray(raw)) {
    return { settings: base, problems: [{ place: [], message: 'Settings are a map of names to values.' }] };
  }
  const problems: SettingProblem[] = [];
  const read: Record<string, unknown> = {};
  for (const [key, value] of Object.entries(raw)) {
    const setting = Object.hasOwn(settingsSchema, key) ? settingsSchema[key as SettingName] : undefined;
    if (!setting) problems.push({ place: [key], ...noSuchSetting(key) });
    else if (!setting.accepts(value)) {
      // A key whose value is yet to come, or whose entries are all commented out, sets nothing.
      if (value !== null) problems.push({ place: [key], message: `"${key}" must be ${setting.expected}.` });
    } else if (key === 'rules') read[key] = { ...base.rules, ...levelsOf(value as Record<string, unknown>, problems) };
    else if (key === 'ignore') read[key] = readIgnores(value as unknown[], problems, folder);
    else {
      if (key === 'exclude') problems.push(...unmatched(value as string[], folder));
      read[key] = settled(key as SettingName, value);
    }
  }
  return { settings: { ...base, ...read }, problems };
}

/** The levels of the rules and reports that exist, each for itself: one wrong entry takes nothing from the others. */
function levelsOf(raw: Record<string, unknown>, problems: SettingProblem[]): Record<string, unknown> {
  const levels: Record<string, unknown> = {};
  const known = [...ruleIds, ...Object.keys(reportWords)];
  for (const [entry, value] of Object.entries(raw)) {
    // YAML's bare `off` may be read as no.
    const level = value === false ? 'off' : value;
    const fail = (said: Said) => problems.push({ place: ['rules', entry], ...said });
    if (!known.includes(entry)) fail({ message: noSuchRule(entry, known), meant: ruleMeantBy(entry, known) });
    else if (!ruleLevels.includes(level as 'off')) {
      fail({ message: `"${entry}" must be one of ${ruleLevels.join(', ')}.` });
    } else levels[entry] = level;
  }
  return levels;
}

/** What is wrong with the patterns of what is excluded. */
function unmatched(patterns: readonly string[], folder: string | undefined): SettingProblem[] {
  return patterns.flatMap((pattern, index) => {
    const message = whyUnmatched(pattern, folder);
    return message === undefined ? [] : { place: ['exclude', index], message };
  });
}

/** A value as the engine wants it. */
function settled(key: SettingName, value: unknown): unknown {
  if (key === 'minimumTlsVersion') return String(value);
  if (key === 'organizationId') return value || undefined;
  return value;
}

/** What is wrong with a setting that does not exist. */
function noSuchSetting(key: string): Said {
  const names = Object.keys(settingsSchema);
  const other = suggestion(key, names) || ` The settings are ${names.join(', ')}.`;
  return { message: `There is no setting "${key}".${other}`, meant: nearest(key, names) };
}
