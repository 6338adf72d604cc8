import { findNodeAtLocation, getNodeValue, type JSONPath, type Node } from 'jsonc-parser';
import {
  type CompletionItem,
  CompletionItemKind,
  InsertTextFormat,
  MarkupKind,
  type Range,
} from 'vscode-languageserver';
import { documentMarkdown } from '../../report/documents/document-markdown.ts';
import type { Language } from '../../report/language.ts';
import type { Source } from '../../text/source.ts';
import { rangeOf } from '../documents/ranges.ts';
import { type Field, fieldOf, fieldsIn } from './fields.ts';
import type { RulesetLocation } from './location.ts';
import { type Word, type WordSources, wordDocument, wordsOf } from './words.ts';

/** What could stand where the cursor is. `root`: the tree of the text as far as it can be read. */
export function completionsAt(
  location: RulesetLocation,
  source: Source,
  root: Node | undefined,
  sources: WordSources,
  hasSnippets: boolean,
): CompletionItem[] {
  const items = itemsAt(location, source, root, sources);
  return hasSnippets ? items : items.map(withoutSnippet);
}

function itemsAt(
  location: RulesetLocation,
  source: Source,
  root: Node | undefined,
  sources: WordSources,
): CompletionItem[] {
  const range = rangeOf(source, location.span);
  const rest = source.text.slice(location.span.end);
  if (location.at === 'name') return nameItems(location, range, rest, root, sources.language);
  const ending = location.at === 'key' ? endingOf(rest, ': [$0]') : '';
  const list = location.at === 'key' ? location.words : location.field.words;
  if (!list) return location.at === 'value' ? plainItems(location.field, range) : [];
  const beside =
    location.at === 'key' ? namesIn(root, location.path.slice(0, -1)) : valuesBeside(root, location.path);
  const taken = new Set(beside.filter(value => value !== location.text));
  return wordsOf(list, sources)
    .filter(({ id }) => !taken.has(id))
    .map(word => wordItem(word, range, ending));
}

function wordItem(word: Word, range: Range, ending: string): CompletionItem {
  const quoted = JSON.stringify(word.id);
  return {
    label: word.id,
    kind: CompletionItemKind.EnumMember,
    detail: word.title,
    // Beside each word, where the client can; `detail` beside the one that is chosen.
    labelDetails: { description: word.title },
    ...(word.about.length === 0
      ? {}
      : {
          documentation: {
            kind: MarkupKind.Markdown,
            value: documentMarkdown(wordDocument(word), { commands: false }),
          },
        }),
    // The range begins at the quote: so must what is typed be compared with.
    filterText: `${quoted} ${word.title}`,
    ...edit(range, quoted, ending),
  };
}

function plainItems(field: Field, range: Range): CompletionItem[] {
  if (field.value !== 'boolean') return [];
  return ['true', 'false'].map(label => ({
    label,
    kind: CompletionItemKind.Value,
    ...edit(range, label, ''),
  }));
}

/** The properties that the object does not have yet. */
function nameItems(
  { inside, path, text }: RulesetLocation & { readonly at: 'name' },
  range: Range,
  rest: string,
  root: Node | undefined,
  language: Language,
): CompletionItem[] {
  const present = new Set(namesIn(root, path.slice(0, -1)).filter(name => name !== text));
  return fieldsIn(inside).flatMap(name => {
    const key = name.slice(inside === '' ? 0 : inside.length + 1);
    const field = fieldOf(name);
    if (present.has(key) || !field) return [];
    const quoted = JSON.stringify(key);
    return [
      {
        label: key,
        kind: CompletionItemKind.Property,
        documentation: language.say(`field.${name}`),
        filterText: quoted,
        ...edit(range, quoted, endingOf(rest, `: ${PLACEHOLDERS[field.value]}`)),
      },
    ];
  });
}

const PLACEHOLDERS: Readonly<Record<Field['value'], string>> = {
  text: '"$0"',
  texts: '["$0"]',
  object: '{ $0 }',
  objects: '[{ $0 }]',
  boolean: '$' + '{0:true}',
  number: '$' + '{0:1}',
};

/** What a name needs behind it, unless it stands there. */
function endingOf(rest: string, ending: string): string {
  if (/^\s*:/.test(rest)) return '';
  return /^\s*"/.test(rest) ? `${ending},` : ending;
}

/** The same without the marks of where the cursor goes. */
function withoutSnippet({ insertTextFormat, textEdit, ...item }: CompletionItem): CompletionItem {
  if (!textEdit || insertTextFormat !== InsertTextFormat.Snippet) {
    return { ...item, ...(textEdit ? { textEdit } : {}) };
  }
  const newText = textEdit.newText.replace(
    /\\([$}\\])|\$0|\$\{0:(\w*)\}/g,
    (_, escaped = '', usual = '') => escaped + usual,
  );
  return { ...item, textEdit: { ...textEdit, newText } };
}

/** A snippet only where there is a place to go to. */
function edit(range: Range, text: string, ending: string) {
  if (ending === '') return { textEdit: { range, newText: text } };
  const newText = text.replace(/[$}\\]/g, '\\$&') + ending;
  return { textEdit: { range, newText }, insertTextFormat: InsertTextFormat.Snippet };
}

function namesIn(root: Node | undefined, path: JSONPath): string[] {
  const object = root && findNodeAtLocation(root, path);
  if (object?.type !== 'object') return [];
  return (object.children ?? []).map(property => String(property.children?.[0]?.value));
}

/** What the list that the cursor is in has already. */
function valuesBeside(root: Node | undefined, path: JSONPath): string[] {
  const outer = root && findNodeAtLocation(root, path.slice(0, -1));
  const values: unknown = outer?.type === 'array' ? getNodeValue(outer) : [];
  return Array.isArray(values) ? values.filter(value => typeof value === 'string') : [];
}
