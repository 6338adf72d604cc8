import type { VendorFacts } from '../../model/facts.ts';
import type { Finding } from '../../model/finding.ts';
import type { EffectiveRule } from '../../model/ruleset.ts';
import { mayMean } from '../../text/alike.ts';
import { basename, dirname } from '../../text/path.ts';
import type { Source } from '../../text/source.ts';
import { languageOf } from '../acts.ts';
import { placeAt } from '../place.ts';
import type { Document } from './document.ts';
import type { DossierContext } from './dossier.ts';
import { findingExplanation } from './explanation.ts';

/** What somebody wants to have explained. */
export type Subject =
  | { readonly subject: 'vendor'; readonly vendor: VendorFacts }
  | { readonly subject: 'rule'; readonly rule: EffectiveRule };

/** A vendor by its id, name or another name, or a rule by its id; a vendor comes before a rule of the same name. */
export function findSubject(
  text: string,
  vendors: readonly VendorFacts[],
  rules: readonly EffectiveRule[],
): Subject | undefined {
  const wanted = text.toLowerCase();
  const vendor = vendors.find(({ id, name, aliases }) =>
    [id, name, ...aliases].some(each => each.toLowerCase() === wanted),
  );
  if (vendor) return { subject: 'vendor', vendor };
  const rule = rules.find(({ id }) => id === text);
  return rule && { subject: 'rule', rule };
}

/** Ids of vendors and rules that somebody may have meant: those that begin alike. */
export function similarSubjects(
  text: string,
  vendors: readonly VendorFacts[],
  rules: readonly EffectiveRule[],
): string[] {
  return [
    ...vendors.filter(({ id, name, aliases }) => mayMean(text, [id, name, ...aliases])),
    ...rules.filter(({ id }) => mayMean(text, [id])),
  ]
    .slice(0, MOST_SIMILAR)
    .map(({ id }) => id);
}

const MOST_SIMILAR = 3;

/** One line of a file. */
export interface SubjectLine {
  /** As it was written. */
  readonly path: string;
  readonly folder: string;
  readonly file: string;
  readonly line: number;
}

/** `infra/main.tf:12` or `infra/main.tf:12:3`, as compilers and our own reports write it. */
export function parseLine(subject: string): SubjectLine | undefined {
  const [, path, line] = /^(.+?):(\d+)(?::\d+)?$/.exec(subject) ?? [];
  if (path === undefined || line === undefined) return undefined;
  return { path, folder: dirname(path) || '.', file: basename(path), line: Number(line) };
}

/** Every finding that stands or occurs on a line of the file; says so when there is none. */
export function explainLine(
  { path, line }: { readonly path: string; readonly line: number },
  {
    findings,
    sources,
  }: { readonly findings: readonly Finding[]; readonly sources: ReadonlyMap<string, Source> },
  wording: Omit<DossierContext, 'uses' | 'allRead'>,
): Document {
  const isHere = (place: Pick<Finding, 'path' | 'span'>) =>
    place.path === path && placeAt(sources.get(path), place.span.start).line === line;
  const here = findings.filter(finding => isHere(finding) || finding.occurrences.some(isHere));
  if (here.length === 0) {
    return [{ block: 'paragraph', text: [languageOf(wording).say('hover.nothing-here')] }];
  }
  return here.flatMap(finding => findingExplanation(finding, wording));
}
