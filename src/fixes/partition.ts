import type { Partition, Region } from '../model/catalog.ts';
import type { Finding } from '../model/finding.ts';
import type { Source } from '../text/source.ts';
import { sliceSpan, span } from '../text/span.ts';
import type { FixContext } from './context.ts';
import type { PlacedEdit } from './edits.ts';

/** What is left for what: the region and the partition only where the finding has one. */
export interface Move {
  readonly vendor: string;
  readonly region: string | undefined;
  readonly partition: string | undefined;
  readonly to: Region;
}

/** The partition of a finding's region, or the one that the finding itself names (`arn:aws-cn:…`, `s3.amazonaws.com.cn`). */
export function partitionOf(finding: Finding, { catalog, sources }: FixContext): string | undefined {
  const { vendor, region, value, kind } = finding;
  if (kind === 'host' || kind === 'image') {
    const { path, span: whole } = finding.origin ?? finding;
    const source = sources.get(path);
    return source && domainIn(sliceSpan(source.text, whole), catalog.vendor(vendor)?.partitions ?? [])?.id;
  }
  if (region !== undefined) return catalog.region(vendor, region)?.partition;
  return kind === 'partition' ? (/^arn:([\w-]+):/.exec(value)?.[1] ?? value) : undefined;
}

/**
 * Takes files along when their region moves to another partition: in every resource name the partition, and in every host
 * what it ends with, each with the region that it names. Those of other regions stay, and so do copies of others' images.
 */
export function partitionEdits(
  move: Move,
  files: readonly Source[],
  context: Pick<FixContext, 'catalog'>,
): PlacedEdit[] {
  if (!changesPartition(move)) return [];
  return files.flatMap(({ path, text }) =>
    [...namesIn(text, move), ...hostsIn(text, move, context)].flatMap(name => {
      const regions = partsOf(name).filter(part => context.catalog.region(move.vendor, part.text));
      if (regions.some(part => part.text !== move.region)) return [];
      const own = regions.map(part => ({ newText: move.to.id, ...part }));
      return [{ newText: name.newText, ...name.part }, ...own].map(({ text: old, start, newText }) => ({
        path,
        edit: { span: span(start, start + old.length), newText },
      }));
    }),
  );
}

/** Whether what is moved gets another partition. */
export function changesPartition(move: Move): move is PartitionMove {
  const { partition, to } = move;
  return partition !== undefined && to.partition !== undefined && to.partition !== partition;
}

interface PartitionMove extends Move {
  readonly partition: string;
  readonly to: Region & { readonly partition: string };
}

/** A piece of a text; `start` is its offset. */
interface Piece {
  readonly text: string;
  readonly start: number;
}

/** A name, and the part of it that says which partition it belongs to. */
interface Named extends Piece {
  readonly part: Piece;
  readonly newText: string;
}

/** Resource names of the partition, as far as their region. */
function namesIn(text: string, { partition, to }: PartitionMove): Named[] {
  return [...text.matchAll(/\barn:([\w-]+):[^:\s"']*:[\w-]*/g)].flatMap(
    ({ 0: name, 1: own, index: start }) =>
      own === partition
        ? [
            {
              text: name,
              start,
              part: { text: own, start: start + 'arn:'.length },
              newText: to.partition,
            },
          ]
        : [],
  );
}

/** Hosts that end with the partition's domain, and the domain alone. */
function hostsIn(
  text: string,
  { vendor, partition, to }: Move,
  { catalog }: Pick<FixContext, 'catalog'>,
): Named[] {
  const partitions = catalog.vendor(vendor)?.partitions ?? [];
  const [old, next] = [partition, to.partition].map(id => partitions.find(each => each.id === id)?.domain);
  if (old === undefined || next === undefined || old === next) return [];
  const hosts: Named[] = [];
  for (let at = text.indexOf(old); at >= 0; at = text.indexOf(old, at + old.length)) {
    const end = at + old.length;
    const labels = /(?<![\w.-])(?:[\w-]*\.)*$/.exec(text.slice(Math.max(0, at - MAX_HOST), at))?.[0] ?? '';
    if (/[\w-]/.test(text[at - 1] ?? '') || /^\.?[\w-]/.test(text.slice(end, end + 2))) continue;
    const host = labels + old;
    const found = catalog.matcher.match({ kind: 'image', value: `${host}/image` });
    if (typeof found !== 'string' && found.some(({ relationship }) => relationship === 'mirror')) continue;
    hosts.push({ text: host, start: at - labels.length, part: { text: old, start: at }, newText: next });
  }
  return hosts;
}

/** The longest name of a host (RFC 1035, 2.3.4). */
const MAX_HOST = 255;

function partsOf({ text, start }: Piece): Piece[] {
  return [...text.matchAll(/[^.:]+/g)].map(({ 0: part, index }) => ({ text: part, start: start + index }));
}

function domainIn(text: string, partitions: readonly Partition[]): Partition | undefined {
  const named = partitions.filter(({ domain }) => text.includes(domain));
  return named.sort((a, b) => b.domain.length - a.domain.length)[0];
}
