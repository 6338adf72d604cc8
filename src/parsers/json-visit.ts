import type { Problem } from '../model/problem.ts';
import type { Source } from '../text/source.ts';
import { span } from '../text/span.ts';
import { type Phrase, phrase } from '../words/phrase.ts';
import { JsonScanner } from './json-scanner.ts';
import type { JsonToken } from './json-token.ts';

/** Told of what a JSON text holds, in its order. Every `begin` gets its `end`, whatever the text. */
export interface JsonVisitor {
  begin(kind: 'map' | 'list', offset: number): void;
  /** `end` is the offset after the bracket; where the bracket is missing, the offset at which that was noticed. */
  end(end: number): void;
  /** A member's name; a value follows, unless the text has none. */
  key(token: JsonToken): void;
  value(token: JsonToken): void;
  /**
   * Where a member may begin: behind the bracket of its container, or a comma.
   * @param mistakes how many there were in the text so far
   * @returns where to read on: further on when the visitor knows the whole members up to there, with their commas
   */
  beforeMember?(offset: number, mistakes: number): number;
}

/** Deeper than any document that people or tools write. */
export const MAX_JSON_DEPTH = 200;

/**
 * Reads JSON (RFC 8259; comments and trailing commas are allowed) without making a tree, as fast as large lockfiles
 * need it: a scanner of our own, compared with jsonc-parser in its tests. After a mistake reading goes on with what
 * follows; what is nested too deep is left out. Never throws for any text, in time linear in its length.
 * @param detaches whether decoded strings are copied out of the text, so that keeping one does not keep the text
 * @returns at most one `syntax-error`, the first, and at most one `too-deep`.
 */
export function visitJson(source: Source, visitor: JsonVisitor, detaches = false): Problem[] {
  return new JsonReading(source, visitor, detaches).run();
}

/** What may come next. */
type State = 'value' | 'key' | 'colon' | 'after-value' | 'end';

class JsonReading {
  private readonly source: Source;
  private readonly visitor: JsonVisitor;
  private readonly scanner: JsonScanner;
  /** The containers that are open, outermost first. */
  private readonly open: ('map' | 'list')[] = [];
  private openMaps = 0;
  /** How many containers are open that are left out: nested too deep, or standing where none may be. */
  private ignored = 0;
  private state: State = 'value';
  private mistakes = 0;
  private syntaxError: Problem | undefined;
  private tooDeep: Problem | undefined;

  constructor(source: Source, visitor: JsonVisitor, detaches: boolean) {
    this.source = source;
    this.visitor = visitor;
    this.scanner = new JsonScanner(source.text, detaches);
  }

  run(): Problem[] {
    const { scanner } = this;
    for (let kind = scanner.next(); kind !== 'end'; kind = scanner.next()) {
      if (scanner.mistake !== undefined) this.mistake(scanner.mistake);
      if (this.state === 'end' && kind !== 'unknown') {
        this.mistake(phrase('syntax.json-after-end'));
        break;
      }
      if (kind === '{') this.begin('map');
      else if (kind === '[') this.begin('list');
      else if (kind === '}') this.close('map');
      else if (kind === ']') this.close('list');
      else if (this.ignored === 0) this.inner(kind);
    }
    if (scanner.mistake !== undefined) this.mistake(scanner.mistake);
    if (this.open.length > 0)
      this.mistake(phrase(this.open.at(-1) === 'map' ? 'syntax.json-brace' : 'syntax.json-bracket'));
    while (this.open.length > 0) this.end(this.source.text.length);
    return [this.syntaxError, this.tooDeep].filter(problem => problem !== undefined);
  }

  private inner(kind: ReturnType<JsonScanner['next']>): void {
    if (kind === 'string') this.string();
    else if (kind === 'scalar') this.scalar();
    else if (kind === ',') this.comma();
    else if (kind === ':') this.colon();
  }

  private begin(kind: 'map' | 'list'): void {
    if (this.ignored > 0 || !this.mayHoldValue()) {
      this.ignored++;
    } else if (this.open.length === MAX_JSON_DEPTH) {
      this.ignored++;
      this.mistakes++;
      this.tooDeep ??= this.problem('too-deep', phrase('syntax.levels-inner', { most: MAX_JSON_DEPTH }));
      this.state = 'after-value';
    } else {
      this.open.push(kind);
      if (kind === 'map') this.openMaps++;
      this.visitor.begin(kind, this.scanner.start);
      this.state = kind === 'map' ? 'key' : 'value';
      this.passKnown();
    }
  }

  /** The state stays what it is: before a member is where known ones end, too. */
  private passKnown(): void {
    const { scanner, visitor } = this;
    if (visitor.beforeMember) scanner.end = visitor.beforeMember(scanner.end, this.mistakes);
  }

  /** Also closes what was left open inside. A bracket that nothing opened is passed over. */
  private close(kind: 'map' | 'list'): void {
    if (this.ignored > 0) {
      this.ignored--;
      return;
    }
    const openOfKind = kind === 'map' ? this.openMaps : this.open.length - this.openMaps;
    if (openOfKind === 0) {
      this.mistake(phrase('syntax.json-nothing-open'));
      return;
    }
    if (this.state === 'colon') this.mistake(phrase('syntax.json-colon'));
    else if (this.state === 'value' && this.open.at(-1) === 'map') this.mistake(phrase('syntax.json-value'));
    while (this.open.at(-1) !== kind) {
      this.mistake(phrase(kind === 'map' ? 'syntax.json-bracket-before' : 'syntax.json-brace-before'));
      this.end(this.scanner.start);
    }
    this.end(this.scanner.end);
  }

  private end(offset: number): void {
    if (this.open.pop() === 'map') this.openMaps--;
    this.visitor.end(offset);
    this.valueIsRead();
  }

  private string(): void {
    const isName = this.state === 'key' || (this.open.at(-1) === 'map' && this.state === 'after-value');
    if (this.state === 'colon' && this.scanner.colonFollows()) {
      this.mistake(phrase('syntax.json-colon'));
      this.visitor.key(this.scanner.token);
    } else if (isName) {
      if (this.state === 'after-value') this.mistake(phrase('syntax.json-comma'));
      this.visitor.key(this.scanner.token);
      this.state = 'colon';
    } else {
      this.scalar();
    }
  }

  private scalar(): void {
    if (!this.mayHoldValue()) return;
    this.visitor.value(this.scanner.token);
    this.valueIsRead();
  }

  private valueIsRead(): void {
    this.state = this.open.length > 0 ? 'after-value' : 'end';
  }

  /** May a value stand here? If not quite, it is accepted with a mistake wherever its meaning is clear. */
  private mayHoldValue(): boolean {
    if (this.state === 'value') return true;
    if (this.state === 'key') this.mistake(phrase('syntax.json-name'));
    else if (this.state === 'colon') this.mistake(phrase('syntax.json-colon'));
    else this.mistake(phrase('syntax.json-comma'));
    return this.state === 'colon' || (this.state === 'after-value' && this.open.at(-1) === 'list');
  }

  private comma(): void {
    if (this.state !== 'after-value') this.mistake(phrase('syntax.json-value'));
    const container = this.open.at(-1);
    if (!container) return;
    this.state = container === 'map' ? 'key' : 'value';
    this.passKnown();
  }

  private colon(): void {
    if (this.state === 'colon') this.state = 'value';
    else this.mistake(phrase('syntax.json-name-before'));
  }

  private mistake(what: Phrase): void {
    this.mistakes++;
    this.syntaxError ??= this.problem('syntax-error', phrase('syntax.json', { what }));
  }

  private problem(code: 'syntax-error' | 'too-deep', message: Phrase): Problem {
    return { code, path: this.source.path, span: span(this.scanner.start, this.scanner.end), message };
  }
}
