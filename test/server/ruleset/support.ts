import type { CompletionItem, CompletionList, Hover, MarkupContent, Position } from 'vscode-languageserver';
import { Conversation, type Opening } from '../support/conversation.ts';
import { FILES, FOLDER, RULESET } from '../support/module.ts';

/** A text with the cursor at `|`. */
export interface Marked {
  readonly text: string;
  readonly position: Position;
}

export function atBar(marked: string): Marked {
  const lines = marked.slice(0, marked.indexOf('|')).split('\n');
  const position = { line: lines.length - 1, character: lines.at(-1)?.length ?? 0 };
  return { text: marked.replace('|', ''), position };
}

/** An editor with a module and its ruleset open. */
export async function openRuleset(text: string, opening: Opening = {}): Promise<Conversation> {
  const files = { ...FILES, [RULESET]: text, ...opening.files };
  const editor = await Conversation.start({ folders: [FOLDER], ...opening, files });
  await editor.open(RULESET);
  return editor;
}

export async function completions(editor: Conversation, position: Position): Promise<CompletionItem[]> {
  const answer = await editor.request<CompletionItem[] | CompletionList | null>('textDocument/completion', {
    textDocument: { uri: RULESET },
    position,
  });
  return Array.isArray(answer) ? answer : (answer?.items ?? []);
}

export function textOf(hover: Hover | null): string {
  const contents = hover?.contents as MarkupContent | undefined;
  return contents?.value ?? '';
}

/** The text after an item was chosen. */
export function applied(text: string, { textEdit }: CompletionItem): string {
  if (!textEdit || !('range' in textEdit)) throw new Error('the item has no edit');
  const { range, newText } = textEdit;
  return text.slice(0, offsetAt(text, range.start)) + newText + text.slice(offsetAt(text, range.end));
}

function offsetAt(text: string, { line, character }: Position): number {
  const before = text.split('\n').slice(0, line);
  return before.reduce((sum, each) => sum + each.length + 1, 0) + character;
}
