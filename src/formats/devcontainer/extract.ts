import type { Reference } from '../../model/extraction.ts';
import type { Extract } from '../../model/format.ts';
import { parseJson } from '../../parsers/json.ts';
import type { TreeNode, TreeScalar } from '../../parsers/tree.ts';
import { interpolate } from '../../parsers/variable.ts';
import { unknownVariable } from '../shared/expressions.ts';
import { imageReferences } from '../shared/packages/image-reference.ts';
import { commandValueReferences } from '../shared/scripts/command-value.ts';
import { environmentReferences } from '../shared/settings/environment.ts';
import { stringReferences, type Where } from '../shared/strings.ts';
import { entriesOf, nodeAt, stringOf, stringsOf } from '../shared/tree-access.ts';
import { uniqueReferences } from '../shared/unique-references.ts';

/** Images, features, variables and commands of a development container. */
export const extractDevcontainer: Extract = source => {
  const { root, problems } = parseJson(source);
  const scope = `devcontainer:${source.path}`;
  const references = entriesOf(root).flatMap(({ key, value }) =>
    value ? settingReferences(key, value, { scope, structuralPath: [key] }) : [],
  );
  return { references: uniqueReferences(references), definitions: [], calls: [], comments: [], problems };
};

/** What is said under these keys is for people, or about the inside of the container. */
const IGNORED_KEYS = new Set([
  '$schema',
  'name',
  'description',
  'documentationURL',
  'licenseURL',
  'keywords',
  'id',
]);

function settingReferences(key: string, value: TreeNode, where: Where): Reference[] {
  if (IGNORED_KEYS.has(key)) return [];
  if (key.endsWith('Command')) return lifeCycleReferences(value, where);
  switch (key) {
    case 'image':
      return stringsOf(value).flatMap(image => imageOf(image, where));
    case 'build':
      return buildReferences(value, where);
    case 'features':
      return entriesOf(value).flatMap(entry => featureReferences(entry, where));
    case 'containerEnv':
    case 'remoteEnv':
      return variablesOf(value, where);
    default:
      return stringsIn(value, where);
  }
}

/** One command, or several by name that run at the same time. */
function lifeCycleReferences(value: TreeNode, where: Where): Reference[] {
  if (value.kind !== 'map') return commandValueReferences(value, { where, lookUp: unknownVariable });
  return value.entries.flatMap(({ key, value: command }) =>
    command && command.kind !== 'map' ? lifeCycleReferences(command, within(where, key)) : [],
  );
}

function buildReferences(value: TreeNode, where: Where): Reference[] {
  return [
    ...variablesOf(nodeAt(value, 'args'), within(where, 'args')),
    ...stringsOf(nodeAt(value, 'cacheFrom')).flatMap(image => imageOf(image, within(where, 'cacheFrom'))),
    ...stringsOf(nodeAt(value, 'options')).flatMap(option =>
      stringReferences(textOf(option), within(where, 'options')),
    ),
  ];
}

/** `"ghcr.io/devcontainers/features/node:1": { … }`: an artifact of a registry, a folder, or an archive. */
function featureReferences(
  {
    key,
    keySpan,
    value,
  }: { readonly key: string; readonly keySpan: TreeScalar['span']; readonly value?: TreeNode },
  outer: Where,
): Reference[] {
  const where = within(outer, key);
  const name: TreeScalar = { kind: 'scalar', type: 'string', text: key, span: keySpan };
  const own = /^\.{1,2}\//.test(key)
    ? []
    : /^https?:/.test(key)
      ? stringReferences(textOf(name), where)
      : imageOf(name, where);
  return [...own, ...(value ? stringsIn(value, where) : [])];
}

function variablesOf(value: TreeNode | undefined, where: Where): Reference[] {
  return entriesOf(value).flatMap(({ key, keySpan, value: text }) => {
    const scalar = stringOf(text);
    return environmentReferences({ text: key, span: keySpan }, scalar && textOf(scalar), within(where, key));
  });
}

function stringsIn(value: TreeNode, where: Where): Reference[] {
  if (value.kind === 'list') return value.items.flatMap(item => stringsIn(item, where));
  if (value.kind === 'map') {
    return entriesOf(value).flatMap(({ key, value: inner }) =>
      inner && key !== 'extensions' ? stringsIn(inner, within(where, key)) : [],
    );
  }
  return value.type === 'string' ? stringReferences(textOf(value), where) : [];
}

function imageOf(scalar: TreeScalar, where: Where): Reference[] {
  return imageReferences(textOf(scalar), where, unknownVariable);
}

function textOf(scalar: TreeScalar) {
  return interpolate(scalar, '$$');
}

function within({ scope, structuralPath }: Where, key: string): Where {
  return { scope, structuralPath: [...structuralPath, key] };
}
