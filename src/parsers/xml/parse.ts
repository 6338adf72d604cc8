import type { Problem, ProblemCode } from '../../model/problem.ts';
import type { Source } from '../../text/source.ts';
import { type Span, span } from '../../text/span.ts';
import { type Phrase, phrase } from '../../words/phrase.ts';
import { PlacedTextBuilder } from '../placed-text.ts';
import type { XmlAttribute, XmlDocument, XmlElement } from './element.ts';
import { appendDecoded, decodedText, trimmed } from './text.ts';

/**
 * Reads an XML text (https://www.w3.org/TR/xml/) without its document type: entities other than the five that every
 * document has stay as written. A half-typed text gives what is there and a `syntax-error`. Never throws.
 */
export function parseXml(source: Source): XmlDocument {
  return new XmlReader(source).read();
}

/** Deeper than any project file. */
const MAX_DEPTH = 200;

/** An element whose end has not been seen. */
interface OpenElement {
  readonly name: string;
  readonly nameSpan: Span;
  readonly start: number;
  readonly attributes: readonly XmlAttribute[];
  readonly children: XmlElement[];
  readonly text: PlacedTextBuilder;
}

class XmlReader {
  private readonly path: string;
  private readonly text: string;
  private position = 0;
  private readonly open: OpenElement[] = [];
  /** How many elements are open below the deepest that is kept. */
  private tooDeep = 0;
  private readonly roots: XmlElement[] = [];
  private readonly comments: Span[] = [];
  private readonly problems = new Map<ProblemCode, Problem>();

  constructor({ path, text }: Source) {
    this.path = path;
    this.text = text;
  }

  read(): XmlDocument {
    while (this.position < this.text.length) {
      if (this.text[this.position] === '<') this.readMarkup();
      else this.readText();
    }
    if (this.open.length > 0) this.complain(this.open.at(-1)?.nameSpan, phrase('syntax.xml-unclosed'));
    while (this.open.length > 0) this.close(this.text.length);
    return { roots: this.roots, comments: this.comments, problems: [...this.problems.values()] };
  }

  private readText(): void {
    const next = this.indexOf('<', this.position);
    const builder = this.open.at(-1)?.text;
    if (builder && this.tooDeep === 0) appendDecoded(builder, this.text, span(this.position, next));
    this.position = next;
  }

  private readMarkup(): void {
    const { text, position } = this;
    if (text.startsWith('<!--', position)) this.readComment();
    else if (text.startsWith('<![CDATA[', position)) this.readCharacterData();
    else if (text.startsWith('<?', position)) this.position = this.after('?>', position + 2);
    else if (text.startsWith('<!', position)) this.position = this.after('>', position + 2);
    else if (text.startsWith('</', position)) this.readEndTag();
    else this.readStartTag();
  }

  private readComment(): void {
    const start = this.position;
    this.position = this.after('-->', start + 4);
    this.comments.push(span(start, this.position));
  }

  private readCharacterData(): void {
    const start = this.position + '<![CDATA['.length;
    this.position = this.after(']]>', start);
    const end = this.text.startsWith(']]>', this.position - 3) ? this.position - 3 : this.position;
    const content = span(start, Math.max(start, end));
    this.open.at(-1)?.text.append(this.text.slice(content.start, content.end), content);
  }

  private readEndTag(): void {
    const start = this.position;
    const name = this.nameAt(start + 2);
    const end = this.indexOf('>', start);
    this.position = Math.min(end + 1, this.text.length);
    if (this.tooDeep > 0) {
      this.tooDeep--;
      return;
    }
    const opened = this.open.findLastIndex(element => element.name === name);
    if (opened < 0 || opened !== this.open.length - 1)
      this.complain(span(start, this.position), phrase('syntax.xml-end-tag'));
    if (opened < 0) return;
    while (this.open.length > opened + 1) this.close(start);
    this.close(this.position);
  }

  private readStartTag(): void {
    const start = this.position;
    const name = this.nameAt(start + 1);
    if (name === '') {
      this.complain(span(start, start + 1), phrase('syntax.xml-less-than'));
      this.position++;
      return;
    }
    const nameSpan = span(start + 1, start + 1 + name.length);
    this.position = nameSpan.end;
    const attributes = this.readAttributes();
    const isEmpty = this.text[this.position] === '/';
    if (isEmpty) this.position++;
    if (this.text[this.position] === '>') this.position++;
    else this.complain(nameSpan, phrase('syntax.xml-tag'));
    this.begin({ name, nameSpan, start, attributes, children: [], text: new PlacedTextBuilder() }, isEmpty);
  }

  private begin(element: OpenElement, isEmpty: boolean): void {
    if (this.tooDeep > 0 || this.open.length >= MAX_DEPTH) {
      if (!isEmpty) this.tooDeep++;
      this.note('too-deep', element.nameSpan, phrase('syntax.xml-deep'));
      return;
    }
    this.open.push(element);
    if (isEmpty) this.close(this.position);
  }

  /** Up to `>`, `/>`, the next `<` or the end. */
  private readAttributes(): XmlAttribute[] {
    const attributes: XmlAttribute[] = [];
    for (;;) {
      this.skipBlanks();
      const character = this.text[this.position];
      if (character === undefined || character === '>' || character === '<') return attributes;
      if (character === '/' && this.text[this.position + 1] === '>') return attributes;
      const name = this.nameAt(this.position);
      if (name === '') {
        this.position++;
        continue;
      }
      this.position += name.length;
      const value = this.readValue();
      if (value) attributes.push({ name, value: decodedText(this.text, value) });
    }
  }

  /** `= "…"`; nothing when there is no value, or its quote is not closed. */
  private readValue(): Span | undefined {
    this.skipBlanks();
    if (this.text[this.position] !== '=') return undefined;
    this.position++;
    this.skipBlanks();
    const quote = this.text[this.position];
    if (quote !== '"' && quote !== "'") return undefined;
    const start = this.position + 1;
    const closing = endOf(this.text, quote === '"' ? DOUBLE_QUOTED : SINGLE_QUOTED, start);
    const isClosed = this.text[closing] === quote;
    const end = isClosed ? closing : endOf(this.text, UNQUOTED, start);
    this.position = isClosed ? end + 1 : end;
    return span(start, end);
  }

  private close(end: number): void {
    const element = this.open.pop();
    if (!element) return;
    const { name, nameSpan, start, attributes, children, text } = element;
    const own = trimmed(text.build(span(nameSpan.end, nameSpan.end)));
    const closed = { name, nameSpan, attributes, children, text: own, span: span(start, end) };
    const parent = this.open.at(-1);
    if (parent) parent.children.push(closed);
    else this.roots.push(closed);
  }

  private nameAt(position: number): string {
    NAME.lastIndex = position;
    return NAME.exec(this.text)?.[0] ?? '';
  }

  private skipBlanks(): void {
    BLANKS.lastIndex = this.position;
    this.position += BLANKS.exec(this.text)?.[0].length ?? 0;
  }

  /** Where `what` begins, or the text's end. */
  private indexOf(what: string, from: number): number {
    const found = this.text.indexOf(what, from);
    return found < 0 ? this.text.length : found;
  }

  /** Behind `what`, or the text's end. */
  private after(what: string, from: number): number {
    const found = this.text.indexOf(what, from);
    if (found >= 0) return found + what.length;
    this.complain(
      span(this.position, Math.min(this.position + 4, this.text.length)),
      phrase('syntax.xml-no-end', { closing: what }),
    );
    return this.text.length;
  }

  private complain(place: Span | undefined, message: Phrase): void {
    this.note('syntax-error', place ?? span(0, 0), message);
  }

  private note(code: ProblemCode, place: Span, message: Phrase): void {
    if (!this.problems.has(code)) this.problems.set(code, { code, path: this.path, span: place, message });
  }
}

/** Generous: whatever cannot end a name. */
const NAME = /[^\s<>/="'!?&]{1,500}/y;
const BLANKS = /\s*/y;

/** A value ends at its quote; a half-typed one, before the next tag, at a blank. */
const DOUBLE_QUOTED = /["<]/g;
const SINGLE_QUOTED = /['<]/g;
const UNQUOTED = /[\s<>]/g;

function endOf(text: string, pattern: RegExp, from: number): number {
  pattern.lastIndex = from;
  return pattern.exec(text)?.index ?? text.length;
}
