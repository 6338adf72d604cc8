import type { Finding } from '../model/finding.ts';
import type { Fix } from '../model/fix.ts';
import type { Location } from '../text/span.ts';
import { dataWords, phrase, sentences } from '../words/phrase.ts';
import type { FixContext } from './context.ts';
import { editsByPath, type PlacedEdit } from './edits.ts';
import { replaceAddress, replacementOf, type Target } from './mirror/target.ts';
import { writtenAddress } from './mirror/written-address.ts';

/** What has an address that a ruleset can replace. */
const KINDS: ReadonlySet<string> = new Set(['host', 'image', 'chart']);

/**
 * Puts the endpoint or image in an address's place that the ruleset's `replacements` name; a path, tag and digest behind
 * the replaced part stay. Mirrors have a kind of fix of their own.
 */
export function useReplacement(finding: Finding, context: FixContext): Fix[] {
  if (!KINDS.has(finding.kind) || finding.relationship === 'mirror') return [];
  const edits: PlacedEdit[] = [];
  const targets = new Set<string>();
  const notes = new Set<string>();
  for (const place of [finding, ...finding.occurrences]) {
    const found = replacementAt(place, context) ?? (place.origin && replacementAt(place.origin, context));
    if (!found) return finding.kind === 'image' ? [refused(finding)] : [];
    edits.push(found.edit);
    targets.add(found.target.address);
    if (found.target.note !== undefined) notes.add(found.target.note);
  }
  return [
    {
      id: 'use-replacement',
      title: phrase('fix.use', { names: [...targets] }),
      grade: 'guided',
      preferred: true,
      edits: editsByPath(edits),
      reason: notes.size > 0 ? sentences(...[...notes].map(dataWords)) : phrase('address.not-moved'),
    },
  ];
}

function replacementAt(
  place: Location,
  { sources, ruleset }: FixContext,
): { edit: PlacedEdit; target: Target } | undefined {
  const source = sources.get(place.path);
  const written = source && writtenAddress(source, place.span);
  if (!written || written.hasCredentials) return undefined;
  const target = replacementOf(written, ruleset);
  return target && { edit: { path: source.path, edit: replaceAddress(written, undefined, target) }, target };
}

function refused({ value }: Finding): Fix {
  const grade = 'refused';
  return {
    id: 'use-replacement',
    title: phrase('fix.replace', { value }),
    grade,
    preferred: false,
    edits: new Map(),
    reason: phrase('address.unknown'),
  };
}
