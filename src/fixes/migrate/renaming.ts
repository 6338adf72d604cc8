import type { Move } from '../../model/migration.ts';
import { applyEdits, type TextEdit } from '../../text/edit.ts';
import { groupBy } from '../../text/group-by.ts';
import { firstIndex } from '../../text/ordered.ts';
import { compareSpans, type Span, span } from '../../text/span.ts';
import type { ModuleFile } from './module-files.ts';
import { hasAttribute } from './schema.ts';
import { isInside, type PlacedUse, type Standing } from './standing.ts';

/** A part of a text as it is to be, and what in it cannot be renamed. */
export interface Renamed {
  readonly text: string;
  readonly problems: readonly LostUse[];
}

/** A use that nothing can take the place of: of a resource, or of an attribute of a type. */
export interface LostUse {
  readonly name: string;
  readonly attribute?: string;
}

/** A lost use as comments in the file say it. */
export function lostUseComment({ name, attribute }: LostUse): string {
  return attribute === undefined ? `${name} has no counterpart` : `${name} has no attribute ${attribute}`;
}

/** Renames uses of moved resources everywhere in a module, the same way in every place. */
export class Renaming {
  /** In the order of their places. */
  private readonly uses: ReadonlyMap<ModuleFile, readonly PlacedUse[]>;
  private readonly standings: ReadonlyMap<string, Standing>;

  constructor(uses: readonly PlacedUse[], standings: ReadonlyMap<string, Standing>) {
    this.uses = groupBy(uses, ({ file }) => file);
    this.standings = standings;
  }

  /**
   * A part of a file with its uses renamed.
   * @param refer the attribute that takes the place of the id
   */
  text(file: ModuleFile, part: Span, refer?: string): Renamed {
    const problems: LostUse[] = [];
    const edits = this.usesIn(file, part).flatMap(use => {
      const standing = this.standings.get(use.address);
      if (standing && standing.state !== 'moved') problems.push({ name: use.address });
      const { edits: own, problem } = this.rename(use, refer);
      if (problem !== undefined) problems.push(problem);
      return own.map(edit => ({
        ...edit,
        span: span(edit.span.start - part.start, edit.span.end - part.start),
      }));
    });
    return { text: applyEdits(file.text.slice(part.start, part.end), outermost(edits)), problems };
  }

  /** The edits of a file outside of the given places, and what is used there that the target does not have. */
  outside(file: ModuleFile, places: readonly Span[]): { edits: TextEdit[]; problems: LostUse[] } {
    const problems: LostUse[] = [];
    const ordered = [...places].sort((a, b) => a.start - b.start);
    let next = 0;
    const edits = this.usesIn(file, span(0, file.text.length)).flatMap(use => {
      while ((ordered[next]?.end ?? Number.POSITIVE_INFINITY) < use.typeSpan.end) next++;
      const place = ordered[next];
      if (place && isInside(use.typeSpan, place)) return [];
      const { edits: own, problem } = this.rename(use);
      if (problem !== undefined) problems.push(problem);
      return own;
    });
    return { edits: outermost(edits), problems };
  }

  private usesIn(file: ModuleFile, part: Span): PlacedUse[] {
    const uses = this.uses.get(file) ?? [];
    const from = firstIndex(uses, ({ typeSpan }) => typeSpan.start >= part.start);
    return uses.slice(
      from,
      firstIndex(uses, ({ typeSpan }) => typeSpan.end > part.end),
    );
  }

  private rename(use: PlacedUse, refer?: string): { edits: TextEdit[]; problem?: LostUse } {
    const standing = this.standings.get(use.address);
    if (standing?.state !== 'moved') return { edits: [] };
    const edits: TextEdit[] = [{ span: use.typeSpan, newText: standing.type }];
    const steps = use.steps.slice(use.steps.findIndex(step => !step.isIndex));
    const [first] = steps;
    if (!first || first.isIndex) return { edits };
    const attribute = attributeFor(steps, standing, refer);
    if (!attribute) return { edits, problem: { name: standing.type, attribute: first.text } };
    const consumed = steps.slice(0, attribute.consumed);
    const end = consumed.at(-1)?.end ?? first.end;
    const [before = '', after] = attribute.text.split('[]');
    const indices = consumed.filter(step => step.isIndex);
    const [index] = indices;
    if (after === undefined || !index)
      return { edits: [...edits, { span: span(first.start, end), newText: before + (after ?? '') }] };
    if (indices.length > 1) {
      const newText = attribute.text.replace('[]', indices.map(({ text }) => text).join(''));
      return { edits: [...edits, { span: span(first.start, end), newText }] };
    }
    // The index stays where it is: it can have uses in it.
    return {
      edits: [
        ...edits,
        { span: span(first.start, index.start), newText: before },
        { span: span(index.end, end), newText: after },
      ],
    };
  }
}

/** Without those that lie in what another one replaces: an index that goes can have uses in it. */
function outermost(edits: readonly TextEdit[]): TextEdit[] {
  let end = -1;
  return [...edits]
    .sort((a, b) => compareSpans(a.span, b.span))
    .filter(edit => {
      if (edit.span.start < end) return false;
      end = edit.span.end;
      return true;
    });
}

type Moved = Extract<Standing, { state: 'moved' }>;

/** What takes the place of the first `consumed` steps; their indices go where `[]` is. */
function attributeFor(
  steps: PlacedUse['steps'],
  { target, schema }: Moved,
  refer: string | undefined,
): { text: string; consumed: number } | undefined {
  for (let count = steps.length; count > 0; count--) {
    const path = steps.slice(0, count);
    if (path.at(-1)?.isIndex) continue;
    const name = path
      .filter(step => !step.isIndex)
      .map(step => step.text)
      .join('.');
    const text = Object.hasOwn(target.attributes, name) ? target.attributes[name] : undefined;
    if (text === undefined) continue;
    const dropped = text.includes('[]') ? 0 : steps.slice(count).findIndex(step => !step.isIndex);
    const after = dropped < 0 ? steps.length - count : dropped;
    return { text, consumed: count + after };
  }
  const first = steps[0]?.text ?? '';
  if (first === 'id') return { text: refer ?? 'id', consumed: 1 };
  const rule: Move | string | undefined = Object.hasOwn(target.arguments, first)
    ? target.arguments[first]
    : undefined;
  const moved = typeof rule === 'string' ? rule : rule?.to;
  const renamed = moved !== undefined && /^\w+(?:\.Name)?$/.test(moved) ? moved : first;
  return hasAttribute(schema, renamed.replace(/\..*$/s, '')) ? { text: renamed, consumed: 1 } : undefined;
}
