import type { Finding, ReferenceState } from '../model/finding.ts';
import type { AnalysedReference } from './analyse.ts';
import type { Component } from './components.ts';

type StateCounts = Record<ReferenceState, number>;

/** What one component came to. */
export interface Outcome {
  readonly modules: ReadonlySet<string>;
  /** The files that no other component has told about. */
  readonly paths: ReadonlySet<string>;
  findings: readonly Finding[];
  states: StateCounts;
}

/**
 * What came of the components of a scan. A file may be part of several: what it says counts once. A component that has all
 * modules of an earlier one takes its place, as it knows what is given to them: which of the two was read first makes no
 * difference.
 */
export class Outcomes {
  private readonly outcomes = new Set<Outcome>();
  private readonly byModule = new Map<string, Outcome>();
  private readonly told = new Set<string>();

  /** @param isReported whether a file is asked about */
  begin({ modules, files }: Component, isReported: (path: string) => boolean): Outcome {
    for (const covered of this.coveredBy(modules)) {
      this.outcomes.delete(covered);
      for (const path of covered.paths) this.told.delete(path);
    }
    const paths = files.map(file => file.source.path).filter(isReported);
    const fresh = new Set(paths.filter(path => !this.told.has(path)));
    const outcome: Outcome = { modules, paths: fresh, findings: [], states: noStates() };
    this.outcomes.add(outcome);
    for (const module of modules) this.byModule.set(module, outcome);
    for (const path of fresh) this.told.add(path);
    return outcome;
  }

  get findings(): readonly Finding[] {
    return [...this.outcomes].flatMap(outcome => outcome.findings);
  }

  /** How many files were read. */
  get parsed(): number {
    return this.told.size;
  }

  /** Counts that add up: every reference is matched, unmatched or unresolved. */
  get states(): StateCounts {
    const sum = noStates();
    for (const { states } of this.outcomes) {
      sum.matched += states.matched;
      sum.unmatched += states.unmatched;
      sum.unresolved += states.unresolved;
    }
    return sum;
  }

  private coveredBy(modules: ReadonlySet<string>): Outcome[] {
    const earlier = new Set<Outcome>();
    for (const module of modules) {
      const outcome = this.byModule.get(module);
      if (outcome) earlier.add(outcome);
    }
    return [...earlier].filter(outcome => [...outcome.modules].every(module => modules.has(module)));
  }
}

export function countStates(references: readonly AnalysedReference[]): StateCounts {
  const states = noStates();
  for (const { state } of references) states[state]++;
  return states;
}

function noStates(): StateCounts {
  return { matched: 0, unmatched: 0, unresolved: 0 };
}
