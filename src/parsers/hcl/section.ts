import type { Node, Tree } from 'web-tree-sitter';
import type { ProblemCode } from '../../model/problem.ts';
import { type Span, span } from '../../text/span.ts';
import { readBody } from './body.ts';
import type { HclLanguage } from './language.ts';
import { adaptToGrammar, completeHalfTyped } from './repair.ts';
import { EMPTY_BODY, type HclBody, type ReadName } from './tree.ts';

/** A part of a file that is parsed by itself. */
export interface Section {
  readonly text: string;
  /** The text with blanks for what is written in quotes and heredocs. */
  readonly skeleton: string;
  /** Where it begins in the file. */
  readonly offset: number;
  /** Offsets in `text` of the line breaks before which a string was not closed. */
  readonly unclosedStrings: readonly number[];
}

export interface ParsedSection {
  readonly body: HclBody;
  /** The first thing in it that could not be read. */
  readonly mistake?: Mistake;
}

export interface Mistake {
  readonly code: Extract<ProblemCode, 'syntax-error' | 'too-slow' | 'too-deep'>;
  readonly span: Span;
}

/** Parses one section; what is half-typed is completed, so that the rest of it can be read. */
export function parseSection(language: HclLanguage, section: Section, readName: ReadName): ParsedSection {
  const { skeleton, unclosedStrings } = section;
  const asWritten = tryToParse(language, section, skeleton, readName);
  if (!asWritten.mistake) return asWritten;
  const adapted = adaptToGrammar(skeleton);
  const afterAdapting = adapted === skeleton ? asWritten : tryToParse(language, section, adapted, readName);
  if (!afterAdapting.mistake) return afterAdapting;
  const completed = completeHalfTyped(adapted, unclosedStrings);
  const afterCompleting =
    completed === adapted ? afterAdapting : tryToParse(language, section, completed, readName);
  return { body: afterCompleting.body, mistake: asWritten.mistake };
}

/** Parses `text`, which has the length of the section's; values are read from the section's own text. */
function tryToParse(
  language: HclLanguage,
  section: Section,
  text: string,
  readName: ReadName,
): ParsedSection {
  // The grammar wants a line break behind the end of a heredoc, also at the end of the file.
  const tree = language.parse(`${text}\n`);
  if (!tree) return { body: EMPTY_BODY, mistake: { code: 'too-slow', span: firstLine(section, 0) } };
  try {
    const body = readTree(language, tree, section, readName);
    if (!tree.rootNode.hasError) return { body };
    return { body, mistake: { code: 'syntax-error', span: firstLine(section, firstError(tree).startIndex) } };
  } finally {
    tree.delete();
  }
}

function readTree(language: HclLanguage, tree: Tree, { text, offset }: Section, readName: ReadName): HclBody {
  const cursor = tree.walk();
  try {
    return readBody({ cursor, language, text, offset, readName, bindings: new Map(), depth: 0 });
  } finally {
    cursor.delete();
  }
}

/** The first wrong or missing node, by going down to where the error is. */
function firstError(tree: Tree): Node {
  let node = tree.rootNode;
  for (;;) {
    const inner = node.children.find(child => child.isError || child.isMissing || child.hasError);
    if (!inner) return node;
    node = inner;
  }
}

/** From `position` in the section to the end of its line. */
function firstLine({ text, offset }: Section, position: number): Span {
  const start = Math.min(position, text.length);
  const lineBreak = text.indexOf('\n', start);
  return span(offset + start, offset + (lineBreak < 0 ? text.length : lineBreak));
}
