/** The engine's façade: all that the command line and the server may use of the stages. */

export { type CatalogIndex, loadCatalog } from '../catalog/index.ts';
export { exceptionEdits } from '../fixes/exception-text.ts';
export { applyBaseline, type Baseline, readBaseline } from '../ruleset/baseline.ts';
export { flagsUnlisted } from '../ruleset/could-flag.ts';
export { exceptionCovers } from '../ruleset/exceptions.ts';
export { matchesGlob } from '../ruleset/glob.ts';
export { initialRuleset } from '../ruleset/initial-ruleset.ts';
export { policyValues } from '../ruleset/provenance.ts';
export { isSignedBy, readPublicKey, signBytes } from '../ruleset/signature.ts';
export { type ChangeScanResult, scanChange } from './changes.ts';
export { type FixRun, fixTree, type WantedGrade } from './fix-tree.ts';
export { type FixContext, fixesOf, settlingFixesOf } from './fixes.ts';
export {
  DOWNLOAD_FOLDERS,
  type IgnoreRules,
  ignoreRules,
  isIgnored,
  VERSION_CONTROL_FOLDERS,
} from './ignore-rules.ts';
export { inventory } from './inventory.ts';
export { loadLanguage } from './language.ts';
export type { PlannedFix } from './objection.ts';
export { checkRuleset, type RulesetRemark } from './policy/check-ruleset.ts';
export type { PolicyComparison, PolicyPair } from './policy/compare-policies.ts';
export {
  bundledNames,
  bundledText,
  type LoadedRulesets,
  loadRulesets,
  type RulesetPorts,
  type RulesetSource,
  WORKSPACE_RULESET,
} from './policy/rulesets.ts';
export { type TestOutcome, testRuleset } from './policy/test-ruleset.ts';
export type {
  Clock,
  FetchAnswer,
  FetchRuleset,
  FileContent,
  FileList,
  FileTree,
  Progress,
} from './ports.ts';
export { type ScanResult, scan } from './scan.ts';
export { pacer } from './select.ts';
export { answerWithinTime, setTimeLimit } from './time-limit.ts';
export { type CheckResult, Workspace } from './workspace.ts';
