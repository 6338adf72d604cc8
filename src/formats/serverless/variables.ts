import type { Expression } from '../../model/expression.ts';
import { type PlacedText, slicePlaced } from '../../parsers/placed-text.ts';
import type { Span } from '../../text/span.ts';
import { bracedText } from '../shared/braces.ts';
import { expressionOf } from '../shared/expressions.ts';
import type { DocumentPaths } from '../shared/settings/document-paths.ts';
import type { EmbeddedExpressions } from '../shared/settings/template-value.ts';

/**
 * What `${…}` stands for: the first of several sources that has a value
 * (https://www.serverless.com/framework/docs/guides/variables).
 */
export class VariableReader {
  private readonly paths: DocumentPaths;
  private readonly embedded: EmbeddedExpressions;

  constructor(paths: DocumentPaths, embedded: EmbeddedExpressions) {
    this.paths = paths;
    this.embedded = embedded;
  }

  readonly read = (inside: PlacedText, place: Span): Expression | undefined =>
    this.readSources(inside, place, 0);

  private readSources(inside: PlacedText, place: Span, depth: number): Expression | undefined {
    // What CloudFormation puts in itself.
    if (/^\s*!?[\w.]+::/.test(inside.text) || depth > MAX_DEPTH) return undefined;
    const sources = splitSources(inside);
    return sources.reduceRight<Expression>(
      (fallback, source) => this.readSource(source, place, fallback, depth),
      { type: 'unknown', reason: 'set-at-run-time', span: place },
    );
  }

  private readSource(source: PlacedText, place: Span, fallback: Expression, depth: number): Expression {
    const { text } = source;
    const quoted = /^(["'])(.*)\1$/s.exec(text);
    if (quoted) return this.readLiteral(slicePlaced(source, 1, text.length - 1), place, depth);
    const path = /^(?:self:|custom\.|vars\.)/.exec(text);
    if (path) return this.readPath(source, path[0] === 'self:' ? 'self:'.length : 0, place, fallback, depth);
    // The command line and the environment may have it, or not.
    return NAMED.test(text) ? either(fallback, place) : this.readLiteral(source, place, depth);
  }

  /** A path in the document; a part of it can be a variable: `self:custom.regions.${opt:stage}`. */
  private readPath(
    source: PlacedText,
    start: number,
    place: Span,
    fallback: Expression,
    depth: number,
  ): Expression {
    const path = source.text.slice(start);
    const open = path.indexOf('${');
    if (open < 0) return this.paths.use(path, place, fallback);
    const close = path.indexOf('}', open);
    if (close < 0) return fallback;
    const key = bracedText(
      slicePlaced(source, start + open, start + close + 1),
      this.embedded,
      (inside, inner) => this.readSources(inside, inner, depth + 1),
    );
    const object = this.paths.use(path.slice(0, open).replace(/\.$/, ''), place, fallback);
    const chosen: Expression = {
      type: 'member',
      object,
      key: expressionOf(key, this.embedded.lookUp),
      span: place,
    };
    const rest = path
      .slice(close + 1)
      .split('.')
      .filter(each => each !== '');
    return rest.reduce<Expression>(
      (inner, name) => ({
        type: 'member',
        object: inner,
        key: { type: 'literal', value: name, span: place },
        span: place,
      }),
      chosen,
    );
  }

  private readLiteral(source: PlacedText, place: Span, depth: number): Expression {
    const text = bracedText(source, this.embedded, (inside, inner) =>
      this.readSources(inside, inner, depth + 1),
    );
    return text.parts.length === 0
      ? { type: 'literal', value: '', span: place }
      : expressionOf(text, this.embedded.lookUp);
  }
}

/** Variables within variables: deeper than anybody writes. */
const MAX_DEPTH = 8;

/** `opt:stage`, `env:HOME`, `env.HOME`, `ssm(eu-west-1):/name`, `file(./config.yml):key`, `name`. */
const NAMED = /^(?:[A-Za-z][\w-]*(?:\([^)]*\))?[:.]|(?:name|stage|app|org|sls|param)\b)/;

/** It is not known whether a source has a value: what stands in for it is one of the things it can be. */
function either(fallback: Expression, span: Span): Expression {
  const unknown: Expression = { type: 'unknown', reason: 'set-at-run-time', span };
  return fallback.type === 'unknown' ? unknown : { type: 'choice', options: [fallback, unknown], span };
}

/** The sources between commas that are in no braces, brackets or quotes. */
function splitSources(inside: PlacedText): PlacedText[] {
  const sources: PlacedText[] = [];
  let depth = 0;
  let quote = '';
  let start = 0;
  const add = (end: number): void => {
    const lead = /^\s*/.exec(inside.text.slice(start, end))?.[0].length ?? 0;
    const from = start + lead;
    sources.push(slicePlaced(inside, from, Math.max(from, inside.text.slice(0, end).trimEnd().length)));
  };
  for (let index = 0; index < inside.text.length; index++) {
    const character = inside.text.charAt(index);
    if (quote !== '') quote = character === quote ? '' : quote;
    else if (character === '"' || character === "'") quote = character;
    else if ('{(['.includes(character)) depth++;
    else if ('})]'.includes(character)) depth--;
    else if (character === ',' && depth === 0) {
      add(index);
      start = index + 1;
    }
  }
  add(inside.text.length);
  return sources;
}
