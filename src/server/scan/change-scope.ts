import type { ChangeScanResult, Clock } from '../../engine/index.ts';
import type { Finding } from '../../model/finding.ts';
import { type ChangedFindings, changeSummary } from '../../report/changes/change-summary.ts';
import { changeWords, exceptionWords } from '../../report/changes/change-words.ts';
import type { Language } from '../../report/language.ts';
import type { ChangeSummary } from '../../report/report.ts';
import { NO_FACTS } from '../../report/report-sources.ts';
import { capitalised } from '../../report/words.ts';
import { neutralise } from '../../text/neutralise.ts';
import { remembered } from '../../words/phrasing.ts';
import type { PlacedFinding } from '../documents/publisher.ts';
import type { FolderRoot } from '../folders/folder-root.ts';

/** What a change does to one folder. */
export interface ChangedFolder {
  readonly root: FolderRoot;
  readonly scan: ChangeScanResult;
}

/** What is known of a finding wherever it is shown. */
type Shown = Pick<Finding, 'fingerprint' | 'vendor'>;

/** A folder with its findings by whether they are new. */
interface ComparedFolder extends ChangedFolder {
  readonly added: ReadonlySet<string>;
  /** What was there before, silenced or not. */
  readonly old: ReadonlySet<string>;
}

/** A change whose findings are shown alone. */
interface Comparison extends Pick<ChangeSummary, 'since' | 'base'> {
  readonly folders: readonly ComparedFolder[];
  /** The folder that a document or folder is in. */
  folderOf(uri: string): ComparedFolder | undefined;
  /** The state after the change is what is on disk: what comes to be there belongs to the change. */
  readonly isOnDisk: boolean;
}

/** The change whose findings are shown alone, if there is one. It goes on as files change. */
export class ChangeScope {
  private readonly language: Language;
  private readonly clock: Clock;
  private readonly findings: () => readonly PlacedFinding[];
  private comparison: Comparison | undefined;

  /** @param findings all that are published now */
  constructor(language: Language, clock: Clock, findings: () => readonly PlacedFinding[]) {
    this.language = language;
    this.clock = clock;
    this.findings = findings;
  }

  /** The change in a sentence; `undefined` when all findings are shown. */
  get words(): string | undefined {
    const { comparison, language, clock } = this;
    if (!comparison) return undefined;
    const { folders } = comparison;
    const facts = folders.find(({ scan }) => scan.catalog)?.scan.catalog ?? NO_FACTS;
    const change = summaryOf(comparison, folders, this.findings());
    const suppressed = folders.flatMap(({ scan }) => scan.silenced);
    const words = [
      changeWords({ change, facts, language }),
      exceptionWords({ suppressed, today: clock.today(), language }),
    ];
    return capitalised(neutralise(words.filter(Boolean).join('; ')));
  }

  /** The change as the report of one folder shows it. @param findings of that folder as it is now */
  summaryOf(root: FolderRoot, findings: readonly Shown[]): ChangeSummary | undefined {
    if (!this.comparison) return undefined;
    const folder = this.comparison.folderOf(root.uri);
    const placed = findings.map(finding => ({ uri: root.uri, finding }));
    return summaryOf(this.comparison, folder ? [folder] : [], placed);
  }

  /** From now on only what the change adds is shown; its folders are of one repository. */
  show(named: Omit<Comparison, 'folders' | 'folderOf'>, changed: readonly ChangedFolder[]): void {
    const folders = changed.map(compared);
    const folderOf = remembered((uri: string) =>
      folders.find(({ root }) => root.uri === uri || root.toPath(uri) !== undefined),
    );
    this.comparison = { ...named, folders, folderOf };
  }

  clear(): void {
    this.comparison = undefined;
  }

  /** @param uri of the finding's document or of its folder */
  has(finding: Pick<Finding, 'fingerprint'>, uri: string): boolean {
    return !this.comparison || isNew(finding, this.comparison.folderOf(uri), this.comparison);
  }

  filter(findings: readonly PlacedFinding[]): readonly PlacedFinding[] {
    return this.comparison ? findings.filter(({ finding, uri }) => this.has(finding, uri)) : findings;
  }
}

function compared({ root, scan }: ChangedFolder): ComparedFolder {
  const added = new Set([...scan.changes.added, ...scan.silenced].map(({ fingerprint }) => fingerprint));
  const all = [...scan.findings, ...scan.changes.removed].map(({ fingerprint }) => fingerprint);
  return { root, scan, added, old: new Set(all.filter(fingerprint => !added.has(fingerprint))) };
}

function isNew(
  { fingerprint }: Pick<Finding, 'fingerprint'>,
  folder: ComparedFolder | undefined,
  { isOnDisk }: Comparison,
): boolean {
  if (!folder) return false;
  return folder.added.has(fingerprint) || (isOnDisk && !folder.old.has(fingerprint));
}

function summaryOf(
  { since, base, isOnDisk, folderOf }: Comparison,
  folders: readonly ComparedFolder[],
  findings: readonly { readonly uri: string; readonly finding: Shown }[],
): ChangeSummary {
  const changes = folders.map((folder): ChangedFindings => {
    if (!isOnDisk) return folder.scan.changes;
    const now = findings.filter(({ uri }) => folderOf(uri) === folder);
    return changesNow(
      folder,
      now.map(({ finding }) => finding),
    );
  });
  return changeSummary(
    {
      since,
      base,
      changes: {
        added: changes.flatMap(({ added }) => added),
        kept: changes.flatMap(({ kept }) => kept),
        removed: changes.flatMap(({ removed }) => removed),
      },
    },
    { facts: folders.find(({ scan }) => scan.catalog)?.scan.catalog ?? NO_FACTS },
  );
}

/** What the change does by now: since it was scanned, people may have gone on. */
function changesNow({ added, old, scan }: ComparedFolder, findings: readonly Shown[]): ChangedFindings {
  const present = new Set(findings.map(({ fingerprint }) => fingerprint));
  const { kept, removed } = scan.changes;
  const isThere = ({ fingerprint }: Shown): boolean => present.has(fingerprint);
  return {
    added: findings.filter(({ fingerprint }) => added.has(fingerprint) || !old.has(fingerprint)),
    kept: kept.filter(isThere),
    removed: [...removed, ...kept.filter(finding => !isThere(finding))],
  };
}
