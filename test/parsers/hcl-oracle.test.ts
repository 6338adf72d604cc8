import assert from 'node:assert/strict';
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import fc from 'fast-check';
import { type Expression, UNKNOWN_PART } from '../../src/model/expression.ts';
import { createHclParser } from '../../src/parsers/hcl/parse.ts';
import type { HclBody } from '../../src/parsers/hcl/tree.ts';
import { makeSource } from '../../src/text/source.ts';
import type { Span } from '../../src/text/span.ts';
import { type HclOracle, loadHclOracle, type Outline } from '../support/hcl-oracle.ts';
import { hclText } from '../support/hcl-text.ts';

/** The reader of HCL against another one, which nobody here has written. */
describe('HCL as tree-sitter reads it', () => {
  let oracle: HclOracle;
  before(async () => {
    oracle = await loadHclOracle();
  });

  it('is read alike in every file of the tests', () => {
    const files = filesBelow(join(import.meta.dirname, '..'));
    let compared = 0;
    for (const path of files) if (compare(oracle, readFileSync(path, 'utf8'), path)) compared++;
    assert.ok(compared > 100 && compared > files.length * 0.7, `${compared} of ${files.length}`);
  });

  it('is read alike in any text that the grammar takes', () => {
    let compared = 0;
    const check = (text: string): void => {
      if (compare(oracle, text, JSON.stringify(text))) compared++;
    };
    const runs = Number(process.env.PROPERTY_RUNS ?? 1000);
    fc.assert(fc.property(hclText(), check), { numRuns: runs, seed: 20_261_126 });
    assert.ok(compared > runs * 0.8, `only ${compared} texts were taken`);
  });
});

/** @returns whether there was anything to compare */
function compare(oracle: HclOracle, text: string, title: string): boolean {
  const expected = oracle.outline(text);
  if (!expected) return false;
  const outline = outlineOf(text, title);
  if (!outline) return false;
  assert.deepEqual(outline.lines, [...expected.lines].sort(), title);
  const isFree = (name: string): boolean => !expected.bound.has(name.split(' ')[0] ?? '');
  assert.deepEqual(outline.names.filter(isFree), expected.names.filter(isFree).sort(), title);
  return true;
}

/** The same outline from our own reader, sorted; `undefined` when the nesting is deeper than it goes. */
function outlineOf(text: string, title: string): Pick<Outline, 'lines' | 'names'> | undefined {
  const names: string[] = [];
  const parser = createHclParser((root, steps, { start }) => {
    names.push(`${root} ${start}`);
    const keys = steps.flatMap(step => (step.type === 'index' ? [step.key] : []));
    return { type: 'choice', options: keys, span: { start, end: start } };
  });
  const { body, problems } = parser.parse(makeSource('a.tf', text));
  if (problems.some(({ code }) => code === 'too-deep')) return undefined;
  assert.deepEqual(problems, [], title);
  return { lines: linesOf(body, text).sort(), names: names.sort() };
}

function linesOf({ attributes, blocks }: HclBody, text: string): string[] {
  return [
    ...attributes.flatMap(({ name, value, span }) => [
      `attribute ${name} ${place(span)}`,
      ...linesOfValue(value, text),
    ]),
    ...blocks.flatMap(({ type, labels, body, span }) => [
      `block ${[type, ...labels.map(label => label.text)].join(' ')} ${place(span)}`,
      ...linesOf(body, text),
    ]),
  ];
}

function linesOfValue(value: Expression, text: string): string[] {
  const inner = (part: Expression): string[] => linesOfValue(part, text);
  switch (value.type) {
    case 'literal':
      return linesOfLiteral(value.span, text);
    case 'template':
      return value.parts.filter(part => part.type !== 'literal').flatMap(inner);
    case 'choice':
      // Of a directive: its texts are no literals to the grammar.
      return text.startsWith('%{', value.span.start) ? [] : value.options.flatMap(inner);
    case 'member':
      return [...inner(value.object), ...inner(value.key)];
    case 'collection': {
      const [first] = value.items;
      const isLoop = first?.key === UNKNOWN_PART && first.keySpan === undefined;
      return [
        `collection ${place(value.span)}`,
        ...(isLoop ? [] : value.items.flatMap(item => inner(item.value))),
      ];
    }
    case 'call':
      if (text.startsWith('%{', value.span.start)) return [];
      return [
        ...(isWritten(value) ? [`call ${value.name} ${place(value.span)}`] : []),
        ...value.arguments.flatMap(inner),
      ];
    default:
      return [];
  }
}

/** Operators are no calls to the grammar, and what gives any element of something begins where that does. */
function isWritten({ name, arguments: [first], span }: Expression & { type: 'call' }): boolean {
  return /^\w/.test(name) && first?.span.start !== span.start;
}

/** A sign belongs to no number in the grammar, a heredoc is no literal, and `.name` and `.0` are steps. */
function linesOfLiteral({ start, end }: Span, text: string): string[] {
  const isQuoted = text[start - 1] === '"';
  if ((text.startsWith('.', start) && !isQuoted) || isHeredoc(start, text)) return [];
  return [`literal ${text.startsWith('-', start) && !isQuoted ? start + 1 : start}-${end}`];
}

/** Is a position the beginning of a line after the one with `<<`? Nothing else that is a literal begins a line so. */
function isHeredoc(start: number, text: string): boolean {
  return /<<-?[\w-]+[ \t]*\r?\n$/.test(text.slice(0, start));
}

function place({ start, end }: Span): string {
  return `${start}-${end}`;
}

function filesBelow(folder: string): string[] {
  return readdirSync(folder, { recursive: true, withFileTypes: true })
    .filter(entry => entry.isFile() && /\.(?:tf|tofu|hcl|tfvars|nomad)$/.test(entry.name))
    .map(entry => join(entry.parentPath, entry.name));
}
