import { Range, Uri, ViewColumn, window } from 'vscode';

/** A place of a document that a page of ours leads to. */
interface PagePlace {
  readonly uri: string;
  readonly start: { readonly line: number; readonly character: number };
  readonly end: { readonly line: number; readonly character: number };
}

/** The place that a page names: it can only say the number of one that the server gave it. */
export function placeIn<Place>(message: unknown, places: readonly Place[]): Place | undefined {
  const index = member(message, 'place');
  return typeof index === 'number' ? places[index] : undefined;
}

/** What stands in a message under a name; `undefined` when the message is no object. */
export function member(message: unknown, name: string): unknown {
  return typeof message === 'object' && message !== null ? Reflect.get(message, name) : undefined;
}

/** Opens the place beside the page in `column`, so that both can be read. */
export async function reveal({ uri, start, end }: PagePlace, column: ViewColumn | undefined): Promise<void> {
  const selection = new Range(start.line, start.character, end.line, end.character);
  const viewColumn = column === undefined || column === ViewColumn.One ? ViewColumn.Beside : ViewColumn.One;
  await window.showTextDocument(Uri.parse(uri, true), { selection, viewColumn });
}
