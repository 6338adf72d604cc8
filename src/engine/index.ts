/** The engine's façade: all that the command line and the server may use of the stages. */

export { setWasmReader } from '../parsers/wasm.ts';
export { type FixContext, fixesOf } from './fixes.ts';
export { type InventoryOptions, type InventoryResult, inventory } from './inventory.ts';
export type { Clock, FileContent, FileList, FileTree, MaybePromise, Progress } from './ports.ts';
export { bundledNames, loadRulesets, type RulesetSource, WORKSPACE_RULESET } from './rulesets.ts';
export { type ScanOptions, type ScanResult, scan } from './scan.ts';
export { pacer } from './select.ts';
export { type CheckResult, Workspace, type WorkspaceOptions } from './workspace.ts';
