/**
 * A page or a hover, independent of how it is shown: `document-markdown.ts`, `document-text.ts` and `document-html.ts`
 * each make it visible, and each escapes all that comes from a repository or a data file.
 */
export type Document = readonly Block[];

export type Block =
  | { readonly block: 'heading'; readonly level: 1 | 2 | 3; readonly text: Line; readonly id?: string }
  | { readonly block: 'paragraph'; readonly text: Line; readonly tone?: 'quiet' }
  /** Points that are of the same rank; a point can have lines of its own below it. */
  | { readonly block: 'list'; readonly items: readonly ListItem[] }
  /** What something is called, and what it is. */
  | { readonly block: 'facts'; readonly facts: readonly (readonly [name: string, text: Line])[] }
  /** A picture that says no more than the text around it. */
  | { readonly block: 'timeline'; readonly timeline: Timeline };

export interface ListItem {
  readonly text: Line;
  readonly details?: readonly Line[];
  /** Shown instead of a bullet; the timeline has the same numbers. */
  readonly number?: number;
  readonly id?: string;
}

/** One line of text in pieces. A plain string is text. */
export type Line = readonly Inline[];

export type Inline =
  | string
  | { readonly strong: string }
  | { readonly quiet: string }
  /** What a file or a ruleset says, letter for letter. */
  | { readonly code: string }
  /** An address of the catalog. */
  | { readonly link: string; readonly address: string }
  /** A place in a file of the workspace. */
  | { readonly place: PlaceTarget }
  /** One of our own commands; only faces that can run it show it. */
  | { readonly command: string; readonly name: string; readonly args: readonly unknown[] };

export interface PlaceTarget {
  readonly path: string;
  readonly line: number;
  readonly column: number;
  /** Which of the places that a page was made with this is. */
  readonly index?: number;
}

/** Acts along a line of time. */
export interface Timeline {
  readonly title: string;
  readonly description: string;
  /** How holding and historical marks differ. */
  readonly legend: string;
  readonly lanes: readonly { readonly name: string; readonly marks: readonly TimelineMark[] }[];
}

export interface TimelineMark {
  readonly number: number;
  /** `YYYY-MM-DD`. */
  readonly date: string;
  readonly label: string;
  /** It no longer holds, or never bound anybody. */
  readonly isHistory: boolean;
}

/** Lines joined by a separator; empty ones are left out. */
export function joined(lines: readonly Line[], separator: string): Line {
  return lines
    .filter(line => line.length > 0)
    .flatMap((line, index) => (index === 0 ? line : [separator, ...line]));
}

/** A heading of the second rank. */
export function section(title: string, id: string): Block {
  return { block: 'heading', level: 2, text: [title], id };
}
