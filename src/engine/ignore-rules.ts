import ignore, { type Ignore } from 'ignore';

/**
 * The ignore rules that hold in a folder: its own `.gitignore`, then those of its parents up to the top of the
 * repository, then what holds for the whole repository (https://git-scm.com/docs/gitignore).
 */
export interface IgnoreRules {
  /** The folder whose rules these are, relative to the repository's top, with a trailing `/` unless it is the top. */
  readonly base: string;
  readonly parent: IgnoreRules | undefined;
  /** Read when first asked, since tracked files need no rules. */
  readonly own: () => Ignore;
}

/**
 * Rules for `base`, whose text is got when needed: the content of a `.gitignore`, `undefined` when unreadable.
 * @param ignoreCase as git's `core.ignoreCase` is set by default where file systems fold case
 */
export function ignoreRules(
  base: string,
  parent: IgnoreRules | undefined,
  readText: () => string | undefined,
  ignoreCase = false,
): IgnoreRules {
  let own: Ignore | undefined;
  return {
    base,
    parent,
    own: () => {
      own ??= ignore({ ignorecase: ignoreCase }).add(boundedRules(readText() ?? ''));
      return own;
    },
  };
}

/**
 * Whether `path` (relative to the repository's top; a folder ends with `/`) is ignored, given that the folder
 * it lies in is not. The deepest rules that say anything decide.
 */
export function isIgnored(rules: IgnoreRules | undefined, path: string): boolean {
  for (let level = rules; level; level = level.parent) {
    const verdict = verdictOf(level, path.slice(level.base.length));
    if (verdict !== undefined) return verdict;
  }
  return false;
}

export const VERSION_CONTROL_FOLDERS: ReadonlySet<string> = new Set(['.git', '.hg', '.svn', '.jj']);

/** What package tools download: never the project's own unless it is tracked. */
export const DOWNLOAD_FOLDERS: ReadonlySet<string> = new Set(['node_modules', '.terraform']);

/** Several times what the longest ignore files in use have; more would make every file slow to judge. */
const RULE_LIMIT = 2000;

/** Rules beyond the limits are left out: then more files are scanned, never fewer. */
function boundedRules(text: string): string[] {
  const lines = text.replace(/^\uFEFF/, '').split(/\r?\n/);
  const rules: string[] = [];
  for (const line of lines) {
    if (rules.length === RULE_LIMIT) break;
    if (line.trim() !== '' && !line.startsWith('#') && isUsual(line)) rules.push(line);
  }
  return rules;
}

/**
 * The library makes a regular expression of each rule, and every wildcard more multiplies what the expression can try.
 * https://git-scm.com/docs/gitignore
 */
function isUsual(rule: string): boolean {
  const wildcards = (text: string): number => text.match(/\*+/g)?.length ?? 0;
  const folders = rule.split('/');
  return (
    wildcards(rule) <= 6 &&
    folders.every(folder => wildcards(folder) <= 3) &&
    folders.filter(folder => folder.includes('**')).length <= 3
  );
}

function verdictOf(level: IgnoreRules, path: string): boolean | undefined {
  const { ignored, unignored } = level.own().test(path);
  if (unignored) return false;
  if (!ignored) return undefined;
  // The library lets a folder's verdict hold for all below it. The folder is known not to be ignored: deeper
  // rules took it back, and then this level has nothing to say about what is inside.
  const slash = path.lastIndexOf('/', path.length - 2);
  const folderIgnored = slash > 0 && level.own().test(path.slice(0, slash + 1)).ignored;
  return folderIgnored ? undefined : true;
}
