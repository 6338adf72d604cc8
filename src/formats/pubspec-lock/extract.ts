import { type Reference, SUPPRESSION_MARKER } from '../../model/extraction.ts';
import type { Extract } from '../../model/format.ts';
import { childOf, type TreeEntry } from '../../parsers/tree.ts';
import { parseYaml } from '../../parsers/yaml/parse.ts';
import { folderModule } from '../shared/modules/folder-module.ts';
import { packageReferences } from '../shared/packages/named-package.ts';
import { FetchedHosts } from '../shared/registries/fetched-hosts.ts';
import { entriesOf, scalarAt, stringAt } from '../shared/tree-access.ts';

/** Every resolved package; the servers as one reference each. */
export const extractPubspecLock: Extract = source => {
  const { documents, comments, problems } = parseYaml(source, SUPPRESSION_MARKER);
  const scope = folderModule('pub', source.path);
  const hosts = new FetchedHosts(scope);
  const references = documents.flatMap(root =>
    entriesOf(childOf(root, 'packages')).flatMap(entry => packageOf(entry, hosts, scope)),
  );
  return {
    references: [...references, ...hosts.references()],
    definitions: [],
    calls: [],
    comments,
    problems,
  };
};

function packageOf({ key, keySpan, value }: TreeEntry, hosts: FetchedHosts, scope: string): Reference[] {
  const source = stringAt(value, 'source')?.text;
  if (source === 'path' || source === 'sdk') return [];
  const url = stringAt(childOf(value, 'description'), 'url');
  if (url) hosts.add(url, source === 'hosted' ? { ecosystem: 'pub' } : undefined);
  const version = scalarAt(value, 'version')?.text;
  const isDirect = /^direct/.test(stringAt(value, 'dependency')?.text ?? '');
  return packageReferences(
    {
      type: 'pub',
      path: key,
      name: key,
      span: keySpan,
      written: version,
      version,
      dependency: isDirect ? 'direct' : 'transitive',
    },
    { scope, structuralPath: ['packages', key] },
  );
}
