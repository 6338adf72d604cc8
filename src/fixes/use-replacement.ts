import type { Finding } from '../model/finding.ts';
import type { Fix } from '../model/fix.ts';
import type { Location } from '../text/span.ts';
import type { FixContext } from './context.ts';
import { editsByPath, type PlacedEdit } from './edits.ts';
import { replaceAddress, replacementOf, type Target } from './mirror/target.ts';
import { writtenAddress } from './mirror/written-address.ts';

/** What has an address that a ruleset can replace. */
const KINDS: ReadonlySet<string> = new Set(['host', 'image', 'chart']);

const UNKNOWN_ORIGIN =
  'Where else the image can be had is not known: name its place under "replacements" in the ruleset, or build or copy it to a registry of your own.';

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
  const note = notes.size > 0 ? [...notes].join(' ') : 'Credentials and what is stored there are not moved.';
  return [
    {
      id: 'use-replacement',
      title: `Use ${[...targets].join(', ')}`,
      grade: 'guided',
      preferred: true,
      edits: editsByPath(edits),
      reason: note,
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
    title: `Replace ${value}`,
    grade,
    preferred: false,
    edits: new Map(),
    reason: UNKNOWN_ORIGIN,
  };
}
