import type { Reference } from '../../model/extraction.ts';
import type { TreeMap } from '../../parsers/tree.ts';
import type { VariableLookUp } from '../shared/expressions.ts';
import { shellReferences } from '../shared/scripts/shell-references.ts';
import { entriesOf } from './dependencies.ts';

/** What the manifest's `scripts` refer to: npm runs them in a shell. */
export function scriptReferences(manifest: TreeMap, scope: string): Reference[] {
  return manifest.entries
    .filter(entry => entry.key === 'scripts')
    .flatMap(section => entriesOf(section.value))
    .flatMap(({ key, value }) => {
      if (value?.kind !== 'scalar' || value.type !== 'string') return [];
      return shellReferences(value, { where: { scope, structuralPath: ['scripts', key] }, lookUp });
    });
}

/** npm gives scripts its own environment besides the user's. */
const lookUp: VariableLookUp = (_name, span, fallback) => {
  const unknown = { type: 'unknown', reason: 'set-at-run-time', span } as const;
  return fallback ? { type: 'choice', options: [fallback, unknown], span } : unknown;
};
