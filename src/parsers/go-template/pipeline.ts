import type { Expression } from '../../model/expression.ts';
import { type Span, span } from '../../text/span.ts';
import { type TemplateToken, templateTokens } from './tokens.ts';

/** What names are called in the scope that expressions are resolved in. */
export interface TemplateNames {
  /** A path from the root: `['Values', 'image', 'tag']`. */
  readonly root: (path: readonly string[], place: Span) => Expression;
  /** A variable of the template: `$name`. */
  readonly local: (name: string) => string;
  /** What `include "name"` writes. */
  readonly named: (name: string) => string;
}

/**
 * What an action writes, as an expression (https://pkg.go.dev/text/template#hdr-Pipelines, with the functions of
 * https://helm.sh/docs/chart_template_guide/function_list/). What depends on a loop or on the cluster is unknown.
 * @param start where `inner` begins in the file.
 */
export function pipelineExpression(inner: string, start: number, names: TemplateNames): Expression {
  const place = span(start, start + inner.length);
  if (inner.length > MAX_LENGTH) return unknown('unsupported-expression', place);
  return new PipelineReader(templateTokens(inner, start), names, place).read();
}

const MAX_LENGTH = 2000;
const MAX_DEPTH = 30;

/** An operand; a path from the root can still be gone on with. */
interface Term {
  readonly expression: Expression;
  readonly path?: readonly string[];
  /** What `dict` gives names to. */
  readonly entries?: ReadonlyMap<string, Term>;
}

class PipelineReader {
  private readonly tokens: readonly TemplateToken[];
  private readonly names: TemplateNames;
  private readonly place: Span;
  private next = 0;

  constructor(tokens: readonly TemplateToken[], names: TemplateNames, place: Span) {
    this.tokens = tokens;
    this.names = names;
    this.place = place;
  }

  read(): Expression {
    const { expression } = this.pipeline(0);
    return this.next < this.tokens.length ? unknown('unsupported-expression', this.place) : expression;
  }

  private pipeline(depth: number): Term {
    let term = this.command(depth, undefined);
    while (this.tokens[this.next]?.type === 'pipe') {
      this.next++;
      term = this.command(depth, term);
    }
    return term;
  }

  private command(depth: number, piped: Term | undefined): Term {
    const first = this.tokens[this.next];
    if (first?.type === 'word' && !CONSTANTS.has(first.text)) {
      this.next++;
      const operands = this.operands(depth);
      return this.call(first, piped ? [...operands, piped] : operands);
    }
    const [only, ...others] = this.operands(depth);
    const isPlain = only && others.length === 0 && !piped;
    return isPlain ? only : { expression: unknown('unsupported-expression', this.place) };
  }

  private operands(depth: number): Term[] {
    const operands: Term[] = [];
    for (let token = this.tokens[this.next]; token; token = this.tokens[this.next]) {
      if (token.type === 'pipe' || token.type === 'close') break;
      operands.push(this.operand(token, depth));
    }
    return operands;
  }

  private operand(token: TemplateToken, depth: number): Term {
    this.next++;
    if (token.type === 'open') return this.group(depth);
    if (token.type === 'field') return this.field(token);
    const isLiteral = token.type === 'string' || token.type === 'number' || CONSTANTS.has(token.text);
    return {
      expression: isLiteral
        ? { type: 'literal', value: token.text, span: token.span }
        : unknown('unsupported-expression', token.span),
    };
  }

  /** `( pipeline )`, perhaps with fields behind it. */
  private group(depth: number): Term {
    if (depth >= MAX_DEPTH) {
      this.next = this.tokens.length;
      return { expression: unknown('unsupported-expression', this.place) };
    }
    const inner = this.pipeline(depth + 1);
    if (this.tokens[this.next]?.type === 'close') this.next++;
    const behind = this.tokens[this.next];
    if (behind?.type !== 'field' || !behind.touches || !behind.text.startsWith('.')) return inner;
    this.next++;
    return inner.path
      ? this.root([...inner.path, ...behind.text.split('.').slice(1)], behind.span)
      : { expression: unknown('unsupported-expression', behind.span) };
  }

  private field({ text, span: place }: TemplateToken): Term {
    const [head = '', ...path] = text.split('.');
    if (head === '' || head === '$')
      return this.root(
        path.filter(step => step !== ''),
        place,
      );
    const name = this.names.local(head);
    return path.length === 0
      ? { expression: { type: 'variable', name, span: place } }
      : { expression: unknown('unsupported-expression', place) };
  }

  private root(path: readonly string[], place: Span): Term {
    return { path, expression: this.names.root(path, place) };
  }

  private call({ text: name, span: place }: TemplateToken, terms: readonly Term[]): Term {
    const inputs = terms.map(term => term.expression);
    const last = inputs.at(-1);
    if (PASSING.has(name)) return { expression: last ?? unknown('syntax-error', place) };
    if (name === 'index' || name === 'get' || name === 'dig') return this.indexed(terms, place);
    if (name === 'include' || name === 'template') return this.included(terms, place);
    if (name === 'dict') return dictOf(terms, place);
    const made = CALLS.get(name)?.(inputs);
    if (!made) return { expression: unknown('unsupported-function', place) };
    return { expression: made.type === 'call' ? { ...made, span: this.place } : made };
  }

  /** `index .Values "a" "b"` */
  private indexed([first, ...keys]: readonly Term[], place: Span): Term {
    const path = keys.map(({ expression }) => (expression.type === 'literal' ? expression.value : undefined));
    const isKnown = first?.path && path.every(key => key !== undefined);
    return isKnown
      ? this.root([...first.path, ...path.filter(key => key !== undefined)], place)
      : { expression: unknown('unsupported-expression', place) };
  }

  private included([name, given]: readonly Term[], place: Span): Term {
    const image = given?.entries?.get('imageRoot') ?? given?.entries?.get('image');
    if (image?.path) return this.image(image.path, given?.entries?.get('global')?.path, place);
    return {
      expression:
        name?.expression.type === 'literal'
          ? { type: 'variable', name: this.names.named(name.expression.value), span: place }
          : unknown('unsupported-expression', place),
    };
  }

  /**
   * What libraries of charts make of an image in parts, wherever the template is that does it
   * (https://github.com/bitnami/charts/tree/main/bitnami/common#images).
   */
  private image(path: readonly string[], global: readonly string[] | undefined, place: Span): Term {
    const part = (...names: readonly string[]): Expression => this.names.root(names, place);
    const joined = (separator: string, ...parts: readonly Expression[]): Expression => ({
      type: 'call',
      name: 'joingiven',
      arguments: [{ type: 'literal', value: separator, span: place }, ...parts],
      span: place,
    });
    const registries = [...(global ? [part(...global, 'imageRegistry')] : []), part(...path, 'registry')];
    const name = joined('/', call('firstgiven', registries), part(...path, 'repository'));
    const optional = (key: string): Expression => call('firstgiven', [part(...path, key)]);
    return {
      expression: joined('@', joined(':', name, optional('tag')), optional('digest')),
    };
  }
}

/** `dict "name" value …` */
function dictOf(terms: readonly Term[], place: Span): Term {
  const entries = new Map<string, Term>();
  for (let at = 0; at + 1 < terms.length; at += 2) {
    const [key, value] = [terms[at], terms[at + 1]];
    if (key?.expression.type === 'literal' && value) entries.set(key.expression.value, value);
  }
  return { expression: unknown('unsupported-expression', place), entries };
}

const CONSTANTS = new Set(['true', 'false', 'nil']);

/** Functions that write their last argument as it is, or so that it still names the same. */
const PASSING = new Set([
  'quote',
  'squote',
  'toString',
  'trim',
  'trunc',
  'indent',
  'nindent',
  'required',
  'print',
  'toYaml',
  'int',
  'int64',
]);

type MakeCall = (inputs: readonly Expression[]) => Expression;

const CALLS: ReadonlyMap<string, MakeCall> = new Map<string, MakeCall>([
  ['default', ([otherwise, value]) => call('firstgiven', [value, otherwise])],
  ['coalesce', inputs => call('firstgiven', inputs)],
  ['or', inputs => call('firstgiven', inputs)],
  ['printf', inputs => call('format', inputs)],
  ['lower', inputs => call('lower', inputs)],
  ['upper', inputs => call('upper', inputs)],
  ['trimSuffix', ([end, text]) => call('trimsuffix', [text, end])],
  ['trimPrefix', ([start, text]) => call('trimprefix', [text, start])],
  ['replace', ([needle, by, text]) => call('replace', [text, needle, by])],
  ['tpl', ([text]) => text ?? unknown('syntax-error', NOWHERE)],
  [
    'ternary',
    ([yes, no]) => ({ type: 'choice', options: [yes, no].filter(each => each !== undefined), span: NOWHERE }),
  ],
]);

const NOWHERE = span(0, 0);

function call(name: string, inputs: readonly (Expression | undefined)[]): Expression {
  return { type: 'call', name, arguments: inputs.filter(input => input !== undefined), span: NOWHERE };
}

function unknown(
  reason: 'unsupported-expression' | 'unsupported-function' | 'syntax-error',
  place: Span,
): Expression {
  return { type: 'unknown', reason, span: place };
}
