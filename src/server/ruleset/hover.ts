import { type Hover, MarkupKind } from 'vscode-languageserver';
import type { Document } from '../../report/documents/document.ts';
import { documentMarkdown } from '../../report/documents/document-markdown.ts';
import type { Source } from '../../text/source.ts';
import { rangeOf } from '../documents/ranges.ts';
import { isFieldName } from './fields.ts';
import type { RulesetLocation } from './location.ts';
import { type WordSources, wordDocument, wordOf } from './words.ts';

/** What a property means, or what the catalog says of a word. */
export function rulesetHover(location: RulesetLocation, source: Source, sources: WordSources): Hover | null {
  const document = explanationOf(location, sources);
  if (!document) return null;
  const value = documentMarkdown(document, { commands: false });
  return { contents: { kind: MarkupKind.Markdown, value }, range: rangeOf(source, location.span) };
}

function explanationOf(location: RulesetLocation, sources: WordSources): Document | undefined {
  if (location.at === 'name') {
    const { fieldName: name } = location;
    if (name === undefined || !isFieldName(name)) return undefined;
    return [{ block: 'paragraph', text: [sources.language.say(`field.${name}`)] }];
  }
  const list = location.at === 'key' ? location.words : location.field.words;
  const word = list && wordOf(list, location.text, sources);
  return word && wordDocument(word);
}
