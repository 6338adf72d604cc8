import type { ChangeScanResult, Clock } from '../../engine/index.ts';
import { changeSummary } from '../../report/changes/change-summary.ts';
import { changeWords, exceptionWords } from '../../report/changes/change-words.ts';
import type { Language } from '../../report/language.ts';
import type { ChangeSummary } from '../../report/report.ts';
import { NO_FACTS } from '../../report/report-sources.ts';
import { neutralise } from '../../text/neutralise.ts';
import type { PlacedFinding } from '../documents/publisher.ts';

/** The change whose findings are shown alone, if there is one. */
export class ChangeScope {
  private readonly language: Language;
  private readonly clock: Clock;
  private added: ReadonlySet<string> | undefined;
  private shown: { readonly words: string; readonly summary: ChangeSummary } | undefined;

  constructor(language: Language, clock: Clock) {
    this.language = language;
    this.clock = clock;
  }

  /** The change in a sentence; `undefined` when all findings are shown. */
  get words(): string | undefined {
    return this.shown?.words;
  }

  /** The change as reports show it. */
  get summary(): ChangeSummary | undefined {
    return this.shown?.summary;
  }

  /** From now on only what the change added is shown; its scans are of folders of one repository. */
  show(named: Pick<ChangeSummary, 'since' | 'base'>, scans: readonly ChangeScanResult[]): void {
    const changes = {
      added: scans.flatMap(scan => scan.changes.added),
      kept: scans.flatMap(scan => scan.changes.kept),
      removed: scans.flatMap(scan => scan.changes.removed),
    };
    const facts = scans.find(({ catalog }) => catalog)?.catalog ?? NO_FACTS;
    const summary = changeSummary({ ...named, changes }, { facts });
    const { language, clock } = this;
    const suppressed = scans.flatMap(scan => scan.silenced);
    const words = [
      changeWords({ change: summary, facts, language }),
      exceptionWords({ suppressed, today: clock.today(), language }),
    ];
    this.added = new Set([...changes.added, ...suppressed].map(({ fingerprint }) => fingerprint));
    this.shown = { summary, words: neutralise(words.filter(Boolean).join('; ')) };
  }

  clear(): void {
    this.added = undefined;
    this.shown = undefined;
  }

  has({ fingerprint }: { readonly fingerprint: string }): boolean {
    return this.added?.has(fingerprint) ?? true;
  }

  filter(findings: readonly PlacedFinding[]): readonly PlacedFinding[] {
    return this.added ? findings.filter(({ finding }) => this.has(finding)) : findings;
  }
}
