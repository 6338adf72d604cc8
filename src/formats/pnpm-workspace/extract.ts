import { type Reference, SUPPRESSION_MARKER } from '../../model/extraction.ts';
import type { Extract } from '../../model/format.ts';
import type { TreeEntry, TreeNode } from '../../parsers/tree.ts';
import { parseYaml } from '../../parsers/yaml/parse.ts';
import { span } from '../../text/span.ts';
import { dependencyOf, referencesOf } from '../package-json/dependencies.ts';
import { packageInSelector } from '../package-json/selector.ts';
import { npmModule } from '../shared/modules/npm-module.ts';
import { npmSettingReferences } from '../shared/registries/npm-yaml-settings.ts';
import type { Where } from '../shared/strings.ts';
import { entriesOf } from '../shared/tree-access.ts';
import { uniqueReferences } from '../shared/unique-references.ts';

/** Catalogs, overrides and settings of a pnpm workspace. */
export const extractPnpmWorkspace: Extract = source => {
  const { documents, comments, problems } = parseYaml(source, SUPPRESSION_MARKER);
  const where = { scope: npmModule(source.path), structuralPath: [] };
  const references = documents.flatMap(document =>
    entriesOf(document).flatMap(entry => sectionReferences(entry, where)),
  );
  return { references: uniqueReferences(references), definitions: [], calls: [], comments, problems };
};

/** https://pnpm.io/settings */
function sectionReferences({ key, value }: TreeEntry, { scope }: Where): Reference[] {
  switch (key) {
    case 'catalog':
    case 'configDependencies':
      return dependencies(value, [key], scope);
    case 'catalogs':
      return entriesOf(value).flatMap(named => dependencies(named.value, [key, named.key], scope));
    case 'overrides':
      return entriesOf(value).flatMap(entry => override(entry, scope));
    case 'packageExtensions':
      return entriesOf(value).flatMap(extended =>
        entriesOf(extended.value).flatMap(section =>
          dependencies(section.value, [key, extended.key, section.key], scope),
        ),
      );
    default:
      return npmSettingReferences(value, key, { scope, structuralPath: [key] });
  }
}

function dependencies(node: TreeNode | undefined, path: readonly string[], scope: string): Reference[] {
  return entriesOf(node).flatMap(entry => {
    const dependency = dependencyOf(entry, [...path, entry.key], scope);
    const { specifier } = dependency;
    // YAML has no quotes around `1.2`, and means a number only for other readers.
    return referencesOf(
      specifier ? { ...dependency, specifier: { ...specifier, type: 'string' } } : dependency,
    );
  });
}

/** `name`, `name@1` or `parent>name`; `-` removes the package. */
function override(entry: TreeEntry, scope: string): Reference[] {
  const found = packageInSelector(entry.key);
  const { keySpan, key, value } = entry;
  if (!found || (value?.kind === 'scalar' && value.text === '-')) return [];
  const isVerbatim = keySpan.end - keySpan.start === key.length;
  const start = keySpan.start + found.start;
  const nameSpan = isVerbatim ? span(start, start + found.name.length) : keySpan;
  const base = { name: found.name, nameSpan, structuralPath: ['overrides', key], scope };
  return referencesOf(value?.kind === 'scalar' ? { ...base, specifier: { ...value, type: 'string' } } : base);
}
