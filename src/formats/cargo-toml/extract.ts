import { type Reference, SUPPRESSION_MARKER } from '../../model/extraction.ts';
import type { Extract } from '../../model/format.ts';
import { parseToml } from '../../parsers/toml/parse.ts';
import { childOf, type TreeEntry, type TreeMap } from '../../parsers/tree.ts';
import { compareSpans } from '../../text/span.ts';
import { cargoModule } from '../shared/packages/cargo-package.ts';
import { addressHosts } from '../shared/registries/registry-setting.ts';
import type { Where } from '../shared/strings.ts';
import { entriesOf } from '../shared/tree-access.ts';
import { dependencyTable } from './dependencies.ts';

/** The crates that a manifest asks for and where they come from. Its descriptive fields are prose. */
export const extractCargoToml: Extract = source => {
  const { root, comments, problems } = parseToml(source, SUPPRESSION_MARKER);
  const references = manifestReferences(root, { scope: cargoModule(source.path), structuralPath: [] });
  references.sort((a, b) => compareSpans(a.span, b.span));
  return { references, definitions: [], calls: [], comments, problems };
};

function manifestReferences(root: TreeMap, where: Where): Reference[] {
  const at = (...path: string[]): Where => ({ ...where, structuralPath: path });
  return root.entries.flatMap(entry => {
    const { key, value } = entry;
    if (DEPENDENCIES.has(key) || key === 'replace') return dependencyTable(value, at(key));
    if (key === 'workspace') return dependencyTable(childOf(value, 'dependencies'), at(key, 'dependencies'));
    if (key === 'target')
      return entriesOf(value).flatMap(target => targetReferences(target, at(key, target.key)));
    return key === 'patch' ? patchReferences(entry, where) : [];
  });
}

const DEPENDENCIES = new Set([
  ...['dependencies', 'dev-dependencies', 'build-dependencies', 'dev_dependencies', 'build_dependencies'],
]);

/** `[target.'cfg(…)'.dependencies]`. */
function targetReferences({ value }: TreeEntry, where: Where): Reference[] {
  return entriesOf(value)
    .filter(({ key }) => DEPENDENCIES.has(key))
    .flatMap(({ key, value: table }) =>
      dependencyTable(table, { ...where, structuralPath: [...where.structuralPath, key] }),
    );
}

/** `[patch.crates-io]`, or the address of the registry or repository whose packages are replaced. */
export function patchReferences({ key, value }: TreeEntry, where: Where): Reference[] {
  return entriesOf(value).flatMap(source => {
    const place = { ...where, structuralPath: [key, source.key] };
    const address = { text: source.key, span: source.keySpan };
    return [
      ...(source.key.includes('://') ? addressHosts(address, place) : []),
      ...dependencyTable(source.value, place),
    ];
  });
}
