import {
  type Comment,
  type Extraction,
  type ReferencePart,
  SUPPRESSION_MARKER,
} from '../../../model/extraction.ts';
import type { Extract } from '../../../model/format.ts';
import type { Problem } from '../../../model/problem.ts';
import { splitDocuments } from '../../../parsers/yaml/split.ts';
import { detached } from '../../../text/detached.ts';
import { countPart, discardParts, partsFound } from '../../../text/part-limit.ts';
import { makeSource, type Source } from '../../../text/source.ts';
import { type Span, sliceSpan, span } from '../../../text/span.ts';
import { PartedExtraction } from '../parted-extraction.ts';
import { moveExtracted, moveReference } from './move-extracted.ts';

/** A scope of the file at `path` whose name may hold an offset, `distance` further on. */
type MoveScope = (scope: string, path: string, distance: number) => string;

/**
 * Extracts each document of a YAML file by itself and remembers what it said: while somebody types, one of many
 * changes. So is a file with mistakes read when it is new: what is wrong in a document spoils no other.
 * @param extract sees one document as if it were a file.
 */
export function extractByDocument(extract: Extract, moveScope: MoveScope): Extract {
  const memory = new DocumentMemory(extract);
  return source => {
    const { isReadAgain } = source;
    const before = partsFound();
    const whole = isReadAgain ? undefined : extract(source);
    if (whole?.problems.length === 0) return whole;
    const places = splitDocuments(source.text, SUPPRESSION_MARKER);
    if (places.length < 2) return whole ?? extract(source);
    discardParts(before);
    const documents = places.map((place): DocumentPart => {
      const text = sliceSpan(source.text, place);
      const said = isReadAgain ? memory.extract(source.path, text) : extract(makeSource(source.path, text));
      return { said, place, source, moveScope: scope => moveScope(scope, source.path, place.start) };
    });
    return new PartedExtraction(documents.map(referencesOf), joined(documents.map(movedRest)));
  };
}

/** A document of a file. */
interface DocumentPart {
  /** With the offsets that it would have as a file. */
  readonly said: Extraction;
  readonly place: Span;
  readonly source: Source;
  readonly moveScope: (scope: string) => string;
}

function referencesOf({ said: { references }, place, moveScope }: DocumentPart): ReferencePart {
  return { references, moved: reference => moveReference(reference, place.start, moveScope) };
}

/** What documents said, by their text. */
class DocumentMemory {
  private readonly extractAnew: Extract;
  private readonly known = new Map<
    string,
    { readonly path: string; readonly extraction: Extraction; readonly places: number }
  >();
  private knownLength = 0;

  constructor(extract: Extract) {
    this.extractAnew = extract;
  }

  extract(path: string, text: string): Extraction {
    const known = this.known.get(text);
    if (known?.path === path) {
      countPart(0, known.places);
      return known.extraction;
    }
    const before = partsFound();
    // Each edit makes another text: a document must not keep all of the one that it was typed in.
    const own = detached(text);
    const extraction = this.extractAnew(makeSource(path, own));
    this.knownLength += text.length;
    if (this.knownLength > MAX_LENGTH) {
      this.known.clear();
      this.knownLength = text.length;
    }
    this.known.set(own, { path, extraction, places: partsFound() - before });
    return extraction;
  }
}

/** In UTF-16 code units: the largest file that people type in, and some more. */
const MAX_LENGTH = 4_000_000;

type Rest = Omit<Extraction, 'references' | 'parts'>;

function movedRest({ said, place, source, moveScope }: DocumentPart): Rest {
  const move = (inner: Span): Span => span(inner.start + place.start, inner.end + place.start);
  const { definitions, calls } = said;
  return {
    ...moveExtracted({ references: [], definitions, calls }, place.start, moveScope),
    comments: said.comments.map(comment => movedComment(comment, place, source, move)),
    problems: said.problems.map(problem => movedProblem(problem, move)),
  };
}

function joined(parts: readonly Rest[]): Rest {
  return {
    definitions: parts.flatMap(part => part.definitions),
    calls: parts.flatMap(part => part.calls),
    comments: parts.flatMap(part => part.comments),
    problems: firstOfEachCode(parts.flatMap(part => part.problems)),
  };
}

/** What is about a whole text without anything after it is about the whole file. */
function movedComment(
  { span: own, block }: Comment,
  place: Span,
  { text }: Source,
  move: (inner: Span) => Span,
): Comment {
  const isAboutAll = place.end === text.length && block.start === 0 && block.end === place.end - place.start;
  return { span: move(own), block: isAboutAll ? span(0, text.length) : move(block) };
}

function movedProblem(problem: Problem, move: (inner: Span) => Span): Problem {
  return problem.span ? { ...problem, span: move(problem.span) } : problem;
}

function firstOfEachCode(problems: readonly Problem[]): Problem[] {
  const first = new Map<string, Problem>();
  for (const problem of problems) if (!first.has(problem.code)) first.set(problem.code, problem);
  return [...first.values()];
}
