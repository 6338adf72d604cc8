import { compileGlob, type Glob } from './glob.ts';

/** How a host is compared: the host itself, it and everything below it, or a pattern. */
export type HostMatchMode = 'exact' | 'domain' | 'glob';

/** What a host matched, and how closely. */
export interface HostHit<Entry> {
  readonly entry: Entry;
  /** Literal characters that were compared; infinite for the exact host. The greater is the closer. */
  readonly closeness: number;
}

interface Node<Entry> {
  readonly children: Map<string, Node<Entry>>;
  readonly exact: Entry[];
  readonly domain: Entry[];
  readonly globs: { readonly glob: Glob; readonly entry: Entry }[];
}

/**
 * Host names in a trie of labels, read from the right, so that only whole labels are ever compared:
 * `notaliyuncs.com` is not below `aliyuncs.com`. A pattern waits at the labels that are literal at its end.
 */
export class HostIndex<Entry> {
  private readonly root: Node<Entry> = makeNode();

  add(mode: HostMatchMode, host: string, entry: Entry): void {
    if (mode !== 'glob') {
      this.nodeFor(host)[mode].push(entry);
      return;
    }
    const glob = compileGlob(host);
    this.nodeFor(literalLabels(glob.tail)).globs.push({ glob, entry });
  }

  /** All that `host` (lower case, no port) matches, in no particular order. */
  find(host: string): HostHit<Entry>[] {
    const hits: HostHit<Entry>[] = [];
    let node: Node<Entry> | undefined = this.root;
    let start = host.length + 1;
    while (node) {
      for (const { glob, entry } of node.globs) {
        if (glob.test(host)) hits.push({ entry, closeness: glob.literalLength });
      }
      for (const entry of node.domain) hits.push({ entry, closeness: host.length - start });
      if (start === 0)
        for (const entry of node.exact) hits.push({ entry, closeness: Number.POSITIVE_INFINITY });
      if (start === 0) break;
      const end = start - 1;
      start = host.lastIndexOf('.', end - 1) + 1;
      node = node.children.get(host.slice(start, end));
    }
    return hits;
  }

  private nodeFor(host: string): Node<Entry> {
    let node = this.root;
    if (host === '') return node;
    for (const label of host.split('.').reverse()) {
      let child = node.children.get(label);
      if (!child) {
        child = makeNode();
        node.children.set(label, child);
      }
      node = child;
    }
    return node;
  }
}

function makeNode<Entry>(): Node<Entry> {
  return { children: new Map(), exact: [], domain: [], globs: [] };
}

/** `bar.example.com` of `foo-*bar.example.com` is `example.com`: the first label may continue to the left. */
function literalLabels(tail: string): string {
  const dot = tail.indexOf('.');
  return dot < 0 ? '' : tail.slice(dot + 1);
}
