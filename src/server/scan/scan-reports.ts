import type { TextDocument } from 'vscode-languageserver-textdocument';
import { type FileTree, pacer, type ScanResult } from '../../engine/index.ts';
import type { Finding } from '../../model/finding.ts';
import type { Problem } from '../../model/problem.ts';
import type { Ruleset } from '../../model/ruleset.ts';
import { readSources } from '../../node/sources.ts';
import { makeSource, type Source } from '../../text/source.ts';
import type { DiagnosticContext } from '../documents/diagnostics.ts';
import { fileReport } from '../documents/file-report.ts';
import { type Checked, marksOf } from '../documents/marks.ts';
import type { FileReport } from '../documents/publisher.ts';

/** What a scan, or the check of a file, says about each file that it has anything to say about. Other work gets its turn in between. */
export async function fileReports(
  scan: Pick<ScanResult, 'findings' | 'problems' | 'catalog'> & { readonly ruleset: Ruleset },
  tree: FileTree,
  open: ReadonlyMap<string, TextDocument>,
  context: DiagnosticContext,
): Promise<Map<string, FileReport>> {
  const findings = findingsByFile(scan.findings);
  const problems = problemsByFile(scan.problems);
  const sources = await readAll([...findings.keys(), ...problems.keys()], tree, open);
  const reports = new Map<string, FileReport>();
  const pause = pacer();
  for (const path of new Set([...findings.keys(), ...problems.keys()])) {
    if (pause.isDue()) await pause.take();
    const checked: Checked = { ...scan, findings: [...(findings.get(path) ?? [])], sources };
    const marks = sources.has(path) ? marksOf(path, [checked]) : [];
    reports.set(path, fileReport(sources.get(path), marks, problems.get(path) ?? [], context));
  }
  return reports;
}

/** Every finding at every file that it points at. */
function findingsByFile(findings: readonly Finding[]): Map<string, Set<Finding>> {
  const byFile = new Map<string, Set<Finding>>();
  for (const finding of findings) {
    // Attempts to weaken the policy stand in the ruleset file already, from when it was read.
    if (finding.suppression || finding.kind === 'override') continue;
    const places = [
      finding,
      ...finding.occurrences,
      ...finding.trail,
      ...(finding.origin ? [finding.origin] : []),
    ];
    for (const { path } of places) {
      const own = byFile.get(path);
      if (own) own.add(finding);
      else byFile.set(path, new Set([finding]));
    }
  }
  return byFile;
}

function problemsByFile(problems: readonly Problem[]): Map<string, Problem[]> {
  const byFile = new Map<string, Problem[]>();
  for (const problem of problems) {
    if (problem.path === undefined) continue;
    const own = byFile.get(problem.path);
    if (own) own.push(problem);
    else byFile.set(problem.path, [problem]);
  }
  return byFile;
}

/** The texts of files, those of open documents as they are there. */
export async function readAll(
  paths: readonly string[],
  tree: FileTree,
  open: ReadonlyMap<string, TextDocument>,
): Promise<Map<string, Source>> {
  const sources = new Map<string, Source>();
  const pause = pacer();
  for (const path of paths) {
    if (pause.isDue()) await pause.take();
    const document = open.get(path);
    const source = document
      ? makeSource(path, document.getText())
      : (await readSources(tree, [path])).get(path);
    if (source) sources.set(path, source);
  }
  return sources;
}
