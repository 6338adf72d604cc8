import { type Reference, SUPPRESSION_MARKER } from '../../model/extraction.ts';
import type { Extract } from '../../model/format.ts';
import { withoutVariables } from '../../parsers/interpolation.ts';
import { parseToml } from '../../parsers/toml/parse.ts';
import { childOf, type TreeEntry } from '../../parsers/tree.ts';
import { compareSpans } from '../../text/span.ts';
import { patchReferences } from '../cargo-toml/extract.ts';
import { cargoModule } from '../shared/packages/cargo-package.ts';
import { addressHosts, registrySetting } from '../shared/registries/registry-setting.ts';
import { environmentReferences } from '../shared/settings/environment.ts';
import type { Where } from '../shared/strings.ts';
import { entriesOf, stringAt, stringOf } from '../shared/tree-access.ts';

/** Registries, replaced sources, proxies and variables of Cargo's settings. Tokens are never read. */
export const extractCargoConfig: Extract = source => {
  const { root, comments, problems } = parseToml(source, SUPPRESSION_MARKER);
  const where = { scope: cargoModule(source.path), structuralPath: [] };
  const references = root.entries.flatMap(entry => sectionReferences(entry, where));
  references.sort((a, b) => compareSpans(a.span, b.span));
  return { references, definitions: [], calls: [], comments, problems };
};

/** https://doc.rust-lang.org/cargo/reference/config.html */
function sectionReferences(entry: TreeEntry, where: Where): Reference[] {
  const { key, value } = entry;
  switch (key) {
    case 'source':
    case 'registries':
      return entriesOf(value).flatMap(named =>
        registryAddresses(named, { ...where, structuralPath: [key, named.key] }),
      );
    case 'registry':
      return registryAddresses(entry, { ...where, structuralPath: [key] });
    case 'http':
      return addressAt(value, 'proxy', { ...where, structuralPath: [key, 'proxy'] });
    case 'env':
      return entriesOf(value).flatMap(variable => variableReferences(variable, where));
    case 'patch':
      return patchReferences(entry, where);
    default:
      return [];
  }
}

/** `registry` and `index` are registries, and so is the git form of one; folders are the repository's own. */
function registryAddresses({ value }: TreeEntry, where: Where): Reference[] {
  return REGISTRY_KEYS.flatMap(key => {
    const address = stringAt(value, key);
    if (!address?.text.includes(':')) return [];
    return registrySetting(address, 'cargo', { ...where, structuralPath: [...where.structuralPath, key] });
  });
}

const REGISTRY_KEYS = ['registry', 'index', 'git'];

function addressAt(node: TreeEntry['value'], key: string, where: Where): Reference[] {
  const address = stringAt(node, key);
  return address ? addressHosts(address, where) : [];
}

/** `NAME = "value"` or `NAME = { value = "…", force = true }`. */
function variableReferences({ key, keySpan, value }: TreeEntry, where: Where): Reference[] {
  const text = stringOf(value) ?? stringOf(childOf(value, 'value'));
  const name = { text: key, span: keySpan };
  return environmentReferences(name, text && withoutVariables(text), {
    ...where,
    structuralPath: ['env', key],
  });
}
