import type { Reference } from '../../../model/extraction.ts';
import type { PlacedText } from '../../../parsers/placed-text.ts';
import type { Where } from '../strings.ts';

/**
 * A package that a bill of materials gives by its package URL.
 * @param name as the bill has it, with the group.
 * @param node its key in the bill's graph.
 */
export function purlReference(
  purl: PlacedText,
  name: string,
  version: string | undefined,
  where: Where,
  node?: string,
): Reference[] {
  const text = purl.text.trim();
  if (!/^pkg:[a-z][a-z0-9.+-]*\/+[^/?#@]/i.test(text)) return [];
  const withoutQualifiers = text.replace(/[?#].*$/s, '');
  return [
    {
      kind: 'package',
      value: { type: 'literal', value: name || withoutQualifiers, span: purl.span },
      span: purl.span,
      ...where,
      package: {
        purl: withoutQualifiers,
        name: name || withoutQualifiers,
        ...(version === undefined ? {} : { version }),
        dependency: 'transitive',
        ...(node === undefined ? {} : { node }),
      },
    },
  ];
}
