import type { ArgumentType, Move } from '../../model/migration.ts';
import type { HclAttribute } from '../../parsers/hcl/tree.ts';
import { valueSpan } from './layout.ts';
import type { ModuleFile } from './module-files.ts';
import type { Places } from './places.ts';
import { lostUseComment, type Renaming } from './renaming.ts';
import type { PlaceVariables } from './variables.ts';
import type { Written } from './written-block.ts';

/** What moving an argument depends on. */
export interface Moving {
  readonly renaming: Renaming;
  readonly places: Places;
  /** Variables and locals that hold a region or zone. */
  readonly variables: PlaceVariables;
}

/** What is written in an argument's place, or why nothing is. */
export type MovedArgument = { readonly writes: readonly Written[] } | { readonly reason: string };

/**
 * Moves one argument by its rule.
 * @param typeAt the type of the target's argument at a path
 */
export function moveArgument(
  file: ModuleFile,
  attribute: HclAttribute,
  rule: Move | string,
  typeAt: (path: string) => ArgumentType | undefined,
  moving: Moving,
): MovedArgument {
  const move: Move = typeof rule === 'string' ? { to: rule } : rule;
  const written = valueSpan(file.text, attribute);
  const raw = file.text.slice(written.start, written.end);
  const literal = literalOf(raw, attribute);
  if (literal !== undefined) return moveLiteral(literal, raw, move, typeAt, moving);
  const { text, problems } = moving.renaming.text(file, written, move.refer);
  const [problem] = problems;
  if (problem !== undefined) return { reason: lostUseComment(problem) };
  if (!move.zone && !move.region) return moveExpression(text, move);
  const place = moving.variables.replace(text);
  if (place === undefined) return { reason: `${text} also says where the old provider is` };
  const isTemplate = move.zone && place.includes('${');
  return moveExpression(place, isTemplate ? { check: 'zones are named otherwise', ...move } : move);
}

/** A string without templates, a number or a word. */
function literalOf(raw: string, { value }: HclAttribute): string | undefined {
  return value.type === 'literal' && !raw.startsWith('<<') && !raw.includes('\n') ? value.value : undefined;
}

function moveLiteral(
  literal: string,
  raw: string,
  { to, values, patterns, as, zone, region, check }: Move,
  typeAt: (path: string) => ArgumentType | undefined,
  { places }: Moving,
): MovedArgument {
  const comment = commentOf(check);
  for (const { match, write } of patterns ?? []) {
    const found = new RegExp(match).exec(literal);
    if (!found) continue;
    const writes = Object.entries(write).map(([path, text]) => ({
      path,
      value: text.replace(/\$(\d)/g, (_all, group: string) => found[Number(group)] ?? ''),
      ...comment,
    }));
    return { writes };
  }
  if (to === undefined || patterns || (values && !Object.hasOwn(values, literal))) {
    return { reason: `no counterpart of ${JSON.stringify(literal)} is known` };
  }
  if (region || zone) {
    const moved = region ? places.region(literal) : places.zone(literal);
    if (moved === undefined) return { reason: `no approved place for ${JSON.stringify(literal)} is known` };
    return { writes: [{ path: to, value: quoted(moved), ...comment }] };
  }
  const value = values?.[literal];
  const written = value === undefined ? raw : typed(value, typeAt(to));
  return { writes: [{ path: to, value: as === undefined ? written : fill(as, written), ...comment }] };
}

function moveExpression(text: string, { to, values, patterns, otherwise, as, check }: Move): MovedArgument {
  const isHeredoc = text.startsWith('<<');
  const comment = isHeredoc ? {} : commentOf(check ?? differences(values));
  if (otherwise) {
    const writes = Object.entries(otherwise).map(([path, form]) => ({
      path,
      value: fill(form, text),
      ...comment,
    }));
    return { writes };
  }
  if (to === undefined)
    return { reason: patterns ? 'its value is not written here' : 'no counterpart is known' };
  const value = as === undefined ? text : fill(as, isHeredoc ? `${text}\n` : text);
  return { writes: [{ path: to, value, ...comment }] };
}

function commentOf(check: string | undefined): { comment?: string } {
  return check === undefined ? {} : { comment: `# check: ${check}` };
}

function differences(values: Move['values']): string | undefined {
  const pairs = Object.entries(values ?? {}).filter(([from, to]) => from !== to);
  if (pairs.length === 0) return undefined;
  return pairs
    .slice(0, 3)
    .map(([from, to]) => `${from} is ${to} here`)
    .join(', ');
}

function typed(value: string, type: ArgumentType | undefined): string {
  return type === 'bool' || type === 'number' ? value : quoted(value);
}

/** In a template `${` and `%{` would begin an expression. */
function quoted(value: string): string {
  return JSON.stringify(value).replace(/[$%](?=\{)/g, '$&$&');
}

function fill(form: string, value: string): string {
  return form.split('{value}').join(value);
}
