import type { Extraction } from '../model/extraction.ts';
import type { Extract } from '../model/format.ts';
import type { Problem } from '../model/problem.ts';
import { limitParts, TooManyParts } from '../text/part-limit.ts';
import { makeSource, type Source } from '../text/source.ts';
import { span } from '../text/span.ts';
import { phrase } from '../words/phrase.ts';

/** What one file may come to in memory. */
interface MemoryAllowance {
  /** Places that its reading notes. */
  readonly parts: number;
  /** What it refers to: more is made of each than of other parts. */
  readonly references: number;
}

/** More than ordinary files of 10 MB come to. Whatever a text holds, it then lives in some 400 MB. */
export const MEMORY_ALLOWANCE: MemoryAllowance = { parts: 1_000_000, references: 100_000 };

export const EMPTY_EXTRACTION: Extraction = {
  references: [],
  definitions: [],
  calls: [],
  comments: [],
  problems: [],
};

/**
 * What a file says. Of one that comes to more than may be in memory only the beginning is read: it is told how far, which
 * is as far as when it is read for the first time. Extractors never throw; should one do so all the same, one file is lost
 * and not the scan.
 */
export function extractWithin(extract: Extract, source: Source, allowance = MEMORY_ALLOWANCE): Extraction {
  for (let part = source; ; ) {
    const answer = tryToExtract(extract, part, allowance);
    if (typeof answer !== 'number') return part.text === source.text ? answer : withoutRest(answer, part);
    const text = part.isReadAgain ? part.text : wholeLines(part.text, answer);
    part = makeSource(source.path, text);
  }
}

/** @returns how much of the text to try instead when it is too much. */
function tryToExtract(
  extract: Extract,
  source: Source,
  { parts, references }: MemoryAllowance,
): Extraction | number {
  if (source.text === '') return EMPTY_EXTRACTION;
  try {
    const extraction = limitParts(parts, () => extract(source));
    const share = references / countReferences(extraction);
    return share < 1 ? source.text.length * share * 0.9 : extraction;
  } catch (error) {
    if (error instanceof TooManyParts) return Math.min(source.text.length, error.furthest) / 2;
    const detail = error instanceof Error ? error.message : String(error);
    const message = phrase('problem.internal', { detail });
    return { ...EMPTY_EXTRACTION, problems: [{ code: 'internal-error', path: source.path, message }] };
  }
}

/** Parts are not put together for it: that is the work that they spare. */
function countReferences(extraction: Extraction): number {
  return (
    extraction.parts?.reduce((sum, part) => sum + part.references.length, 0) ?? extraction.references.length
  );
}

/** What stands before `end`, without a line that it cuts. */
function wholeLines(text: string, end: number): string {
  const lines = text.lastIndexOf('\n', end) + 1;
  return text.slice(0, lines > 0 ? lines : end);
}

/** That the text ends in its middle is no mistake of the file's. */
function withoutRest(extraction: Extraction, { path, text }: Source): Extraction {
  const rest: Problem = {
    code: 'too-large',
    path,
    span: span(text.length, text.length + 1),
    message: phrase('problem.too-much'),
  };
  const problems = extraction.problems.filter(({ code }) => code !== 'syntax-error');
  return { ...extraction, references: extraction.references, problems: [...problems, rest] };
}
