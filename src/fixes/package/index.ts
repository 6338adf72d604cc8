import type { Finding } from '../../model/finding.ts';
import type { Fix } from '../../model/fix.ts';
import type { TextEdit } from '../../text/edit.ts';
import { type Location, sliceSpan } from '../../text/span.ts';
import { dataWords, type Phrase, phrase, sentences } from '../../words/phrase.ts';
import type { FixContext } from '../context.ts';
import { editsByPath, type PlacedEdit } from '../edits.ts';
import { broughtInBy, type Candidate, candidatesFor, nameOf, noteSentence } from './candidates.ts';
import { commandsAfter, commandsInstead } from './commands.ts';
import { isIndirect } from './indirect.ts';
import { isNamedIn } from './named.ts';
import { REWRITES, type Release } from './rewrite.ts';

/** How many packages a menu offers. */
const OFFERED = 3;

/**
 * Puts an approved package in a flagged one's place in the manifest, in a version that is known to exist. The lockfile
 * is left to the package manager, and the code that calls the package to people.
 */
export function replacePackage(finding: Finding, context: FixContext): Fix[] {
  const { kind, purl } = finding;
  if (kind !== 'package' || purl === undefined) return [];
  const direct = broughtInBy(finding);
  if (direct !== undefined) {
    return [refused(finding, phrase('package.transitive', { package: direct }))];
  }
  if (placesOf(finding, context).written.some(place => isIndirect(place, context))) {
    return [refused(finding, phrase('package.indirect'))];
  }
  const candidates = candidatesFor(purl, context).slice(0, OFFERED);
  if (candidates.length === 0) {
    return [refused(finding, phrase('package.unknown'))];
  }
  const there = candidates
    .map(({ purl }) => nameOf(purl))
    .find(name => isNamedBeside(finding, name, context));
  if (there !== undefined) {
    return [refused(finding, phrase('package.there', { name: there }))];
  }
  const published = candidates.filter(({ version }) => version !== undefined);
  const [first] = candidates;
  if (first && published.length === 0) return [withoutKnownVersion(first, finding, context)];
  const fixes = published.flatMap((candidate, index) => fixFor(candidate, index === 0, finding, context));
  if (fixes.length > 0) return fixes;
  const names = candidates.map(candidate => nameOf(candidate.purl));
  return [refused(finding, phrase('package.by-hand', { names }))];
}

function fixFor(candidate: Candidate, isFirst: boolean, finding: Finding, context: FixContext): Fix[] {
  const name = nameOf(candidate.purl);
  const { version } = candidate;
  if (version === undefined) return [];
  const { written, lockfiles } = placesOf(finding, context);
  const edits: PlacedEdit[] = [];
  for (const place of written) {
    const own = editsAt(place, { name, version }, context);
    if (!own) return [];
    edits.push(...own.map(edit => ({ path: place.path, edit })));
  }
  if (edits.length === 0) return [];
  return [
    {
      id: 'replace-package',
      title: phrase('package.replace-by', { name }),
      grade: 'guided',
      preferred: isFirst,
      edits: editsByPath(edits),
      brings: name,
      reason: sentences(
        phrase('package.next', {
          note:
            candidate.note === undefined ? phrase('package.api') : dataWords(noteSentence(candidate.note)),
        }),
        provenance(version, candidate),
      ),
      commands: commandsAfter(manifestOf(finding, context), lockfiles),
      ...(lockfiles.length > 0 ? { regenerated: lockfiles } : {}),
    },
  ];
}

/** Whether a manifest of the flagged package names it: named twice, neither entry would say what holds. */
function isNamedBeside(finding: Finding, name: string, context: FixContext): boolean {
  return placesOf(finding, context).written.some(({ path }) => {
    const source = context.sources.get(path);
    return source !== undefined && isNamedIn(source, name);
  });
}

/** What to run where no version can be written: a package manager finds one. */
function withoutKnownVersion({ purl }: Candidate, finding: Finding, context: FixContext): Fix {
  const name = nameOf(purl);
  const { lockfiles } = placesOf(finding, context);
  const commands = commandsInstead(
    manifestOf(finding, context),
    { from: nameOf(finding.purl ?? ''), to: name },
    lockfiles,
  );
  const reason = phrase('package.no-version', { name, purl: `${purl}@…` });
  return commands.length > 0
    ? { ...refused(finding, sentences(reason, phrase('package.or-run'))), commands }
    : refused(finding, reason);
}

function manifestOf({ path }: Finding, { sources, formatOf }: FixContext) {
  const source = sources.get(path);
  return { path, format: (source && formatOf(source)?.id) ?? '' };
}

function provenance(version: string, { seen }: Candidate): Phrase {
  return seen === undefined
    ? phrase('package.ruleset-version', { version })
    : phrase('package.known-version', { version, date: seen });
}

/** Where people wrote the package, and the lockfiles that repeat it. */
function placesOf(finding: Finding, { sources, formatOf }: FixContext) {
  const written: Location[] = [];
  const lockfiles = new Set<string>();
  for (const { path, span } of [finding, ...finding.occurrences]) {
    const source = sources.get(path);
    if (!source) continue;
    if (formatOf(source)?.generated) lockfiles.add(path);
    else written.push({ path, span });
  }
  return { written, lockfiles: [...lockfiles] };
}

function editsAt(
  { path, span }: Location,
  release: Release,
  { sources, formatOf }: FixContext,
): readonly TextEdit[] | undefined {
  const source = sources.get(path);
  if (!source || sliceSpan(source.text, span).includes('\n')) return undefined;
  for (const rewrite of REWRITES[formatOf(source)?.id ?? ''] ?? []) {
    const edits = rewrite(source.text, span, release);
    if (edits) return edits;
  }
  return undefined;
}

function refused({ purl }: Finding, reason: Phrase): Fix {
  const title = phrase('fix.replace', { value: nameOf(purl ?? '') });
  return { id: 'replace-package', title, grade: 'refused', preferred: false, edits: new Map(), reason };
}
