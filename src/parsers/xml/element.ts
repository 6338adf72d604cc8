import type { Problem } from '../../model/problem.ts';
import type { Span } from '../../text/span.ts';
import type { PlacedText } from '../placed-text.ts';

/** An element of an XML document, with the place of every token. */
export interface XmlElement {
  /** As written, with its prefix. */
  readonly name: string;
  readonly nameSpan: Span;
  readonly attributes: readonly XmlAttribute[];
  /** In the file's order. */
  readonly children: readonly XmlElement[];
  /** The element's own text without blanks around it, decoded; empty when it has none. */
  readonly text: PlacedText;
  /** From `<` to the end of the closing tag. */
  readonly span: Span;
}

export interface XmlAttribute {
  readonly name: string;
  /** Decoded, without quotes. */
  readonly value: PlacedText;
}

/** An XML document, as far as it could be read. */
export interface XmlDocument {
  /** The outermost elements: one in a well-formed document. */
  readonly roots: readonly XmlElement[];
  /** Comments with their delimiters. */
  readonly comments: readonly Span[];
  /** At most one of each code. */
  readonly problems: readonly Problem[];
}

/** The first child with `name`. */
export function childElement(element: XmlElement | undefined, name: string): XmlElement | undefined {
  return element?.children.find(child => child.name === name);
}

/** All children with `name`. */
export function childElements(element: XmlElement | undefined, name: string): XmlElement[] {
  return element?.children.filter(child => child.name === name) ?? [];
}

/** An attribute's value; names are compared without regard to case, as .NET's tools do. */
export function attributeOf(element: XmlElement | undefined, name: string): PlacedText | undefined {
  const wanted = name.toLowerCase();
  return element?.attributes.find(attribute => attribute.name.toLowerCase() === wanted)?.value;
}

/** An element and everything in it, from the outside in. */
export function* descendants(element: XmlElement): Generator<XmlElement> {
  const waiting = [element];
  for (let next = waiting.pop(); next; next = waiting.pop()) {
    yield next;
    for (let index = next.children.length - 1; index >= 0; index--) {
      const child = next.children[index];
      if (child) waiting.push(child);
    }
  }
}
