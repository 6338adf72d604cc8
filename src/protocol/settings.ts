import { AudienceSchema } from '../model/vocabulary.ts';

/** The section of the user's settings that all names below stand in. */
export const SETTINGS_SECTION = 'vendorDiligence';

/**
 * The one table of settings: the type, the server's defaults and the manifest's `contributes.configuration`
 * are made from it. Names are without the section.
 */
export const SETTINGS = {
  enable: {
    type: 'boolean',
    default: true,
    scope: 'resource',
    restricted: true,
    sentence: 'Show findings while you work.',
  },
  audience: {
    type: 'list',
    options: AudienceSchema.options,
    default: [],
    scope: 'resource',
    restricted: true,
    sentence:
      'What your organisation is: an act that binds one of these makes a finding an error. Rulesets can add to it.',
  },
  rulesets: {
    type: 'list',
    default: [],
    // Not the workspace's: a repository could then take its organisation's rulesets away.
    scope: 'machine',
    restricted: true,
    sentence:
      'Rulesets in force above the workspace’s own `.vendor-diligence.jsonc`, which cannot weaken what they lock, the most general first: names of bundled rulesets such as `vendor-diligence:strict`, paths of files (absolute, or relative to the workspace folder), npm packages (`npm:@acme/policy`), or `https` addresses with `#sha256=…` or `#key=…`.',
  },
  occurrences: {
    type: 'choice',
    options: ['hint', 'same', 'off'],
    optionSentences: [
      'As a quiet hint that leads to its finding.',
      'With the severity of its finding.',
      'Not shown.',
    ],
    default: 'hint',
    scope: 'resource',
    restricted: false,
    sentence: 'How further places of the same finding are shown.',
  },
  'trace.server': {
    type: 'choice',
    options: ['off', 'messages', 'verbose'],
    optionSentences: ['Nothing.', 'The messages’ names.', 'The messages with their content.'],
    default: 'off',
    scope: 'window',
    restricted: false,
    sentence: 'What the output channel shows of the traffic between VS Code and the language server.',
  },
} as const satisfies Readonly<Record<string, Setting>>;

/** One setting. `restricted`: a workspace that is not trusted cannot set it. */
export type Setting = {
  readonly scope: 'resource' | 'window' | 'machine';
  readonly restricted: boolean;
  /** What the settings editor shows, in Markdown. */
  readonly sentence: string;
} & (
  | { readonly type: 'boolean'; readonly default: boolean }
  | {
      readonly type: 'choice';
      readonly options: readonly string[];
      readonly optionSentences: readonly string[];
      readonly default: string;
    }
  | { readonly type: 'list'; readonly options?: readonly string[]; readonly default: readonly string[] }
);

type SettingName = keyof typeof SETTINGS;

/** The settings that hold for one folder or document. */
export type Settings = { readonly [Name in SettingName]: ValueOf<(typeof SETTINGS)[Name]> };

type ValueOf<Entry> = Entry extends { type: 'boolean' }
  ? boolean
  : Entry extends { type: 'choice'; options: readonly (infer Option)[] }
    ? Option
    : Entry extends { type: 'list'; options: readonly (infer Option)[] }
      ? readonly Option[]
      : readonly string[];

/**
 * Settings from what a client sent for the section. A value of another type, or one that is not among the options,
 * gives way to the default; so does what is missing. Never throws.
 */
export function readSettings(section: unknown): Settings {
  const entries = Object.entries<Setting>(SETTINGS).map(([name, setting]) => [
    name,
    readValue(setting, memberAt(section, name.split('.'))),
  ]);
  // The loop over the table loses the types that the table gives each name.
  return Object.fromEntries(entries) as Settings;
}

function memberAt(value: unknown, keys: readonly string[]): unknown {
  return keys.reduce<unknown>(
    (inner, key) =>
      typeof inner === 'object' && inner !== null && Object.hasOwn(inner, key)
        ? Reflect.get(inner, key)
        : undefined,
    value,
  );
}

function readValue(setting: Setting, value: unknown): boolean | string | readonly string[] {
  switch (setting.type) {
    case 'boolean':
      return typeof value === 'boolean' ? value : setting.default;
    case 'choice':
      return typeof value === 'string' && setting.options.includes(value) ? value : setting.default;
    case 'list':
      return Array.isArray(value) ? value.filter(item => isItem(setting.options, item)) : setting.default;
  }
}

function isItem(options: readonly string[] | undefined, item: unknown): item is string {
  return typeof item === 'string' && (options?.includes(item) ?? true);
}
