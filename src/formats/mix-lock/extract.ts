import type { Reference } from '../../model/extraction.ts';
import type { Extract } from '../../model/format.ts';
import { type CodeItem, itemsOf, stringOf } from '../../parsers/code/call.ts';
import { ELIXIR } from '../../parsers/code/dialect.ts';
import { type CodeGroup, type CodeNode, isMark } from '../../parsers/code/node.ts';
import { parseCode } from '../../parsers/code/parse.ts';
import { type InterpolatedText, visibleText } from '../../parsers/interpolation.ts';
import { folderModule } from '../shared/modules/folder-module.ts';
import { type LockNode, lockGraph } from '../shared/packages/lock-graph.ts';
import { packageReferences } from '../shared/packages/named-package.ts';
import { FetchedHosts } from '../shared/registries/fetched-hosts.ts';

/** `"name": {:hex, :name, "1.0.0", "checksum", [:mix], [{:other, "~> 1.0", […]}], "hexpm", "checksum"}`. */
export const extractMixLock: Extract = source => {
  const { nodes, problems } = parseCode(source, ELIXIR);
  const scope = folderModule('mix', source.path);
  const hosts = new FetchedHosts(scope);
  const locked: LockNode[] = [];
  const references: Reference[] = [];
  const map = nodes.find(node => node.kind === 'group');
  for (const item of map?.kind === 'group' ? itemsOf(map.nodes) : []) {
    const tuple = item.nodes[0];
    if (item.label === undefined || !item.labelSpan || tuple?.kind !== 'group') continue;
    const entry = entryOf(item.label, tuple);
    if (entry.address) hosts.add(visibleText(entry.address));
    locked.push({ node: item.label, name: item.label, requires: entry.requires });
    const { start, end } = item.labelSpan;
    const isQuoted = end - start === item.label.length + 2;
    const place = isQuoted ? { start: start + 1, end: end - 1 } : { start, end };
    const { name, version } = entry;
    references.push(
      ...packageReferences(
        {
          type: 'hex',
          path: name,
          name,
          span: place,
          written: version,
          version,
          dependency: 'transitive',
          node: item.label,
        },
        { scope, structuralPath: [item.label] },
      ),
    );
  }
  return {
    references: [...references, ...hosts.references()],
    definitions: [],
    calls: [],
    graph: lockGraph(source.path, 'mix.exs', locked, undefined),
    comments: [],
    problems,
  };
};

interface LockEntry {
  readonly name: string;
  readonly version?: string | undefined;
  readonly address?: InterpolatedText;
  readonly requires: readonly string[];
}

function entryOf(key: string, tuple: CodeGroup): LockEntry {
  const items = itemsOf(tuple.nodes);
  if (atomIn(items[0]?.nodes ?? []) === 'git') {
    const address = stringOf(items[1])?.text;
    return { name: key, requires: [], ...(address ? { address } : {}) };
  }
  const version = stringOf(items[2])?.text;
  return {
    name: atomIn(items[1]?.nodes ?? []) ?? key,
    version: version && visibleText(version).text,
    requires: requiredIn(items),
  };
}

/** The names in the list of tuples. */
function requiredIn(items: readonly CodeItem[]): string[] {
  const lists = items.flatMap(({ nodes }) =>
    nodes[0]?.kind === 'group' && nodes[0].open === '[' ? [nodes[0]] : [],
  );
  return lists
    .flatMap(list => list.nodes)
    .flatMap(node => (node.kind === 'group' && node.open === '{' ? (atomIn(node.nodes) ?? []) : []));
}

/** `:name`, at the beginning. */
function atomIn(nodes: readonly CodeNode[]): string | undefined {
  const [colon, name] = nodes;
  return isMark(colon, ':') && name?.kind === 'word' ? name.text : undefined;
}
