import type { Move } from '../../model/migration.ts';
import type { HclAttribute, HclBlock, HclBody } from '../../parsers/hcl/tree.ts';
import { type MovedArgument, type Moving, moveArgument } from './arguments.ts';
import { commentedOut, trailingComment } from './layout.ts';
import type { ModuleFile } from './module-files.ts';
import type { WrittenBlock } from './written-block.ts';

/** Moves what a nested block says into the block that takes its place, comments included. */
export function moveNestedBlock(
  file: ModuleFile,
  block: HclBlock,
  rules: NonNullable<Move['block']>,
  into: WrittenBlock,
  moving: Moving,
): void {
  moveBody({ file, rules, into, moving }, block.body, block.span.start, '', []);
}

interface Nested {
  readonly file: ModuleFile;
  readonly rules: NonNullable<Move['block']>;
  readonly into: WrittenBlock;
  readonly moving: Moving;
}

/** @param pending comments that stand above the body's block */
function moveBody(
  nested: Nested,
  { attributes, blocks }: HclBody,
  start: number,
  prefix: string,
  pending: readonly string[],
): void {
  const { file, rules, into } = nested;
  const statements = [...attributes, ...blocks].sort((a, b) => a.span.start - b.span.start);
  const seen = new Set<string>();
  let position = start;
  let carried = pending;
  for (const statement of statements) {
    const above = [...carried, ...commentsBetween(file, position, statement.span.start)];
    carried = [];
    position = statement.span.end;
    if ('name' in statement) {
      moveOne(nested, statement, prefix, above);
      continue;
    }
    const inner = `${prefix}${statement.type}.`;
    if (!Object.keys(rules).some(name => name.startsWith(inner))) {
      into.note(...above, ...withReason(file, statement));
      continue;
    }
    if (seen.has(statement.type)) reopen(inner, rules, into);
    seen.add(statement.type);
    moveBody(nested, statement.body, statement.span.start, inner, above);
  }
}

function moveOne(
  { file, rules, into, moving }: Nested,
  attribute: HclAttribute,
  prefix: string,
  above: readonly string[],
): void {
  const name = prefix + attribute.name;
  const rule = Object.hasOwn(rules, name) ? rules[name] : undefined;
  const outcome: MovedArgument = rule
    ? moveArgument(file, attribute, rule, path => into.typeAt(path), moving)
    : { reason: 'no counterpart is known' };
  if ('reason' in outcome) {
    into.note(...above, ...withReason(file, attribute, outcome.reason));
    return;
  }
  const trailing = trailingComment(file.text, attribute.span.end);
  for (const written of outcome.writes) {
    const comment = [written.comment, trailing].filter(Boolean).join(' ');
    into.add({ ...written, above, ...(comment === '' ? {} : { comment }) });
  }
}

/** A second block of the same type begins a second one there, too. */
function reopen(prefix: string, rules: NonNullable<Move['block']>, into: WrittenBlock): void {
  const [first] = Object.entries(rules).filter(([name]) => name.startsWith(prefix));
  const to = first && (typeof first[1] === 'string' ? first[1] : first[1].to);
  const path = to?.split('.').slice(0, -1).join('.');
  if (path) into.open(path);
}

function withReason(
  { text }: ModuleFile,
  { span }: HclAttribute | HclBlock,
  reason = 'no counterpart is known',
): string[] {
  return commentedOut(text.slice(span.start, span.end), reason, '').split(/\r\n|\r|\n/);
}

/** The comments that stand between two statements, without the one at the end of the first one's line. */
function commentsBetween({ text, tree }: ModuleFile, start: number, end: number): string[] {
  return tree.comments
    .filter(comment => comment.start >= start && comment.end <= end)
    .filter(comment => text.slice(start, comment.start).includes('\n'))
    .map(comment => text.slice(comment.start, comment.end).trimEnd());
}
