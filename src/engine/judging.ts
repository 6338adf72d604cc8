import type { Finding } from '../model/finding.ts';
import type { Match } from '../model/match.ts';
import type { Problem } from '../model/problem.ts';
import type { Ruleset } from '../model/ruleset.ts';
import type { JudgedMatch } from '../ruleset/cause.ts';
import { flagsUnlisted } from '../ruleset/could-flag.ts';
import { applyExceptions } from '../ruleset/exceptions.ts';
import { makeFindings } from '../ruleset/findings.ts';
import type { Judge } from '../ruleset/judge.ts';
import { applySuppressions } from '../ruleset/suppressions.ts';
import { type AnalysedReference, Analysis } from './analyse.ts';
import type { Component } from './components.ts';
import type { MatchMemory } from './match-memory.ts';
import { type Step, tooSlow } from './time-limit.ts';
import { unlistedMatches } from './unlisted.ts';
import { DependencyOrigins } from './via.ts';

/** By what findings are made. */
export interface Policy {
  readonly matches: MatchMemory;
  readonly judge: Judge;
  readonly ruleset: Ruleset;
  readonly today: string;
  /** Whether a file's references are asked for; the others only give values to these. */
  readonly isWanted?: (path: string) => boolean;
  /** Nobody asks for the references that belong to nobody: most of them need not be looked at again. */
  readonly findingsOnly?: boolean;
  /** Whether a file's comments count: those of a file that nobody asked about silence nothing there. */
  readonly isReported?: (path: string) => boolean;
}

/** What one component amounts to under a policy, once its steps were done. */
export class Judging {
  readonly component: Component;
  readonly steps: readonly Step[];
  private readonly analysis: Analysis;
  private found: readonly Finding[] = [];
  private readonly slow: Problem[] = [];

  constructor(component: Component, policy: Policy) {
    this.component = component;
    const { matches, isWanted, findingsOnly = false, ruleset } = policy;
    // What belongs to nobody is a finding all the same where only what is approved may be used.
    const matchesOnly = findingsOnly && !flagsUnlisted(ruleset);
    this.analysis = new Analysis(component.files, { matches, isWanted, matchesOnly });
    const path = component.files[0]?.source.path ?? '';
    const last: Step = {
      path,
      length: component.files.reduce((sum, { source }) => sum + source.text.length, 0),
      work: () => {
        this.found = findingsOf(component, this.references, policy);
      },
      stopped: milliseconds => this.slow.push(tooSlow(path, milliseconds)),
    };
    this.steps = [...this.analysis.steps, last];
  }

  get references(): readonly AnalysedReference[] {
    return this.analysis.references;
  }

  /** Suppressed ones are marked. */
  get findings(): readonly Finding[] {
    return this.found;
  }

  get problems(): readonly Problem[] {
    return [...this.component.problems, ...this.analysis.problems, ...this.slow];
  }
}

function findingsOf(
  component: Component,
  references: readonly AnalysedReference[],
  { judge, ruleset, today, isReported = () => true, isWanted = () => true }: Policy,
): Finding[] {
  const origins = new DependencyOrigins(component.files);
  const withUnlisted = flagsUnlisted(ruleset);
  const judged: JudgedMatch[] = [];
  for (const reference of references) {
    const matches = withUnlisted ? [...reference.matches, ...unlistedMatches(reference)] : reference.matches;
    for (const match of matches) {
      const flagged = judgeMatch(judge, reference, match, origins);
      if (flagged) judged.push(flagged);
    }
  }
  const findings = makeFindings(judged);
  const commented = component.files.filter(
    // A file that others have told about has its findings, and what its comments silence, there.
    ({ extraction: { comments }, source: { path } }) =>
      comments.length > 0 && isReported(path) && isWanted(path),
  );
  const files = commented.map(file => ({ source: file.source, comments: file.extraction.comments }));
  const silenced = applySuppressions(findings, files, ruleset.suppressions, today);
  return applyExceptions(silenced, ruleset.exceptions, today);
}

function judgeMatch(
  judge: Judge,
  { file, reference }: AnalysedReference,
  match: Match,
  origins: DependencyOrigins,
): JudgedMatch | undefined {
  const judgement = judge.judge(match);
  if (!judgement) return undefined;
  const via = origins.viaOf(reference, file);
  // A lockfile's package belongs with the manifest that asks for it, which may be a workspace's.
  const module = via?.module ?? file.module;
  const generated = file.format.generated === true;
  return via ? { match, judgement, module, generated, via } : { match, judgement, module, generated };
}
