import type { Reference } from '../../model/extraction.ts';
import type { TreeMap } from '../../parsers/tree.ts';
import { hostReferences, isInUrl } from '../shared/url-references.ts';
import { entriesOf } from './dependencies.ts';

/** The addresses in the manifest's `scripts`, which npm runs in a shell. */
export function scriptReferences(manifest: TreeMap, scope: string): Reference[] {
  return manifest.entries
    .filter(entry => entry.key === 'scripts')
    .flatMap(section => entriesOf(section.value))
    .flatMap(({ key, value }) => {
      if (value?.kind !== 'scalar') return [];
      const where = { scope, structuralPath: ['scripts', key] };
      return hostReferences(value, where, mention => isInUrl(value.text, mention));
    });
}
