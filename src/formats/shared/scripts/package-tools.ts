import type { InterpolatedText } from '../../../parsers/interpolation.ts';
import { ecosystemOfSetting } from '../registries/npm-settings.ts';
import type { CommandWord } from './command-words.ts';
import { optionValues, settingValues } from './option-values.ts';

/** A word, or a part of it, that tells a package tool where to download from. */
export interface MirrorWord {
  readonly value: InterpolatedText;
  readonly ecosystem: string;
  /** The word's index among the command's words. */
  readonly index: number;
}

/** Where a package tool's command line says that its packages come from. */
export function mirrorWords(name: string, words: readonly CommandWord[]): MirrorWord[] {
  const tool = TOOLS.get(name);
  return tool ? tool(words) : [];
}

type Tool = (words: readonly CommandWord[]) => MirrorWord[];

/** Options whose value is an address, and settings that `config set` takes. */
function tool(ecosystem: string, options: readonly string[], setting?: RegExp): Tool {
  return words => [
    ...optionValues(words, name => options.includes(name)).map(found => ({ ecosystem, ...found })),
    ...(setting && hasWord(words, /^(?:config|set|source|repository|repositories)$/)
      ? settingValues(words, name => setting.test(name)).map(found => ({ ecosystem, ...found }))
      : []),
  ];
}

/** Every address on the command line is one that packages come from, perhaps only with certain subcommands. */
function everyAddress(ecosystem: string, subcommand?: RegExp): Tool {
  return words =>
    subcommand && !hasWord(words, subcommand)
      ? []
      : words.flatMap((word, index) =>
          word.text.includes('.') && /[/:]/.test(word.text) ? [{ value: word.word, ecosystem, index }] : [],
        );
}

function hasWord(words: readonly CommandWord[], pattern: RegExp): boolean {
  return words.some(({ text }) => pattern.test(text));
}

/** npm and those that read its settings: each setting is an option too. */
const npm: Tool = words => {
  const settings = hasWord(words, /^(?:config|c|set)$/) ? settingValues(words, isNpmSetting) : [];
  const options = optionValues(words, name => isNpmSetting(name.replace(/^--?/, '')));
  return [...settings, ...options].flatMap(({ name, value, index }) => {
    const ecosystem = npmEcosystem(name.replace(/^--?/, ''));
    return ecosystem === undefined ? [] : [{ value, ecosystem, index }];
  });
};

function isNpmSetting(name: string): boolean {
  return npmEcosystem(name) !== undefined;
}

function npmEcosystem(setting: string): string | undefined {
  return /^npm(?:RegistryServer|Scopes\.[^.]+\.npmRegistryServer)$/.test(setting)
    ? 'npm'
    : ecosystemOfSetting(setting);
}

const PIP_OPTIONS = [
  '-i',
  '--index-url',
  '--extra-index-url',
  '--index',
  '--default-index',
  '--pypi-url',
  '--pypi-mirror',
];
const PIP_SETTING = /(?:^|\.)(?:index-url|extra-index-url|index|url)$|^repositories\./;
const pip = tool('pypi', PIP_OPTIONS, PIP_SETTING);

/** `poetry source add mirror https://…`. */
const poetry: Tool = words => [...pip(words), ...everyAddress('pypi', /^source$/)(words)];

const gem: Tool = words => [
  ...tool('rubygems', ['-a', '--add', '-s', '--source', '--clear-sources'])(words),
  ...everyAddress(
    'rubygems',
    /^mirror\./,
  )(words).filter(({ index }) => !words[index]?.text.startsWith('mirror.')),
];

const TOOLS = new Map<string, Tool>(
  [
    { names: ['npm', 'cnpm', 'pnpm', 'yarn', 'bun', 'npx', 'pnpx', 'bunx', 'lerna', 'nrm'], run: npm },
    { names: ['pip', 'pip2', 'pip3', 'pipx', 'uv', 'pdm', 'pipenv', 'python', 'python3'], run: pip },
    { names: ['poetry'], run: poetry },
    { names: ['gem', 'bundle', 'bundler'], run: gem },
    { names: ['composer'], run: everyAddress('composer', /^(?:config|--repository.*)$/) },
    { names: ['apk'], run: tool('alpine', ['-X', '--repository']) },
    { names: ['conda', 'mamba', 'micromamba'], run: everyAddress('conda') },
    { names: ['cargo'], run: tool('cargo', ['--index', '--registry']) },
    { names: ['dotnet', 'nuget'], run: everyAddress('nuget', /^(?:nuget|sources?|-s|--source|-Source)$/) },
    { names: ['cpan', 'cpanm'], run: everyAddress('cpan') },
    { names: ['R', 'Rscript', 'install2.r'], run: everyAddress('cran') },
    { names: ['yum-config-manager'], run: tool('yum', ['--add-repo']) },
    { names: ['yum', 'dnf', 'microdnf'], run: tool('yum', ['--add-repo', '--repofrompath', '--baseurl']) },
    { names: ['zypper'], run: everyAddress('zypper', /^(?:addrepo|ar)$/) },
    { names: ['add-apt-repository', 'apt-add-repository', 'debootstrap'], run: everyAddress('apt') },
    { names: ['tlmgr'], run: everyAddress('tex-live') },
    { names: ['opam'], run: everyAddress('opam') },
  ].flatMap(({ names, run }) => names.map(name => [name, run] as const)),
);
