import type { TreeEntry, TreeMap, TreeNode, TreeScalar } from '../../parsers/tree.ts';
import { span } from '../../text/span.ts';
import type { LockedNpm } from '../shared/packages/npm-lock.ts';
import { entriesOf, stringAt } from '../shared/tree-access.ts';

/** What Yarn's lockfile says of one package. */
export interface YarnEntry {
  readonly locked: LockedNpm;
  /** Yarn 1: the address. Later versions: `name@protocol:version`. */
  readonly resolved?: TreeScalar;
  /** The folder of a project of the repository. */
  readonly folder?: string;
  /** A folder that is linked, no package of a registry. */
  readonly isLocal: boolean;
}

/** All entries, with the ranges that others ask for looked up. */
export function readEntries(root: TreeMap): YarnEntry[] {
  const read = root.entries.filter(({ key, value }) => key !== '__metadata' && value?.kind === 'map');
  const nodes = new Map<string, string>();
  const described = read.map(entry => {
    const descriptors = descriptorsOf(entry.key);
    const node = descriptors[0]?.text ?? '';
    for (const { text } of descriptors) nodes.set(text, node);
    return { entry, first: descriptors[0], node };
  });
  return described.flatMap(({ entry, first, node }) => {
    const found = first && yarnEntry(entry, first, node, nodes);
    return found ? [found] : [];
  });
}

/** `name@range`, by its offset in the key. */
interface Descriptor {
  readonly text: string;
  readonly start: number;
}

/** The ranges that a key joins: `"a@^1", b@^2` in Yarn 1, `a@npm:^1, a@npm:^2` later. */
function descriptorsOf(key: string): Descriptor[] {
  return [...key.matchAll(/[^\s,"][^",]*/g)].map(match => ({ text: match[0].trim(), start: match.index }));
}

function yarnEntry(
  { keySpan, value }: TreeEntry,
  first: Descriptor,
  node: string,
  nodes: ReadonlyMap<string, string>,
): YarnEntry | undefined {
  const at = first.text.indexOf('@', 1);
  if (at < 1) return undefined;
  const written = first.text.slice(0, at);
  const range = first.text.slice(at + 1);
  const resolved = stringAt(value, 'resolved') ?? stringAt(value, 'resolution');
  const start = keySpan.start + first.start;
  const locked = {
    name: realName(written, range, stringAt(value, 'resolution')?.text),
    nameSpan: span(start, start + written.length),
    version: stringAt(value, 'version')?.text,
    node,
    requires: requiredNodes(value, nodes),
  };
  const workspace = /^(?:@[^/@]+\/)?[^@]+@workspace:(.*)$/.exec(resolved?.text ?? '')?.[1];
  return {
    locked,
    ...(resolved ? { resolved } : {}),
    ...(workspace === undefined ? {} : { folder: workspace }),
    isLocal: workspace !== undefined || LOCAL.test(range),
  };
}

const LOCAL = /^(?:workspace|link|portal|file):(?!.*\.(?:tgz|tar\.gz)(?:#|::|$))/;

/** `alias@npm:name@range` installs `name`; later versions say so in the resolution. */
function realName(written: string, range: string, resolution: string | undefined): string {
  const alias = /^npm:((?:@[^/@]+\/)?[^@]+)@/.exec(range)?.[1];
  if (alias !== undefined) return alias;
  const resolved = /^((?:@[^/@]+\/)?[^@]+)@npm:/.exec(resolution ?? '')?.[1];
  return resolved ?? written;
}

function requiredNodes(value: TreeNode | undefined, nodes: ReadonlyMap<string, string>): string[] {
  return entriesOf(value)
    .filter(({ key }) => key === 'dependencies' || key === 'optionalDependencies')
    .flatMap(section => entriesOf(section.value))
    .flatMap(({ key, value: range }) => {
      const text = range?.kind === 'scalar' ? range.text : '';
      return nodes.get(`${key}@${text}`) ?? nodes.get(`${key}@npm:${text}`) ?? [];
    });
}
