import { Composer, type Document, type ErrorCode, type Node, type YAMLError } from 'yaml';
import type { Comment } from '../../model/extraction.ts';
import type { Problem, ProblemCode } from '../../model/problem.ts';
import { makeSource, type Source } from '../../text/source.ts';
import { type Span, span } from '../../text/span.ts';
import { type Phrase, phrase } from '../../words/phrase.ts';
import type { TreeNode } from '../tree.ts';
import { commentsWithBlocks } from './comments.ts';
import { joinFlushQuotes } from './flush-quotes.ts';
import { readPlainBlocks } from './plain-blocks.ts';
import { YamlTokenReader } from './tokens.ts';
import { buildTree } from './tree-builder.ts';

/** A YAML file: any number of documents. */
export interface YamlFile {
  /** The documents that are not empty. */
  readonly documents: readonly TreeNode[];
  /** Only those that contain the marker. */
  readonly comments: readonly Comment[];
  /** At most one of each code: the first. */
  readonly problems: readonly Problem[];
}

/**
 * Reads a YAML text (https://yaml.org/spec/1.2.2/) into neutral trees. A half-typed text gives what is there;
 * nesting, size and aliases are bounded. Never throws.
 * @param commentMarker the comments to return are those that contain it; none without.
 */
export function parseYaml(source: Source, commentMarker?: string): YamlFile {
  const plain =
    commentMarker !== undefined && source.text.includes(commentMarker)
      ? undefined
      : readPlainBlocks(source.text);
  return plain ? { documents: plain, comments: [], problems: [] } : parseWithLibrary(source, commentMarker);
}

/** The same for any text, by the library alone. */
export function parseWithLibrary(source: Source, commentMarker?: string): YamlFile {
  const file = readText(source, commentMarker);
  if (!hasSyntaxError(file)) return file;
  const joined = joinFlushQuotes(source.text);
  const again = joined === undefined ? file : readText(makeSource(source.path, joined), commentMarker);
  return hasSyntaxError(again) ? file : again;
}

function hasSyntaxError({ problems }: YamlFile): boolean {
  return problems.some(({ code }) => code === 'syntax-error');
}

function readText(source: Source, commentMarker?: string): YamlFile {
  return (
    readFile(source, new YamlTokenReader(source, commentMarker, false)) ??
    readFile(source, new YamlTokenReader(source, commentMarker, true)) ?? {
      documents: [],
      comments: [],
      problems: [],
    }
  );
}

/** @returns `undefined` when a quote takes in the rest of the text. */
function readFile(source: Source, reader: YamlTokenReader): YamlFile | undefined {
  const found = new FirstProblems(source);
  const documents: TreeNode[] = [];
  const composer = new Composer(COMPOSER_OPTIONS);
  for (const document of composer.compose(reader.tokens(), false, source.text.length)) {
    if (reader.isOpenQuote) return undefined;
    const root = buildTree(source.text, contentsOf(document), found.add);
    if (root) documents.push(root);
    const error = document.errors.find(each => isError(each, reader.problems));
    if (error) found.add('syntax-error', span(...error.pos), explain(error));
  }
  if (reader.isOpenQuote) return undefined;
  return {
    documents,
    comments: commentsWithBlocks(source, reader.comments, documents),
    problems: found.with(reader.problems),
  };
}

/** Every scalar is a string and no tag is resolved: the tree keeps both as they are written. */
const COMPOSER_OPTIONS = {
  schema: 'failsafe',
  strict: false,
  uniqueKeys: false,
  prettyErrors: false,
  logLevel: 'silent',
} as const;

/** Tags are for the tool that reads the file. */
const IGNORED_ERRORS: ReadonlySet<ErrorCode> = new Set(['TAG_RESOLVE_FAILED', 'DUPLICATE_KEY']);

function contentsOf(document: Document.Parsed): Node | null {
  return document.contents;
}

/** What the library finds wrong where the reading was broken off is not the author's mistake. */
function isError({ code, pos }: YAMLError, limits: readonly Problem[]): boolean {
  return !IGNORED_ERRORS.has(code) && !limits.some(limit => limit.span && limit.span.start <= pos[1]);
}

/** One problem of each code is enough for a file. */
class FirstProblems {
  private readonly source: Source;
  private readonly byCode = new Map<ProblemCode, Problem>();

  constructor(source: Source) {
    this.source = source;
  }

  readonly add = (code: ProblemCode, place: Span, message: Phrase): void => {
    const known = this.byCode.get(code);
    if (known?.span && known.span.start <= place.start) return;
    const { length } = this.source.text;
    const start = Math.min(place.start, length);
    const end = Math.min(Math.max(place.end, start), length);
    this.byCode.set(code, { code, path: this.source.path, span: span(start, end), message });
  };

  /** These and the limits that the reading met. */
  with(limits: readonly Problem[]): Problem[] {
    const others = [...this.byCode.values()].filter(({ code }) => !limits.some(limit => limit.code === code));
    return [...limits, ...others];
  }
}

function explain({ code }: YAMLError): Phrase {
  return phrase('syntax.yaml', { what: EXPLANATIONS[code] ?? phrase('syntax.yaml-text') });
}

const EXPLANATIONS: Partial<Readonly<Record<ErrorCode, Phrase>>> = {
  ALIAS_PROPS: phrase('syntax.yaml-alias-props'),
  BAD_ALIAS: phrase('syntax.yaml-bad-alias'),
  BAD_COLLECTION_TYPE: phrase('syntax.yaml-tag-type'),
  BAD_DIRECTIVE: phrase('syntax.yaml-directive'),
  BAD_DQ_ESCAPE: phrase('syntax.yaml-escape'),
  BAD_INDENT: phrase('syntax.yaml-indent'),
  BAD_PROP_ORDER: phrase('syntax.yaml-prop-order'),
  BAD_SCALAR_START: phrase('syntax.yaml-scalar-start'),
  BLOCK_AS_IMPLICIT_KEY: phrase('syntax.yaml-second-key'),
  BLOCK_IN_FLOW: phrase('syntax.yaml-block-in-flow'),
  KEY_OVER_1024_CHARS: phrase('syntax.yaml-key-long'),
  MISSING_CHAR: phrase('syntax.yaml-missing-char'),
  MULTILINE_IMPLICIT_KEY: phrase('syntax.yaml-key-lines'),
  MULTIPLE_ANCHORS: phrase('syntax.yaml-anchors'),
  MULTIPLE_DOCS: phrase('syntax.yaml-documents'),
  MULTIPLE_TAGS: phrase('syntax.yaml-tags'),
  RESOURCE_EXHAUSTION: phrase('syntax.yaml-deep'),
  TAB_AS_INDENT: phrase('syntax.yaml-tab'),
  UNEXPECTED_TOKEN: phrase('syntax.yaml-token'),
};
