import { type Reference, SUPPRESSION_MARKER } from '../../model/extraction.ts';
import type { Extract } from '../../model/format.ts';
import { childOf, type TreeEntry, type TreeNode } from '../../parsers/tree.ts';
import { parseYaml } from '../../parsers/yaml/parse.ts';
import { folderModule } from '../shared/modules/folder-module.ts';
import { exactVersion, packageReferences } from '../shared/packages/named-package.ts';
import type { Where } from '../shared/strings.ts';
import { entriesOf, scalarAt, stringAt, stringOf } from '../shared/tree-access.ts';
import { uniqueReferences } from '../shared/unique-references.ts';
import { hostReferences, mirrorReferences } from '../shared/url-references.ts';

/** Dependencies and the servers that they come from. */
export const extractPubspec: Extract = source => {
  const { documents, comments, problems } = parseYaml(source, SUPPRESSION_MARKER);
  const scope = folderModule('pub', source.path);
  const references = documents.flatMap(root => [
    ...entriesOf(root)
      .filter(section => SECTIONS.has(section.key))
      .flatMap(section => entriesOf(section.value).flatMap(entry => dependencyOf(entry, section.key, scope))),
    ...publisherOf(root, scope),
  ]);
  return { references: uniqueReferences(references), definitions: [], calls: [], comments, problems };
};

const SECTIONS = new Set(['dependencies', 'dev_dependencies', 'dependency_overrides']);

function dependencyOf({ key, keySpan, value }: TreeEntry, section: string, scope: string): Reference[] {
  const where = { scope, structuralPath: [section, key] };
  // A folder of the repository, or a part of the tools themselves.
  if (childOf(value, 'path') && !childOf(value, 'git')) return [];
  if (childOf(value, 'sdk')) return [];
  const written = value?.kind === 'scalar' ? value.text : scalarAt(value, 'version')?.text;
  const version = exactVersion(written?.trim());
  return [
    ...packageReferences({ type: 'pub', path: key, name: key, span: keySpan, written, version }, where),
    ...addressOf(value, where),
  ];
}

/** `hosted:` is a server, or a map with one; `git:` an address, or a map with one. */
function addressOf(value: TreeNode | undefined, where: Where): Reference[] {
  const hosted = childOf(value, 'hosted');
  const server = stringOf(hosted) ?? stringAt(hosted, 'url');
  const git = childOf(value, 'git');
  const repository = stringOf(git) ?? stringAt(git, 'url');
  return [
    ...(server?.text.includes('.') ? mirrorReferences(server, 'pub', where) : []),
    ...(repository ? hostReferences(repository, where) : []),
  ];
}

function publisherOf(root: TreeNode, scope: string): Reference[] {
  const server = stringAt(root, 'publish_to');
  return server?.text.includes('//')
    ? mirrorReferences(server, 'pub', { scope, structuralPath: ['publish_to'] })
    : [];
}
