import {
  type Definition,
  type Extraction,
  type Reference,
  SUPPRESSION_MARKER,
} from '../../model/extraction.ts';
import type { Extract } from '../../model/format.ts';
import type { InterpolatedText } from '../../parsers/interpolation.ts';
import { parseProperties } from '../../parsers/properties.ts';
import type { TreeNode, TreeScalar } from '../../parsers/tree.ts';
import { parseYaml } from '../../parsers/yaml/parse.ts';
import { basename } from '../../text/path.ts';
import { makeSource } from '../../text/source.ts';
import { span } from '../../text/span.ts';
import { suppressionComments } from '../shared/comments/suppression-comments.ts';
import { expressionOf, scopeVariable } from '../shared/expressions.ts';
import { folderModule } from '../shared/modules/folder-module.ts';
import { variableNameReference } from '../shared/settings/environment.ts';
import { type SettingsReading, settingReferences } from '../shared/settings/settings-tree.ts';
import { uniqueReferences } from '../shared/unique-references.ts';
import { withPlaceholders } from './placeholders.ts';

/** Hosts, regions and environment variables of an application's settings, which are definitions too. */
export const extractSpring: Extract = source => {
  const scope = folderModule('spring', source.path);
  const file = source.path.endsWith('.properties') ? readProperties(source.text) : readYaml(source);
  const settings = file.settings.filter(({ name }) => !PROSE.test(name));
  return {
    references: uniqueReferences(settings.flatMap(setting => referencesOf(setting, scope))),
    definitions: settings.map(setting => definitionOf(setting, scope, basename(source.path))),
    calls: [],
    comments: file.comments,
    problems: file.problems,
  };
};

/** What is written about the application, and the format of log lines. */
const PROSE =
  /(?:^|\.)(?:description|title|banner|pattern|terms-of-service|license)(?:\.|$)|(?:^|\.)contact\.(?:url|name|email)$|^info\./i;

interface Setting {
  /** With the names around it: `spring.datasource.url`. */
  readonly name: string;
  readonly value: TreeScalar;
}

type SettingsFile = Pick<Extraction, 'comments' | 'problems'> & { readonly settings: readonly Setting[] };

function readYaml(source: Parameters<Extract>[0]): SettingsFile {
  const filtered = source.text.replace(FILTERED, '~');
  const readable = filtered === source.text ? source : makeSource(source.path, filtered);
  const { documents, comments, problems } = parseYaml(readable, SUPPRESSION_MARKER);
  return { settings: documents.flatMap(document => settingsIn(document, [])), comments, problems };
}

/**
 * The first character of a value that the build fills in, `@name@`, which no value of YAML begins with
 * (https://docs.spring.io/spring-boot/how-to/properties-and-configuration.html#howto.properties-and-configuration.expand-properties.maven).
 */
const FILTERED = /(?<=[:-][ \t])@(?=[\w.-]{1,200}@)/g;

function settingsIn(node: TreeNode, path: readonly string[]): Setting[] {
  if (node.kind === 'scalar') return node.type === 'null' ? [] : [{ name: path.join('.'), value: node }];
  if (node.kind === 'list')
    return node.items.flatMap((item, index) => settingsIn(item, [...path, String(index)]));
  return node.entries.flatMap(({ key, value }) => (value ? settingsIn(value, [...path, key]) : []));
}

function readProperties(text: string): SettingsFile {
  const { entries, comments } = parseProperties(text);
  return {
    settings: entries.map(({ key, value }) => ({
      name: key,
      value: { ...value, kind: 'scalar', type: 'string' },
    })),
    comments: suppressionComments(text, comments, () =>
      entries.map(({ keySpan, value }) => span(keySpan.start, Math.max(keySpan.end, value.span.end))),
    ),
    problems: [],
  };
}

function referencesOf({ name, value }: Setting, scope: string): Reference[] {
  const where = { scope, structuralPath: name.split('.') };
  const reading: SettingsReading = { scope, textOf: withPlaceholders, lookUp: scopeVariable };
  // `cloud.aws.region.static`
  const key = name.replace(/\.(?:static|id|name|value|default|\d+)$/, '').replace(/^.*\./s, '');
  return [
    ...settingReferences(key, value, where, reading),
    ...environmentNames(withPlaceholders(value)).flatMap(each => variableNameReference(each, where)),
  ];

  function environmentNames(text: InterpolatedText): { text: string; span: TreeScalar['span'] }[] {
    return text.parts.flatMap(part => {
      if (part.type === 'text') return [];
      const { start } = part.span;
      const isName = /^[A-Z][A-Z0-9_]*$/.test(part.name);
      const own = { text: part.name, span: span(start + 2, start + 2 + part.name.length) };
      return [...(isName ? [own] : []), ...(part.operand ? environmentNames(part.operand) : [])];
    });
  }
}

/** A profile's settings may hold instead of those for all. */
function definitionOf({ name, value }: Setting, scope: string, fileName: string): Definition {
  const isProfile = /^[a-z]+-/.test(fileName) && !fileName.startsWith('microprofile');
  return {
    scope,
    name,
    value: expressionOf(withPlaceholders(value), scopeVariable),
    precedence: isProfile ? 'alternative' : 'default',
  };
}
