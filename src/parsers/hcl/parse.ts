import type { Expression } from '../../model/expression.ts';
import type { Problem } from '../../model/problem.ts';
import type { Source } from '../../text/source.ts';
import { type Span, span } from '../../text/span.ts';
import { loadHclLanguage } from './language.ts';
import { SectionMemory } from './memory.ts';
import { moveBody } from './move.ts';
import type { Mistake, ParsedSection } from './section.ts';
import { type Statement, type Structure, scanStructure } from './structure.ts';
import { parseTemplate } from './template-text.ts';
import { EMPTY_BODY, type HclBody, type HclFile, type HclPart, type ReadName } from './tree.ts';

/** Reads HCL's native syntax. */
export interface HclParser {
  /** The file as far as it can be read; never throws for any text. */
  parse(source: Source): HclFile;
  /** A template without quotes, as a string of the JSON syntax has it: `oss-${var.region}`. Spans are in `text`. */
  parseTemplate(text: string): Expression;
}

/** The parser for one language that is written in HCL; the first call loads tree-sitter and the grammar. */
export async function loadHclParser(readName: ReadName): Promise<HclParser> {
  const language = await loadHclLanguage();
  const memory = new SectionMemory(language, readName);
  return {
    parse: source => parseFile(source, memory),
    parseTemplate: text => parseTemplate(text, language, readName),
  };
}

/**
 * Each group of top-level statements is parsed by itself: a mistake stays where it is, and after an edit only the
 * statement that was edited is parsed again.
 */
function parseFile({ text, path }: Source, memory: SectionMemory): HclFile {
  memory.begin(path);
  const structure = scanStructure(text);
  const parts = groupAttributes(structure.statements).flatMap(group =>
    parseGroup(text, group, structure, memory),
  );
  const mistake = parts.find(each => each.mistake)?.mistake;
  let body: HclBody | undefined;
  return {
    parts,
    get body() {
      body ??= joinParts(parts);
      return body;
    },
    comments: structure.comments,
    problems: mistake ? [toProblem(mistake, path)] : [],
  };
}

/** Attributes that follow each other are parsed together: one by one they would cost several times as much. */
function groupAttributes(statements: readonly Statement[]): Statement[][] {
  const groups: Statement[][] = [];
  for (const statement of statements) {
    const group = groups.at(-1);
    if (statement.isAttribute && group?.[0]?.isAttribute) group.push(statement);
    else groups.push([statement]);
  }
  return groups;
}

function parseGroup(
  text: string,
  group: readonly Statement[],
  structure: Structure,
  memory: SectionMemory,
): ParsedSection[] {
  const place = span(group[0]?.span.start ?? 0, group.at(-1)?.span.end ?? 0);
  const parsed = parseShallow(text, place, group, structure, memory);
  if (!parsed.mistake || group.length === 1) return [parsed];
  const each = group.map(statement => parseShallow(text, statement.span, [statement], structure, memory));
  return [{ body: EMPTY_BODY, distance: 0, mistake: parsed.mistake }, ...each];
}

function parseShallow(
  text: string,
  place: Span,
  group: readonly Statement[],
  structure: Structure,
  memory: SectionMemory,
): ParsedSection {
  const isTooDeep = group.some(statement => statement.depth > MAX_NESTING);
  if (isTooDeep) return { body: EMPTY_BODY, distance: 0, mistake: { code: 'too-deep', span: place } };
  const unclosedStrings = within(structure.unclosedStrings, place);
  return memory.parse({
    text: text.slice(place.start, place.end),
    skeleton: structure.skeleton.slice(place.start, place.end),
    offset: place.start,
    unclosedStrings,
  });
}

/** Deeper than any file that people or tools write; the grammar's scanner gives up at 127 templates. */
const MAX_NESTING = 100;

/** The offsets of a sorted list that lie in `place`, relative to its start. */
function within(offsets: readonly number[], place: Span): number[] {
  return offsets
    .slice(firstFrom(offsets, place.start), firstFrom(offsets, place.end))
    .map(each => each - place.start);
}

function firstFrom(offsets: readonly number[], wanted: number): number {
  let low = 0;
  let high = offsets.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    if ((offsets[middle] ?? 0) < wanted) low = middle + 1;
    else high = middle;
  }
  return low;
}

function joinParts(parts: readonly HclPart[]): HclBody {
  const bodies = parts.map(({ body, distance }) => moveBody(body, distance));
  return {
    attributes: bodies.flatMap(body => body.attributes),
    blocks: bodies.flatMap(body => body.blocks),
  };
}

function toProblem({ code, span: place }: Mistake, path: string): Problem {
  return { code, path, span: place, message: EXPLANATIONS[code] };
}

const EXPLANATIONS: Readonly<Record<Mistake['code'], string>> = {
  'syntax-error':
    'Not valid HCL from here on: correct it to have this block read whole (the others were read).',
  'too-slow': 'This block takes too many steps to parse and was not read: divide it (the others were read).',
  'too-deep': `More than ${MAX_NESTING} levels of nesting: this block was not read (the others were).`,
};
