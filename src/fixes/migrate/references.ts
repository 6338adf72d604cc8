import { type Span, span } from '../../text/span.ts';

/** A use of a resource or data source in an expression: `data.type.name[0].attribute`. */
export interface Use {
  /** `type.name`, or `data.type.name`. */
  readonly address: string;
  readonly typeSpan: Span;
  /** What follows the name. */
  readonly steps: readonly UseStep[];
}

interface UseStep extends Span {
  /** An attribute's name, or an index or splat as written: `[0]`, `.*`. */
  readonly text: string;
  readonly isIndex: boolean;
}

/** The uses of types that begin with `prefix`, in their order. `code` has blanks for comments and strings. */
export function findUses(code: string, prefix: string): Use[] {
  if (!/^\w+$/.test(prefix)) return [];
  const pattern = new RegExp(`(?<![\\w.-])(data\\.)?(${prefix}_\\w+)\\.([A-Za-z_][\\w-]*)`, 'g');
  return [...code.matchAll(pattern)].map(match => {
    const [whole, data = '', type = '', name = ''] = match;
    const start = match.index + data.length;
    return {
      address: `${data}${type}.${name}`,
      typeSpan: span(start, start + type.length),
      steps: stepsFrom(code, match.index + whole.length),
    };
  });
}

/** More steps than any person writes. */
const MAX_STEPS = 20;

function stepsFrom(code: string, start: number): UseStep[] {
  const steps: UseStep[] = [];
  const pattern = /\.([A-Za-z_][\w-]*)|\.(?:\d+|\*)|\[(?:[^[\]]|\[[^[\]]*\]){0,200}\]/y;
  pattern.lastIndex = start;
  for (let match = pattern.exec(code); match && steps.length < MAX_STEPS; match = pattern.exec(code)) {
    const [whole, name] = match;
    const end = match.index + whole.length;
    if (name === undefined) steps.push({ text: whole, isIndex: true, ...span(match.index, end) });
    else steps.push({ text: name, isIndex: false, ...span(match.index + 1, end) });
  }
  return steps;
}
