import type { Reference } from '../../model/extraction.ts';
import type { Extract } from '../../model/format.ts';
import { parseJson } from '../../parsers/json.ts';
import { childOf, type TreeEntry } from '../../parsers/tree.ts';
import { basename, dirname } from '../../text/path.ts';
import { dotnetModule } from '../shared/modules/dotnet-module.ts';
import { type LockNode, lockGraph } from '../shared/packages/lock-graph.ts';
import { packageReferences } from '../shared/packages/named-package.ts';
import { entriesOf, stringAt } from '../shared/tree-access.ts';

/** The packages of every target framework, and who brings them in. */
export const extractNugetLock: Extract = source => {
  const { root, problems } = parseJson(source);
  const scope = dotnetModule(source.path);
  const locked: LockNode[] = [];
  const direct: string[] = [];
  const references: Reference[] = [];
  for (const framework of entriesOf(childOf(root, 'dependencies'))) {
    for (const entry of entriesOf(framework.value)) {
      const node = nodeOf(framework.key, entry.key);
      const type = stringAt(entry.value, 'type')?.text;
      const requires = entriesOf(childOf(entry.value, 'dependencies')).map(({ key }) =>
        nodeOf(framework.key, key),
      );
      locked.push({ node, name: entry.key, requires });
      // A project of the solution brings its own packages in.
      if (type === 'Direct' || type === 'Project') direct.push(node);
      if (type !== 'Project') references.push(...packageOf(entry, node, type, framework.key, scope));
    }
  }
  const graph = lockGraph(source.path, `${basename(dirname(source.path))}.csproj`, locked, direct);
  return { references, definitions: [], calls: [], graph, comments: [], problems };
};

function packageOf(
  { key, keySpan, value }: TreeEntry,
  node: string,
  type: string | undefined,
  framework: string,
  scope: string,
): Reference[] {
  const version = stringAt(value, 'resolved')?.text;
  const dependency = type === 'Direct' ? 'direct' : 'transitive';
  return packageReferences(
    { type: 'nuget', path: key, span: keySpan, written: version, version, dependency, node },
    { scope, structuralPath: ['dependencies', framework, key] },
  );
}

/** Package names are the same in upper and lower case. */
function nodeOf(framework: string, name: string): string {
  return `${framework}/${name.toLowerCase()}`;
}
