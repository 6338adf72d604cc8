import { type Comment, type Definition, type Reference, SUPPRESSION_MARKER } from '../../model/extraction.ts';
import type { Extract } from '../../model/format.ts';
import { type DotenvEntry, type DotenvFile, parseDotenv } from '../../parsers/dotenv.ts';
import { basename } from '../../text/path.ts';
import { span } from '../../text/span.ts';
import { expressionOf, scopeVariable } from '../shared/expressions.ts';
import { composeModule } from '../shared/modules/compose-module.ts';
import { environmentReferences } from '../shared/settings/environment.ts';

/** Names and addresses of an environment file, and the values that it gives to Compose files. */
export const extractDotenv: Extract = source => {
  const file = parseDotenv(source.text);
  const scope = composeModule(source.path);
  return {
    references: file.entries.flatMap(entry => entryReferences(entry, scope)),
    definitions: definitionsOf(file.entries, scope, basename(source.path)),
    calls: [],
    comments: suppressionComments(source.text, file),
    problems: [],
  };
};

function entryReferences({ name, value }: DotenvEntry, scope: string): Reference[] {
  return environmentReferences(name, value, { scope, structuralPath: [name.text] }, scopeVariable);
}

/**
 * `.env` is read always, `.env.production` and the like on demand; a file with another name goes into containers
 * and is not for Compose itself.
 */
function definitionsOf(entries: readonly DotenvEntry[], scope: string, fileName: string): Definition[] {
  if (!fileName.startsWith('.env')) return [];
  const precedence = fileName === '.env' ? 'override' : 'alternative';
  // Of two entries with one name the last one holds.
  const lastByName = new Map(entries.map(entry => [entry.name.text, entry]));
  return [...lastByName.values()].flatMap(({ name, value }) =>
    value ? [{ scope, name: name.text, value: expressionOf(value, scopeVariable), precedence }] : [],
  );
}

/** A block is the entry that follows the comment, with its value's lines. */
function suppressionComments(text: string, { comments, entries }: DotenvFile): Comment[] {
  let next = 0;
  return comments
    .filter(comment => text.slice(comment.start, comment.end).includes(SUPPRESSION_MARKER))
    .map(comment => {
      while ((entries[next]?.name.span.start ?? Number.POSITIVE_INFINITY) < comment.start) next++;
      const entry = entries[next];
      const end = entry?.value?.span.end ?? entry?.name.span.end;
      return {
        span: comment,
        block: entry && end !== undefined ? span(entry.name.span.start, end) : comment,
      };
    });
}
