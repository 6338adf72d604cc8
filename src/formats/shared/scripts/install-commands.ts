import type { Reference } from '../../../model/extraction.ts';
import { visibleText } from '../../../parsers/interpolation.ts';
import { type PlacedText, slicePlaced } from '../../../parsers/placed-text.ts';
import { UNKNOWN_PART } from '../../../text/unknown-part.ts';
import { goPackage } from '../modules/go-module.ts';
import { cargoPackage, isCargoName } from '../packages/cargo-package.ts';
import { composerPackage } from '../packages/composer-package.ts';
import { exactVersion, packageReferences } from '../packages/named-package.ts';
import { npmPackage } from '../packages/npm-package.ts';
import { packageReference } from '../packages/package-reference.ts';
import { requirementReferences } from '../packages/requirement.ts';
import type { Where } from '../strings.ts';
import type { CommandWord } from './command-words.ts';

/** The packages that a package tool is told to install: `pip install oss2==2.1`, `npm i -g @alicloud/fun`. */
export function installedPackages(name: string, words: readonly CommandWord[], where: Where): Reference[] {
  const tool = TOOLS.get(name);
  const given = tool ? argumentsOf(words, tool.valued) : [];
  const verb = tool?.verbs.find(each => each.every((word, at) => word === '*' || word === given[at]?.text));
  if (!tool || !verb) return [];
  return given.slice(verb.length).flatMap(({ word }) => tool.read(visibleText(word), where));
}

interface InstallTool {
  /** The subcommands that install; `*` is any word. */
  readonly verbs: readonly (readonly string[])[];
  /** Options that take the next word. */
  readonly valued: RegExp;
  /** What a word names, which can also be a folder, a file or an address. */
  readonly read: (word: PlacedText, where: Where) => Reference[];
}

/** The words that are no options and no values of options. */
function argumentsOf(words: readonly CommandWord[], valued: RegExp): CommandWord[] {
  return words.filter(
    ({ text }, index) => !text.startsWith('-') && !valued.test(words[index - 1]?.text ?? ''),
  );
}

function readPip(word: PlacedText, where: Where): Reference[] {
  if (/^\.|[/:]|\.(?:whl|zip|txt|gz)$/.test(word.text)) return [];
  const known = word.text.includes(UNKNOWN_PART) ? (/^[\w.-]+/.exec(word.text)?.[0] ?? '') : word.text;
  return requirementReferences(slicePlaced(word, 0, known.length), where);
}

function readNpm(word: PlacedText, where: Where): Reference[] {
  const { name, version } = splitVersion(word, /(?!^)@/);
  if (!/^(?:@[\w.~-]+\/)?[a-z0-9][\w.-]*(?<!\.tgz)$/.test(name.text) || name.text.length < LEAST_NPM_NAME)
    return [];
  const found = npmPackage(name.text, version, { dependency: 'direct' });
  return found ? [packageReference(found, name.span, where)] : [];
}

/** A file is not searched for shorter ones: they are words of prose too. */
const LEAST_NPM_NAME = 4;

function readGo(word: PlacedText, where: Where): Reference[] {
  const { name, version } = splitVersion(word, /@/);
  if (!/^[a-z0-9-]+(?:\.[a-z0-9-]+)+\/[\w.~/-]+$/i.test(name.text)) return [];
  const path = MODULE_OF_FORGE.exec(name.text)?.[0] ?? name.text.replace(/\/\.\.\.$/, '');
  const found = goPackage(path, version?.startsWith('v') ? version : undefined, 'direct');
  return [packageReference(found, slicePlaced(name, 0, path.length).span, where)];
}

/** Forges have a module in each repository, and packages in its folders. */
const MODULE_OF_FORGE = /^(?:git\w+\.com|bitbucket\.org)\/[^/]+\/[^/]+(?:\/v\d+(?=\/|$))?/i;

function readComposer(word: PlacedText, where: Where): Reference[] {
  const { name, version } = splitVersion(word, /[:=]/);
  return composerPackage(name.text, name.span, version, where);
}

function readCargo(word: PlacedText, where: Where): Reference[] {
  const { name, version } = splitVersion(word, /@/);
  if (!isCargoName(name.text)) return [];
  const found = cargoPackage(name.text, version, exactVersion(version), { dependency: 'direct' });
  return [packageReference(found, name.span, where)];
}

function readAs(type: string): InstallTool['read'] {
  return (word, where) => {
    const { name, version: written } = splitVersion(word, /[:@]/);
    if (!/^[A-Za-z][\w.-]*(?<!\.gem)$/.test(name.text)) return [];
    const version = exactVersion(written);
    return packageReferences({ type, path: name.text, span: name.span, written, version }, where);
  };
}

/** @returns without a version when a variable is part of it. */
function splitVersion(word: PlacedText, joint: RegExp): { name: PlacedText; version: string | undefined } {
  const [joined = ''] = joint.exec(word.text) ?? [];
  const end = joined === '' ? word.text.length : word.text.search(joint);
  const version = word.text.slice(end + joined.length);
  return {
    name: slicePlaced(word, 0, end),
    version: version === '' || version.includes(UNKNOWN_PART) ? undefined : version,
  };
}

const PIP = {
  valued:
    /^(?:-[rciftepd]|--(?:requirement|constraints?|index|(?:extra-|default-)?index-url|default-index|find-links|target|editable|trusted-host|proxy|timeout|retries|cert|root|prefix|src|platform|python|python-version|abi|implementation|cache-dir|log|no-binary|only-binary|group|extra|with|source|pypi-mirror))$/,
  read: readPip,
};
const NPM = {
  valued:
    /^(?:-[wC]|--(?:prefix|workspace|registry|cache|userconfig|tag|omit|include|dir|cwd|filter|loglevel))$/,
  read: readNpm,
};
const NPM_VERBS = [['install'], ['i'], ['add']];

const TOOLS = new Map<string, InstallTool>(
  [
    {
      names: ['pip', 'pip2', 'pip3', 'pipx', 'pipenv'],
      tool: { ...PIP, verbs: [['install'], ['download']] },
    },
    { names: ['uv'], tool: { ...PIP, verbs: [['pip', 'install'], ['tool', 'install'], ['add']] } },
    { names: ['poetry', 'pdm'], tool: { ...PIP, verbs: [['add']] } },
    { names: ['npm', 'cnpm', 'pnpm', 'bun'], tool: { ...NPM, verbs: NPM_VERBS } },
    { names: ['yarn'], tool: { ...NPM, verbs: [['add'], ['global', 'add']] } },
    {
      names: ['go'],
      tool: {
        verbs: [['get'], ['install']],
        valued: /^-(?:C|p|mod|modfile|ldflags|gcflags|asmflags|tags|o)$/,
        read: readGo,
      },
    },
    {
      // https://github.com/caddyserver/xcaddy
      names: ['xcaddy'],
      tool: { verbs: [['build']], valued: /^--(?:output|replace|embed)$/, read: readGo },
    },
    {
      names: ['composer'],
      tool: {
        verbs: [['require'], ['global', 'require']],
        valued: /^(?:-d|--working-dir)$/,
        read: readComposer,
      },
    },
    {
      names: ['gem'],
      tool: {
        verbs: [['install']],
        valued: /^(?:-[vsinPgp]|--(?:version|source|install-dir|bindir|trust-policy|file|platform))$/,
        read: readAs('gem'),
      },
    },
    {
      names: ['bundle', 'bundler'],
      tool: {
        verbs: [['add']],
        valued: /^(?:-[vsgr]|--(?:version|source|group|require|path|git|branch))$/,
        read: readAs('gem'),
      },
    },
    {
      names: ['cargo'],
      tool: {
        verbs: [['install'], ['add']],
        valued:
          /^(?:-[FpjZC]|--(?:version|vers|git|branch|tag|rev|path|root|index|registry|bin|example|features|target|profile|jobs|config|rename|package))$/,
        read: readCargo,
      },
    },
    {
      names: ['dotnet'],
      tool: {
        verbs: [
          ['add', 'package'],
          ['add', '*', 'package'],
          ['tool', 'install'],
        ],
        valued:
          /^(?:-[vsf]|--(?:version|source|add-source|framework|package-directory|tool-path|configfile))$/,
        read: readAs('nuget'),
      },
    },
    {
      names: ['dart', 'flutter'],
      tool: {
        verbs: [['pub', 'add']],
        valued: /^(?:-C|--(?:directory|sdk|path|git-url|git-ref|git-path|hosted-url))$/,
        read: readAs('pub'),
      },
    },
  ].flatMap(({ names, tool }) => names.map(name => [name, tool] as const)),
);
