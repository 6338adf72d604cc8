import type { Expression } from '../../model/expression.ts';
import { type Span, span } from '../../text/span.ts';

/**
 * What an expression between `{{` and `}}` can be: a variable with its attributes, a string, either of them with
 * filters that keep its value, `a ~ b`, `a if c else b`. Anything else is unknown.
 * @param tag the place of the expression with its braces.
 * @param variableOf gives a name its meaning.
 */
export function jinjaExpression(
  written: string,
  tag: Span,
  variableOf: (name: string, place: Span) => Expression,
): Expression {
  // In an escaped text parts of the tag have no place of their own.
  const isVerbatim = tag.end - tag.start === written.length + 4;
  const placeOf = (start: number, end: number): Span =>
    isVerbatim ? span(tag.start + 2 + start, tag.start + 2 + end) : tag;
  const tokens = [...written.matchAll(TOKEN)].flatMap(({ 0: text, index }) => {
    const trims = text === '-' && (index === 0 || index === written.length - 1);
    return trims ? [] : [{ text, place: placeOf(index, index + text.length) }];
  });
  return new JinjaReader(tokens, tag, variableOf).read();
}

const TOKEN = /'(?:\\.|[^'\\])*'|"(?:\\.|[^"\\])*"|\w+|[^\s\w]/g;

interface Token {
  readonly text: string;
  readonly place: Span;
}

class JinjaReader {
  private readonly tokens: readonly Token[];
  private readonly tag: Span;
  private readonly variableOf: (name: string, place: Span) => Expression;
  private next = 0;

  constructor(tokens: readonly Token[], tag: Span, variableOf: (name: string, place: Span) => Expression) {
    this.tokens = tokens;
    this.tag = tag;
    this.variableOf = variableOf;
  }

  read(): Expression {
    const expression = this.conditional();
    return this.next < this.tokens.length ? this.unknown() : expression;
  }

  private conditional(): Expression {
    const yes = this.joined();
    if (this.peek() !== 'if') return yes;
    while (this.next < this.tokens.length && this.peek() !== 'else') this.next++;
    if (this.next >= this.tokens.length)
      return { type: 'choice', options: [yes, this.empty()], span: this.tag };
    this.next++;
    return { type: 'choice', options: [yes, this.joined()], span: this.tag };
  }

  private joined(): Expression {
    const parts = [this.filtered()];
    while (this.peek() === '~' || this.peek() === '+') {
      this.next++;
      parts.push(this.filtered());
    }
    const [only] = parts;
    return parts.length === 1 && only ? only : { type: 'template', parts, span: this.tag };
  }

  private filtered(): Expression {
    let value = this.operand();
    while (this.peek() === '|') {
      this.next++;
      value = this.filter(value);
    }
    return value;
  }

  private filter(value: Expression): Expression {
    const name = this.take()?.text ?? '';
    const [first] = this.peek() === '(' ? this.callArguments() : [];
    if (KEEPING.has(name)) return value;
    if (name === 'lower' || name === 'upper')
      return { type: 'call', name, arguments: [value], span: this.tag };
    if ((name === 'default' || name === 'd') && first) return this.withDefault(value, first);
    return { type: 'unknown', reason: 'unsupported-function', span: this.tag };
  }

  private withDefault(value: Expression, otherwise: Expression): Expression {
    if (value.type !== 'variable') return { type: 'choice', options: [value, otherwise], span: this.tag };
    const { name, span: place, fallback } = value;
    return {
      type: 'variable',
      name,
      span: place,
      fallback: fallback ? this.withDefault(fallback, otherwise) : otherwise,
    };
  }

  /** The arguments, of which only simple ones are known. */
  private callArguments(): Expression[] {
    const found: Expression[] = [];
    this.next++;
    let depth = 1;
    while (depth > 0) {
      const token = this.tokens[this.next];
      if (!token) break;
      if (token.text === '(') depth++;
      if (token.text === ')') depth--;
      if (depth === 1 && found.length === 0 && token.text !== '(') found.push(this.operand());
      else this.next++;
    }
    return found;
  }

  private operand(): Expression {
    const token = this.take();
    if (!token) return this.unknown();
    const quote = token.text[0];
    if (quote === "'" || quote === '"') return literalOf(token);
    if (!/^[A-Za-z_]/.test(token.text)) return this.unknown();
    const name = this.path(token);
    if (this.peek() === '(') {
      this.callArguments();
      const reason = name === 'lookup' || name === 'query' ? 'set-at-run-time' : 'unsupported-function';
      return { type: 'unknown', reason, span: this.tag };
    }
    if (GIVEN.test(name)) return { type: 'unknown', reason: 'set-at-run-time', span: token.place };
    return this.variableOf(name, token.place);
  }

  /** `a.b['c']` is `a.b.c`. */
  private path(first: Token): string {
    let name = first.text;
    for (;;) {
      const [sign, key, end] = [this.peek(), this.peek(1), this.peek(2)];
      if (sign === '.' && key !== undefined && /^\w+$/.test(key)) {
        name += `.${key}`;
        this.next += 2;
      } else if (sign === '[' && end === ']' && key !== undefined) {
        name += `.${key.replace(/^['"]|['"]$/g, '')}`;
        this.next += 3;
      } else return name;
    }
  }

  private peek(ahead = 0): string | undefined {
    return this.tokens[this.next + ahead]?.text;
  }

  private take(): Token | undefined {
    return this.tokens[this.next++];
  }

  private empty(): Expression {
    return { type: 'literal', value: '', span: this.tag };
  }

  private unknown(): Expression {
    this.next = this.tokens.length;
    return { type: 'unknown', reason: 'unsupported-expression', span: this.tag };
  }
}

function literalOf({ text, place }: Token): Expression {
  const isPlaced = place.end - place.start === text.length;
  return {
    type: 'literal',
    value: text.slice(1, -1).replace(/\\(.)/gs, '$1'),
    span: isPlaced ? span(place.start + 1, place.end - 1) : place,
  };
}

/** What Ansible knows when it runs (https://docs.ansible.com/ansible/latest/reference_appendices/special_variables.html). */
const GIVEN =
  /^(?:item|omit|ansible_\w+|inventory_\w+|hostvars|groups|group_names|play_hosts|playbook_dir|role_path)(?:\.|$)/;

/** Filters that leave a value as it is, or so that it still names the same. */
const KEEPING = new Set(['string', 'trim', 'quote', 'mandatory', 'to_json', 'bool', 'int']);
