import { findNodeAtLocation, type JSONPath, type Node } from 'jsonc-parser';
import type { Equivalent, Mirror, Release, Vendor } from '../../model/catalog.ts';
import { parseDataTree } from '../../model/data-tree.ts';
import type { Evidence } from '../../model/evidence.ts';
import type { DataIssue } from '../../model/read-data.ts';
import { LineIndex } from '../../text/line-index.ts';
import { en } from '../../words/en/index.ts';
import { makePhrasing } from '../../words/phrasing.ts';

/** One data file: its path below `src/catalog`, and its text. */
export interface CatalogFile {
  readonly path: string;
  readonly text: string;
}

/** A fact and where it stands. */
export interface Placed<Fact> {
  readonly fact: Fact;
  readonly path: string;
  /** Of the fact in its file. */
  readonly at: JSONPath;
}

/** The facts of all files with their places: what the checks work on. */
export interface PlacedFacts {
  readonly vendors: readonly Placed<Vendor>[];
  readonly evidence: readonly Placed<Evidence>[];
  readonly mirrors: readonly Placed<Mirror>[];
  readonly equivalents: readonly Placed<Equivalent>[];
  readonly releases: readonly Placed<Release>[];
  /** Ids of vendors whose files could not be read: they are known all the same. */
  readonly unreadVendors: readonly string[];
}

/** Something wrong in a data file, in English as the catalog is. */
export interface CatalogProblem extends Omit<DataIssue, 'message'> {
  readonly message: string;
}

/** An issue with its message in words. */
export function inEnglish({ message, ...issue }: DataIssue): CatalogProblem {
  return { ...issue, message: makePhrasing(en, 'en').phrase(message) };
}

/** Something wrong with a fact, as the checks report it. */
export interface FactProblem {
  readonly path: string;
  readonly at: JSONPath;
  readonly message: string;
}

/** A problem with `message` at a property (`at`, below the fact) of a placed fact. */
export function problemAt(placed: Placed<unknown>, at: JSONPath, message: string): FactProblem {
  return { path: placed.path, at: [...placed.at, ...at], message };
}

/** The problems with line and column. A file is parsed again only when something is wrong in it. */
export function locate(problems: readonly FactProblem[], files: readonly CatalogFile[]): CatalogProblem[] {
  const texts = new Map(files.map(({ path, text }) => [path, text]));
  const locators = new Map<string, (at: JSONPath) => Place>();
  return problems.map(({ path, at, message }) => {
    const locator = locators.get(path) ?? makeLocator(texts.get(path) ?? '');
    locators.set(path, locator);
    return { path, ...locator(at), message };
  });
}

type Place = Pick<DataIssue, 'span' | 'line' | 'column'>;

function makeLocator(text: string): (at: JSONPath) => Place {
  const root = parseDataTree(text);
  const lines = new LineIndex(text);
  return at => {
    const node = root && nearestNode(root, at);
    const start = node?.offset ?? 0;
    const isScalar = node && node.type !== 'object' && node.type !== 'array';
    const { line, character } = lines.positionAt(start);
    return {
      span: { start, end: start + (isScalar ? node.length : 1) },
      line: line + 1,
      column: character + 1,
    };
  };
}

/** A schema can fill in what a file leaves out: then the nearest thing that is written. */
function nearestNode(root: Node, at: JSONPath): Node {
  for (let length = at.length; length > 0; length -= 1) {
    const node = findNodeAtLocation(root, at.slice(0, length));
    if (node) return node;
  }
  return root;
}
