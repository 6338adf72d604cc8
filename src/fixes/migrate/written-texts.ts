import type { BlockSchema } from '../../model/migration.ts';
import type { HclBlock } from '../../parsers/hcl/tree.ts';
import { applyEdits, type TextEdit } from '../../text/edit.ts';
import { compareSpans } from '../../text/span.ts';
import { type Phrase, phrase } from '../../words/phrase.ts';
import { type ModuleFile, type ModuleFiles, readText } from './module-files.ts';
import type { Route } from './module-migration.ts';
import { resourceSchema, unknownArguments } from './schema.ts';

/**
 * Reads what a migration would write: it must be Terraform's language, and the blocks of the target's types may hold
 * only what its schema has. Blocks that the module had before are not judged.
 * @returns why the migration cannot be offered; `undefined` when nothing is wrong.
 */
export function objectionToTexts(
  { files }: ModuleFiles,
  edits: ReadonlyMap<string, readonly TextEdit[]>,
  route: Route,
): Phrase | undefined {
  for (const file of files) {
    const own = edits.get(file.path);
    if (!own) continue;
    if (overlap(own)) return phrase('migrate.overlap');
    const after = readText(file.path, applyEdits(file.text, own));
    const [problem] = after.tree.problems;
    if (problem) return phrase('migrate.syntax', { path: file.path });
    const unknown = unknownIn(after, file, route);
    if (unknown !== undefined) return phrase('migrate.unknown-argument', { argument: unknown });
  }
  return undefined;
}

function overlap(edits: readonly TextEdit[]): boolean {
  const ordered = [...edits].sort((a, b) => compareSpans(a.span, b.span));
  return ordered.some(({ span }, index) => {
    const next = ordered[index + 1];
    return next !== undefined && (next.span.start < span.end || next.span.start === span.start);
  });
}

function unknownIn(after: ModuleFile, before: ModuleFile, route: Route): string | undefined {
  const old = new Set(before.tree.body.blocks.map(headerOf));
  for (const block of after.tree.body.blocks) {
    const schema = old.has(headerOf(block)) ? undefined : schemaOf(block, route);
    const [unknown] = schema ? unknownArguments(block.body, schema, true) : [];
    if (unknown !== undefined) return `${headerOf(block)}.${unknown}`;
  }
  return undefined;
}

function headerOf({ type, labels }: HclBlock): string {
  return [type, ...labels.map(({ text }) => text)].join('.');
}

function schemaOf({ type, labels }: HclBlock, { schema, target }: Route): BlockSchema | undefined {
  const [first] = labels;
  if (type === 'provider') return first?.text === target.localName ? schema.provider : undefined;
  if (type !== 'resource' && type !== 'data') return undefined;
  return resourceSchema(schema, `${type === 'data' ? 'data.' : ''}${first?.text}`);
}
