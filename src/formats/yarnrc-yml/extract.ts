import { type Reference, SUPPRESSION_MARKER } from '../../model/extraction.ts';
import type { Extract } from '../../model/format.ts';
import type { TreeEntry } from '../../parsers/tree.ts';
import { parseYaml } from '../../parsers/yaml/parse.ts';
import { dependencyOf, referencesOf } from '../package-json/dependencies.ts';
import { npmModule } from '../shared/modules/npm-module.ts';
import { npmSettingReferences } from '../shared/registries/npm-yaml-settings.ts';
import { entriesOf } from '../shared/tree-access.ts';
import { uniqueReferences } from '../shared/unique-references.ts';

/** Registries, proxies, plug-ins and added dependencies in Yarn's settings. Secrets are never read. */
export const extractYarnrcYml: Extract = source => {
  const { documents, comments, problems } = parseYaml(source, SUPPRESSION_MARKER);
  const scope = npmModule(source.path);
  const references = documents.flatMap(document =>
    entriesOf(document).flatMap(entry => sectionReferences(entry, scope)),
  );
  return { references: uniqueReferences(references), definitions: [], calls: [], comments, problems };
};

function sectionReferences({ key, value }: TreeEntry, scope: string): Reference[] {
  if (key === 'packageExtensions' || key === 'catalogs') {
    return entriesOf(value).flatMap(outer =>
      entriesOf(outer.value).flatMap(inner =>
        key === 'catalogs'
          ? dependency(inner, [key, outer.key], scope)
          : entriesOf(inner.value).flatMap(entry => dependency(entry, [key, outer.key, inner.key], scope)),
      ),
    );
  }
  if (key === 'catalog') return entriesOf(value).flatMap(entry => dependency(entry, [key], scope));
  return npmSettingReferences(value, key, { scope, structuralPath: [key] });
}

function dependency(entry: TreeEntry, path: readonly string[], scope: string): Reference[] {
  if (entry.value?.kind === 'map') return [];
  const found = dependencyOf(entry, [...path, entry.key], scope);
  const { specifier } = found;
  return referencesOf(specifier ? { ...found, specifier: { ...specifier, type: 'string' } } : found);
}
