import { type CatalogIndex, loadCatalog, type ScanResult, scan } from '../engine/index.ts';
import type { Finding } from '../model/finding.ts';
import type { Ruleset } from '../model/ruleset.ts';
import type { Audience } from '../model/vocabulary.ts';
import { readSources } from '../node/sources.ts';
import { resolveTargetPath, withSlashes } from '../node/targets.ts';
import type { Document } from '../report/documents/document.ts';
import { type DossierContext, type VendorUse, vendorDossier } from '../report/documents/dossier.ts';
import { EXPLAIN_RENDERERS } from '../report/documents/explain.ts';
import { explainLine, findSubject, parseLine, similarSubjects } from '../report/documents/explain-subject.ts';
import { ruleExplanation } from '../report/documents/rule-explanation.ts';
import type { Language } from '../report/language.ts';
import { placeAt } from '../report/place.ts';
import type { Source } from '../text/source.ts';
import { phrase, sentences } from '../words/phrase.ts';
import type { Environment } from './command.ts';
import { EXIT_CODE, type ExitCode } from './exit-code.ts';
import { type OutputOptions, presentationFor, writeReport } from './output.ts';
import { createProgressLine } from './progress-line.ts';
import { loadPolicy } from './rulesets.ts';
import { type LanguageOption, spokenLanguage } from './spoken-language.ts';
import type { Streams } from './streams.ts';
import { openTargets } from './targets.ts';
import { tellProblems } from './tell-problems.ts';
import { UsageError } from './usage-error.ts';

/** The options of `explain`, checked by the command line's parser. */
export interface ExplainCommandOptions extends OutputOptions, LanguageOption {
  readonly ruleset?: readonly string[];
  readonly audience?: readonly Audience[];
  readonly format: keyof typeof EXPLAIN_RENDERERS;
}

/**
 * Explains a vendor (its id, name or another name), a rule of the rulesets in force, or what is found on one line of a
 * file (`path:line`). For a vendor or a rule it reads the working folder, to say where it matters; for a line the
 * folder of its file.
 */
export async function explainCommand(
  subject: string,
  options: ExplainCommandOptions,
  streams: Streams,
  environment: Environment,
): Promise<ExitCode> {
  const line = parseLine(withSlashes(subject));
  const isFile = (path: string) => resolveTargetPath(environment.workingFolder, path) !== undefined;
  if (line && !isFile(line.path)) throw new UsageError(phrase('cli.nothing-there', { path: line.path }));
  if (!line && isFile(subject)) throw new UsageError(phrase('explain.which-line', { path: subject }));
  const { tree, targets } = openTargets(line ? [line.folder] : [], environment);
  const policy = await loadPolicy(options.ruleset ?? [], options.audience ?? [], targets, environment);
  const { ruleset } = policy;
  const catalog = await loadCatalog(ruleset.vendors);
  const explain = line
    ? (found: Found, wording: Explained) => explainLine({ path: line.file, line: line.line }, found, wording)
    : explainerOf(subject, catalog, ruleset);
  const language = await spokenLanguage(options, environment);
  const progress = createProgressLine(streams.stderr, language);
  const result = await scan({ tree, ruleset, clock: environment.clock, progress: progress.update });
  progress.clear();
  const problems = [...policy.problems, ...result.problems];
  tellProblems(problems, streams, language, targets);
  const document = explain(await foundIn(result, tree), {
    facts: catalog,
    ruleset,
    language,
    today: environment.clock.today(),
  });
  const presentation = presentationFor(options, targets.pathPrefix, streams, environment);
  writeReport(EXPLAIN_RENDERERS[options.format](document, presentation), options, streams, environment);
  return problems.length > 0 ? EXIT_CODE.incomplete : EXIT_CODE.clean;
}

type Explained = Omit<DossierContext, 'uses' | 'allRead' | 'language'> & { readonly language: Language };

/** The findings of a scan with the texts that they stand in. */
interface Found {
  readonly findings: readonly Finding[];
  readonly sources: ReadonlyMap<string, Source>;
}

async function foundIn({ findings }: ScanResult, tree: Parameters<typeof readSources>[0]): Promise<Found> {
  const shown = findings.filter(finding => !finding.suppression);
  const paths = shown.flatMap(finding => [finding.path, ...finding.occurrences.map(({ path }) => path)]);
  return { findings: shown, sources: await readSources(tree, paths) };
}

function explainerOf(
  subject: string,
  catalog: CatalogIndex,
  ruleset: Ruleset,
): (found: Found, wording: Explained) => Document {
  const found = findSubject(subject, catalog.vendors, ruleset.rules);
  if (found?.subject === 'vendor') {
    const { vendor } = found;
    return (all, wording) => {
      const uses = usesOf(all, finding => finding.vendor === vendor.id);
      return vendorDossier(vendor, { ...wording, uses, allRead: true });
    };
  }
  if (found) {
    const { rule } = found;
    return (all, wording) => {
      const uses = usesOf(all, finding => finding.rule === rule.id);
      return ruleExplanation(rule, { ...wording, uses });
    };
  }
  const similar = similarSubjects(subject, catalog.vendors, ruleset.rules);
  throw new UsageError(
    sentences(
      phrase('explain.unknown', { subject }),
      ...(similar.length > 0 ? [phrase('explain.meant', { names: similar.join(', ') })] : []),
      phrase('explain.rules', { rules: ruleset.rules.map(({ id }) => id).join(', ') }),
    ),
  );
}

function usesOf({ findings, sources }: Found, isWanted: (finding: Finding) => boolean): VendorUse[] {
  return findings.filter(isWanted).map(({ path, span, severity, kind, value }) => ({
    place: { path, ...placeAt(sources.get(path), span.start) },
    severity,
    kind,
    value,
  }));
}
