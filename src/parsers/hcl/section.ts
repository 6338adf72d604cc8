import type { Node, Tree } from 'web-tree-sitter';
import type { ProblemCode } from '../../model/problem.ts';
import { type Span, span } from '../../text/span.ts';
import { readBody } from './body.ts';
import { type CompactText, compactText } from './compact.ts';
import type { HclLanguage } from './language.ts';
import { adaptToGrammar, completeHalfTyped } from './repair.ts';
import { EMPTY_BODY, type HclBody, type HclPart, type ReadName } from './tree.ts';

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

export interface ParsedSection extends HclPart {
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
  return { body: afterCompleting.body, distance: 0, mistake: asWritten.mistake };
}

/** Parses `text`, which has the length of the section's; values are read from the section's own text. */
function tryToParse(
  language: HclLanguage,
  section: Section,
  text: string,
  readName: ReadName,
): ParsedSection {
  const compact = compactText(text);
  // The grammar wants a line break behind the end of a heredoc, also at the end of the file.
  const tree = language.parse(`${compact.text}\n`);
  if (!tree) {
    return { body: EMPTY_BODY, distance: 0, mistake: { code: 'too-slow', span: lineAt(section, 0) } };
  }
  try {
    const body = readTree(language, tree, compact, section, readName);
    if (!tree.rootNode.hasError) return { body, distance: 0 };
    // A string that is not closed is the error, and not what it makes of the text behind it.
    const position = section.unclosedStrings[0] ?? compact.originalPosition(positionOfError(tree));
    return { body, distance: 0, mistake: { code: 'syntax-error', span: lineAt(section, position) } };
  } finally {
    tree.delete();
  }
}

function readTree(
  language: HclLanguage,
  tree: Tree,
  { originalPosition }: CompactText,
  { text, offset }: Section,
  readName: ReadName,
): HclBody {
  const cursor = tree.walk();
  const toFile = (position: number): number => offset + Math.min(originalPosition(position), text.length);
  try {
    return readBody({ cursor, language, text, offset, toFile, readName, bindings: new Map(), depth: 0 });
  } finally {
    cursor.delete();
  }
}

/**
 * Where the first error is, by going down to it. What is never closed is reported where it begins: that its end is
 * missing shows only much later.
 */
function positionOfError(tree: Tree): number {
  let node: Node = tree.rootNode;
  let position = node.startIndex;
  for (;;) {
    if (node.endIndex > node.startIndex) position = node.startIndex;
    const inner = node.children.find(child => child.isError || child.isMissing || child.hasError);
    if (!inner) return position;
    node = inner;
  }
}

/** The line that `position` of the section is in, without its indentation and line break. */
function lineAt({ text, offset }: Section, position: number): Span {
  const lineBreak = text.indexOf('\n', position);
  const end = lineBreak < 0 ? text.length : lineBreak;
  const start = position === 0 ? 0 : text.lastIndexOf('\n', position - 1) + 1;
  const indentation = /^[ \t]*/.exec(text.slice(start, end))?.[0].length ?? 0;
  return span(offset + start + indentation, offset + end);
}
