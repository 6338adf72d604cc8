import { type Reference, SUPPRESSION_MARKER } from '../../model/extraction.ts';
import type { Extract } from '../../model/format.ts';
import type { TreeEntry } from '../../parsers/tree.ts';
import { parseYaml } from '../../parsers/yaml/parse.ts';
import { dirname } from '../../text/path.ts';
import { folderModule } from '../shared/modules/folder-module.ts';
import { entriesOf, stringOf } from '../shared/tree-access.ts';
import { hostReferences, isInUrl, mirrorReferences } from '../shared/url-references.ts';

/** Mirrors of gem servers: `BUNDLE_MIRROR__HTTPS://…: "https://…"`. Credentials are never read. */
export const extractBundleConfig: Extract = source => {
  const { documents, comments, problems } = parseYaml(source, SUPPRESSION_MARKER);
  const scope = folderModule('ruby', dirname(source.path));
  return {
    references: documents.flatMap(root => entriesOf(root).flatMap(entry => referencesOf(entry, scope))),
    definitions: [],
    calls: [],
    comments,
    problems,
  };
};

function referencesOf({ key, value }: TreeEntry, scope: string): Reference[] {
  const address = stringOf(value);
  if (!address) return [];
  const where = { scope, structuralPath: [key] };
  if (/^BUNDLE_MIRROR__/i.test(key))
    return /\d$|^true$|^false$/.test(address.text) ? [] : mirrorReferences(address, 'rubygems', where);
  return hostReferences(address, where, mention => isInUrl(address.text, mention));
}
