import type { Expression } from '../../model/expression.ts';
import type { Problem } from '../../model/problem.ts';
import { discardParts, partsFound } from '../../text/part-limit.ts';
import type { Source } from '../../text/source.ts';

import { type Span, span } from '../../text/span.ts';

import { type Phrase, phrase } from '../../words/phrase.ts';

import { SectionMemory } from './memory.ts';
import { moveBody } from './move.ts';
import { MAX_NESTING } from './reading.ts';
import { type Mistake, parseTemplate } from './section.ts';
import { scanStructure } from './structure.ts';
import type { HclBody, HclFile, HclPart, ReadName } from './tree.ts';

/** Reads HCL's native syntax. */
export interface HclParser {
  /** The file as far as it can be read; never throws for any text. */
  parse(source: Source): HclFile;
  /** A template without quotes, as a string of the JSON syntax has it: `oss-${var.region}`. Spans are in `text`. */
  parseTemplate(text: string): Expression;
}

/** A parser for one language that is written in HCL, with a memory of its own. */
export function createHclParser(readName: ReadName): HclParser {
  const memory = new SectionMemory(readName);
  return {
    parse: source => parseFile(source, memory),
    parseTemplate: text => parseTemplate(text, readName),
  };
}

/**
 * A file is parsed at once when it is read for the first time and has no mistake. Otherwise each top-level statement is
 * parsed by itself: a mistake stays where it is, and after an edit only the statement that was edited is parsed again.
 */
function parseFile(source: Source, memory: SectionMemory): HclFile {
  const { text, path } = source;
  memory.begin(source);
  if (!source.isReadAgain) {
    const before = partsFound();
    const whole = memory.parse(text, span(0, text.length));
    if (!whole.mistake) return new ParsedFile(text, [whole], []);
    discardParts(before);
  }
  const { statements } = scanStructure(text);
  const parts = statements.map(place => memory.parse(text, place));
  const mistake = parts.find(each => each.mistake)?.mistake;
  return new ParsedFile(text, parts, mistake ? [toProblem(mistake, path)] : []);
}

/** Finds its comments and puts its body together when somebody asks for them: few do. */
class ParsedFile implements HclFile {
  readonly parts: readonly HclPart[];
  readonly problems: readonly Problem[];
  private readonly text: string;
  private whole: HclBody | undefined;
  private allComments: readonly Span[] | undefined;

  constructor(text: string, parts: readonly HclPart[], problems: readonly Problem[]) {
    this.text = text;
    this.parts = parts;
    this.problems = problems;
  }

  get comments(): readonly Span[] {
    this.allComments ??= scanStructure(this.text).comments;
    return this.allComments;
  }

  get body(): HclBody {
    this.whole ??= joinParts(this.parts);
    return this.whole;
  }
}

function joinParts(parts: readonly HclPart[]): HclBody {
  const [only] = parts;
  if (only && parts.length === 1) return moveBody(only.body, only.distance);
  const bodies = parts.map(({ body, distance }) => moveBody(body, distance));
  return {
    attributes: bodies.flatMap(body => body.attributes),
    blocks: bodies.flatMap(body => body.blocks),
  };
}

function toProblem({ code, span: place }: Mistake, path: string): Problem {
  return { code, path, span: place, message: EXPLANATIONS[code] };
}

const EXPLANATIONS: Readonly<Record<Mistake['code'], Phrase>> = {
  'syntax-error': phrase('syntax.hcl'),
  'too-deep': phrase('syntax.hcl-deep', { most: MAX_NESTING }),
};
