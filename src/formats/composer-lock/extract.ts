import type { Reference } from '../../model/extraction.ts';
import type { Extract } from '../../model/format.ts';
import { parseJson } from '../../parsers/json.ts';
import { childOf, type TreeNode } from '../../parsers/tree.ts';
import { folderModule } from '../shared/modules/folder-module.ts';
import { composerPackage } from '../shared/packages/composer-package.ts';
import { type LockNode, lockGraph } from '../shared/packages/lock-graph.ts';
import { FetchedHosts } from '../shared/registries/fetched-hosts.ts';
import { entriesOf, itemsOf, stringAt } from '../shared/tree-access.ts';

/** Every installed package, who brings it in, and where its archive or repository is. */
export const extractComposerLock: Extract = source => {
  const { root, problems } = parseJson(source);
  const scope = folderModule('composer', source.path);
  const hosts = new FetchedHosts(scope);
  const locked: LockNode[] = [];
  const references: Reference[] = [];
  for (const list of ['packages', 'packages-dev']) {
    for (const item of itemsOf(childOf(root, list))) {
      const name = stringAt(item, 'name');
      if (!name) continue;
      const node = name.text.toLowerCase();
      locked.push({ node, name: name.text, requires: requiredBy(item) });
      const version = stringAt(item, 'version')?.text;
      references.push(
        ...composerPackage(
          name.text,
          name.span,
          version,
          { scope, structuralPath: [list, name.text] },
          { dependency: 'transitive', node },
        ),
      );
      addHosts(item, hosts);
    }
  }
  const graph = lockGraph(source.path, 'composer.json', locked, undefined);
  return {
    references: [...references, ...hosts.references()],
    definitions: [],
    calls: [],
    graph,
    comments: [],
    problems,
  };
};

function requiredBy(item: TreeNode): string[] {
  return entriesOf(childOf(item, 'require')).map(({ key }) => key.toLowerCase());
}

/** A mirror is said besides the archive's own address (https://getcomposer.org/doc/05-repositories.md#package). */
function addHosts(item: TreeNode, hosts: FetchedHosts): void {
  for (const kind of ['source', 'dist']) {
    const holder = childOf(item, kind);
    const url = stringAt(holder, 'url');
    if (url && /^[a-z+]+:\/\//i.test(url.text)) hosts.add(url);
    for (const mirror of itemsOf(childOf(holder, 'mirrors'))) {
      const address = stringAt(mirror, 'url');
      if (address)
        hosts.add(address, {
          ecosystem: 'composer',
          end: address.text.indexOf('%') < 0 ? address.text.length : address.text.indexOf('%'),
        });
    }
  }
  const notification = stringAt(item, 'notification-url');
  if (notification) hosts.add(notification, { ecosystem: 'composer' });
}
