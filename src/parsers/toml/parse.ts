import type { Comment } from '../../model/extraction.ts';
import type { Problem } from '../../model/problem.ts';
import type { Source } from '../../text/source.ts';
import { type Span, span } from '../../text/span.ts';
import { phrase } from '../../words/phrase.ts';
import type { TreeList, TreeMap, TreeNode } from '../tree.ts';
import { commentsWithBlocks } from '../yaml/comments.ts';
import { descend, type KeyPart, placeOfKey, TableBuilder } from './tables.ts';
import { TomlScanner } from './values.ts';

/** A TOML document, as far as it could be read. */
export interface TomlDocument {
  readonly root: TreeMap;
  /** Only those that contain the marker. */
  readonly comments: readonly Comment[];
  /** At most one of each code: the first. */
  readonly problems: readonly Problem[];
}

/**
 * Reads a TOML text (https://toml.io/en/v1.0.0) into the neutral tree. A line that cannot be understood is left out
 * and the reading goes on with the next one; nesting is bounded. Never throws, linear.
 * @param commentMarker the comments to return are those that contain it.
 */
export function parseToml(source: Source, commentMarker: string): TomlDocument {
  const reader = new DocumentReader(source, commentMarker);
  reader.read();
  return reader.document();
}

class DocumentReader {
  private readonly source: Source;
  private readonly scanner: TomlScanner;
  private readonly root: TableBuilder;
  private table: TableBuilder;
  /** The text as headers divide it: what a comment's block is. */
  private readonly sections: TreeMap[] = [];
  private section: TableBuilder;

  constructor(source: Source, commentMarker: string) {
    this.source = source;
    this.scanner = new TomlScanner(source.text, commentMarker);
    this.root = new TableBuilder(span(0, source.text.length));
    this.table = this.root;
    this.section = new TableBuilder(span(0, 0));
  }

  read(): void {
    const { scanner } = this;
    while (scanner.skipToContent()) {
      const start = scanner.position;
      if (scanner.text[start] === '[') this.readHeader();
      else this.readEntry();
      scanner.endLine(start);
    }
  }

  document(): TomlDocument {
    const { source, scanner } = this;
    const list: TreeList = { kind: 'list', span: span(0, source.text.length), items: this.sections };
    const first = this.sections[0]?.span.start ?? source.text.length;
    return {
      root: this.root.node,
      // Comments before the first header stand among entries, not in a section.
      comments: [
        ...commentsWithBlocks(
          source,
          scanner.comments.filter(comment => comment.start < first),
          this.root.node.entries.length > 0 ? [topLevel(this.root.node, first), list] : [list],
        ),
        ...commentsWithBlocks(
          source,
          scanner.comments.filter(comment => comment.start >= first),
          [list],
        ),
      ],
      problems: scanner.problems.map(problem => ({ path: source.path, ...problem })),
    };
  }

  /** `[table]` or `[[list of tables]]`. */
  private readHeader(): void {
    const { scanner } = this;
    const start = scanner.position;
    const brackets = scanner.text.startsWith('[[', start) ? 2 : 1;
    scanner.position += brackets;
    const parts = scanner.readKey();
    const isClosed = scanner.text.startsWith(']'.repeat(brackets), scanner.position);
    if (isClosed) scanner.position += brackets;
    else scanner.report('syntax-error', start, phrase('syntax.toml-header'));
    const place = span(start, scanner.position);
    const last = parts.at(-1);
    if (!last) {
      scanner.report('syntax-error', start, phrase('syntax.toml-header-name'));
      return;
    }
    const parent = descend(this.root, parts.slice(0, -1), place.end);
    this.table = brackets === 2 ? parent.item(last, place) : parent.child(last);
    this.table.extend(place.end);
    this.section = new TableBuilder(place);
    this.sections.push(this.section.node);
  }

  private readEntry(): void {
    const { scanner } = this;
    const entry = scanner.readEntry();
    if (!entry) return;
    const { parts, value } = entry;
    const [last] = parts.slice(-1);
    if (!last) return;
    const end = (value?.span ?? placeOfKey(parts)).end;
    descend(this.table, parts.slice(0, -1), end).add(last, value);
    this.section.add(wholeKey(parts), value);
  }
}

/** The entries before the first header. */
function topLevel(root: TreeMap, end: number): TreeNode {
  return {
    kind: 'map',
    span: span(0, end),
    entries: root.entries.filter(entry => entry.keySpan.start < end),
  };
}

function wholeKey(parts: readonly KeyPart[]): { readonly key: string; readonly keySpan: Span } {
  return { key: parts.at(-1)?.key ?? '', keySpan: placeOfKey(parts) };
}
