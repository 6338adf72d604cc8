import { type Reference, SUPPRESSION_MARKER } from '../../model/extraction.ts';
import type { Extract } from '../../model/format.ts';
import { parseToml } from '../../parsers/toml/parse.ts';
import type { TreeEntry } from '../../parsers/tree.ts';
import { compareSpans } from '../../text/span.ts';
import { packageTable } from '../pyproject/dependencies.ts';
import { pythonModule } from '../shared/modules/python-module.ts';
import { registrySetting } from '../shared/registries/registry-setting.ts';
import { itemsOf, stringAt } from '../shared/tree-access.ts';

/** Packages and indexes. Every section but the named ones is a group of packages. */
export const extractPipfile: Extract = source => {
  const { root, comments, problems } = parseToml(source, SUPPRESSION_MARKER);
  const scope = pythonModule(source.path);
  const references = root.entries.flatMap(section => sectionReferences(section, scope));
  references.sort((a, b) => compareSpans(a.span, b.span));
  return { references, definitions: [], calls: [], comments, problems };
};

function sectionReferences({ key, value }: TreeEntry, scope: string): Reference[] {
  const where = { scope, structuralPath: [key] };
  if (key === 'source') {
    return itemsOf(value).flatMap(item => {
      const address = stringAt(item, 'url');
      return address ? registrySetting(address, 'pypi', where) : [];
    });
  }
  return NO_PACKAGES.has(key) ? [] : packageTable(value, where);
}

const NO_PACKAGES = new Set(['requires', 'scripts', 'pipenv']);
