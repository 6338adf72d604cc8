import type { Equivalent } from '../model/catalog.ts';
import type { Finding } from '../model/finding.ts';
import type { Fix } from '../model/fix.ts';
import type { Ruleset } from '../model/ruleset.ts';
import type { TextEdit } from '../text/edit.ts';
import type { Source } from '../text/source.ts';
import { type Location, sliceSpan, span } from '../text/span.ts';
import { counted, dataWords, type Phrase, phrase, sentences } from '../words/phrase.ts';
import type { FixContext } from './context.ts';
import { editsByPath, type PlacedEdit } from './edits.ts';

/** Kinds of names for which clouds have equivalents. */
const KINDS: ReadonlySet<string> = new Set(['driver', 'annotation']);

/** Kinds of names that a file can hold for its own cloud only. */
const TOLD: ReadonlySet<string> = new Set(['resource']);

/**
 * Names what does the same on an approved cloud: a storage driver, a load balancer's annotation. One fix for each
 * approved vendor that has an equivalent for every place of the finding, the preferred one first.
 */
export function useEquivalent(finding: Finding, context: FixContext): Fix[] {
  if (TOLD.has(finding.kind)) return told(finding, context);
  if (!KINDS.has(finding.kind)) return [];
  const places = [finding, ...finding.occurrences].map(({ path, span: at }) => ({ path, span: at }));
  const fixes = approvedVendors(context.ruleset).flatMap(vendor => fixFor(vendor, places, finding, context));
  if (fixes.length > 0) return fixes.map((fix, index) => ({ ...fix, preferred: index === 0 }));
  const missing = places.filter(place => !equivalentAt(place, finding, context)).length;
  const reason =
    missing === 0
      ? phrase('equivalent.none')
      : counted('equivalent.missing', missing, { all: places.length });
  return [refused(finding, reason)];
}

/** What the name is called in the files of approved clouds, where it cannot be written into this one. */
function told(finding: Finding, context: FixContext): Fix[] {
  const equivalent = context.catalog.equivalent(finding.kind, finding.value);
  if (!equivalent?.elsewhere) return [];
  const names = approvedVendors(context.ruleset).flatMap(vendor => {
    const name = context.catalog.vendor(vendor)?.name ?? vendor;
    const target = equivalent.to.find(each => each.vendor === vendor);
    return target ? [phrase('equivalent.of', { name: target.value, vendor: name })] : [];
  });
  if (names.length === 0) return [refused(finding, phrase('equivalent.none'))];
  const elsewhere = phrase('equivalent.elsewhere', { names });
  return [
    refused(finding, sentences(elsewhere, phrase('equivalent.note', { note: dataWords(equivalent.note) }))),
  ];
}

function refused({ value }: Finding, reason: Phrase): Fix {
  const title = phrase('fix.replace', { value });
  return { id: 'use-equivalent', title, grade: 'refused', preferred: false, edits: new Map(), reason };
}

/** Vendor ids, the preferred ones first. */
function approvedVendors({ approved }: Ruleset): string[] {
  const preferred = approved.prefer.filter(vendor => approved.vendors.includes(vendor));
  return [...new Set([...preferred, ...approved.vendors])];
}

function fixFor(vendor: string, places: readonly Location[], finding: Finding, context: FixContext): Fix[] {
  const edits: PlacedEdit[] = [];
  const names = new Set<string>();
  const notes = new Set<string>();
  for (const place of places) {
    const source = context.sources.get(place.path);
    const equivalent = equivalentAt(place, finding, context);
    const target = equivalent?.to.find(each => each.vendor === vendor);
    const own = source && target && editsAt(source, place, target);
    if (!own || !equivalent) return [];
    edits.push(...own.map(edit => ({ path: place.path, edit })));
    names.add(target.value);
    notes.add(equivalent.note);
  }
  const name = context.catalog.vendor(vendor)?.name ?? vendor;
  return [
    {
      id: 'use-equivalent',
      title: phrase('fix.use-of', { names: [...names], vendor: name }),
      grade: 'guided',
      preferred: false,
      edits: editsByPath(edits),
      reason: sentences(...[...notes].map(note => phrase('equivalent.note', { note: dataWords(note) }))),
    },
  ];
}

function equivalentAt({ path, span: at }: Location, { kind }: Finding, { sources, catalog }: FixContext) {
  const source = sources.get(path);
  return source && catalog.equivalent(kind, sliceSpan(source.text, at));
}

/** The name, and what stands behind it on the line when the two clouds write that differently. */
function editsAt(
  { text }: Source,
  { span: at }: Location,
  { value, values }: Equivalent['to'][number],
): TextEdit[] | undefined {
  const name = { span: at, newText: value };
  if (!values) return [name];
  const match = /^(["']?[ \t]*:[ \t]+)(["']?)([\w-]+)\2(?=[ \t]*(?:#|,|\}|\r|\n|$))/.exec(
    text.slice(at.end, at.end + 300),
  );
  const [, gap = '', quote = '', written = ''] = match ?? [];
  const newText = Object.hasOwn(values, written) ? values[written] : undefined;
  if (newText === undefined) return undefined;
  const start = at.end + gap.length;
  return [name, { span: span(start, start + written.length + 2 * quote.length), newText }];
}
