import { WORKSPACE_RULESET } from '../engine/index.ts';
import { FORMATS } from '../formats/index.ts';
import { RULESET_ENDING, RULESET_LANGUAGE, UNTITLED_NAMES } from '../protocol/languages.ts';
import { SETTINGS, SETTINGS_SECTION, type Setting } from '../protocol/settings.ts';
import { guideSections, guideTexts } from './manifest-guides.ts';
import { commandSections, viewSections, viewTexts } from './manifest-views.ts';
import { RULESET_SCOPE } from './ruleset-grammar.ts';

/**
 * The parts of `package.json` that VS Code reads and that follow from the code. Texts are keys (`%command.showOutput%`) of
 * `package.nls.json`, whose English ones are `manifestTexts`.
 */
export function manifestSections(): Readonly<Record<string, unknown>> {
  return {
    categories: ['Linters'],
    keywords: KEYWORDS,
    icon: 'media/icon.png',
    galleryBanner: { color: '#16323f', theme: 'dark' },
    l10n: './l10n',
    activationEvents: activationEvents(),
    capabilities: {
      untrustedWorkspaces: {
        supported: 'limited',
        description: '%untrusted%',
        restrictedConfigurations: settings()
          .filter(([, setting]) => setting.restricted)
          .map(([name]) => name),
      },
      virtualWorkspaces: { supported: 'limited', description: '%virtual%' },
    },
    contributes: {
      commands: commandSections(TITLE),
      ...viewSections(),
      ...guideSections(),
      configuration: {
        title: TITLE,
        properties: Object.fromEntries(
          settings().map(([name, setting], order) => [name, settingSchema(name, setting, order)]),
        ),
      },
      languages: [
        {
          id: RULESET_LANGUAGE,
          aliases: ['Vendor Diligence Ruleset'],
          filenames: [WORKSPACE_RULESET],
          extensions: [RULESET_ENDING],
          configuration: './syntaxes/vendor-diligence-ruleset.language-configuration.json',
        },
      ],
      grammars: [
        {
          language: RULESET_LANGUAGE,
          scopeName: RULESET_SCOPE,
          path: './syntaxes/vendor-diligence-ruleset.tmLanguage.json',
        },
      ],
      // For editors and settings that take the files for JSON.
      jsonValidation: [
        { fileMatch: [WORKSPACE_RULESET, `*${RULESET_ENDING}`], url: './src/ruleset/ruleset.schema.json' },
      ],
    },
  };
}

/** The English texts of `package.json`, by the keys that stand in it. */
export function manifestTexts(): Readonly<Record<string, string>> {
  const sentences = settings().flatMap(([name, setting]) => [
    [name, setting.sentence],
    ...(setting.type === 'choice'
      ? setting.options.map((option, index) => [`${name}.${option}`, setting.optionSentences[index] ?? ''])
      : []),
  ]);
  return {
    untrusted:
      'In a workspace that is not trusted, its own ruleset file and settings are left alone; the bundled rulesets and those of your user settings are in force.',
    virtual:
      'Without a git index, files that git tracks although it ignores them are not scanned; symbolic links are not followed.',
    ...Object.fromEntries([...viewTexts(), ...guideTexts(), ...sentences]),
  };
}

/** The files that some format claims by a name that says something, as globs that match at any depth below any folder. */
export function filePatterns(): string[] {
  return [...new Set(namePatterns())].sort().map(atAnyDepth);
}

function namePatterns(): string[] {
  return FORMATS.filter(format => !format.hasAnyName).flatMap(format => format.files);
}

const TITLE = 'Vendor Diligence';

const KEYWORDS = [
  'terraform',
  'kubernetes',
  'docker',
  'supply chain',
  'data residency',
  'sovereignty',
  'compliance',
  'cloud',
  'sbom',
  'policy',
];

/**
 * A workspace that has a file with a name that some format claims, and documents of certain languages. Names that every
 * other workspace has (`*.yaml`) start the extension only when such a document is opened. JSON is no such language, because
 * every window opens a JSON document of its own (the settings).
 */
function activationEvents(): string[] {
  const names = namePatterns().filter(pattern => !COMMON_NAMES.has(pattern));
  const languages = Object.keys(UNTITLED_NAMES).filter(language => language !== 'json');
  return [
    ...[...languages, RULESET_LANGUAGE].map(language => `onLanguage:${language}`),
    ...[...new Set(names), WORKSPACE_RULESET]
      .sort()
      .map(pattern => `workspaceContains:${atAnyDepth(pattern)}`),
  ];
}

/** The files of the language `yaml`. */
const COMMON_NAMES: ReadonlySet<string> = new Set(['*.yaml', '*.yml']);

function atAnyDepth(pattern: string): string {
  return pattern.startsWith('**/') ? pattern : `**/${pattern}`;
}

function settings(): [string, Setting][] {
  return Object.entries(SETTINGS).map(([name, setting]) => [`${SETTINGS_SECTION}.${name}`, setting]);
}

function settingSchema(name: string, setting: Setting, order: number): Record<string, unknown> {
  const { scope } = setting;
  return {
    ...typeSchema(name, setting),
    default: setting.default,
    scope,
    order,
    markdownDescription: `%${name}%`,
  };
}

function typeSchema(name: string, setting: Setting): Record<string, unknown> {
  switch (setting.type) {
    case 'boolean':
      return { type: 'boolean' };
    case 'choice':
      return {
        type: 'string',
        enum: setting.options,
        enumDescriptions: setting.options.map(option => `%${name}.${option}%`),
      };
    case 'list': {
      const items = { type: 'string', ...(setting.options ? { enum: setting.options } : {}) };
      return { type: 'array', items, uniqueItems: true };
    }
  }
}
