import { readFileSync } from 'node:fs';
import { join } from 'node:path';

/** What of the process environment this needs. */
export interface HomeFolders {
  readonly HOME?: string | undefined;
  readonly USERPROFILE?: string | undefined;
  readonly XDG_CONFIG_HOME?: string | undefined;
}

/**
 * The user's own ignore rules for all repositories: the file that `core.excludesFile` of the user's
 * configuration names, else git's default place (https://git-scm.com/docs/gitignore). Empty when there is none.
 */
export function readUserExcludes(variables: HomeFolders): string {
  const home = variables.HOME ?? variables.USERPROFILE;
  if (home === undefined) return '';
  const gitFolder = join(variables.XDG_CONFIG_HOME || join(home, '.config'), 'git');
  const configured = excludesFileOf(join(home, '.gitconfig')) ?? excludesFileOf(join(gitFolder, 'config'));
  return readText(configured?.replace(/^~(?=[\\/])/, home) ?? join(gitFolder, 'ignore')) ?? '';
}

/** `excludesFile` in the `[core]` section of a configuration file (https://git-scm.com/docs/git-config#_syntax). */
function excludesFileOf(configPath: string): string | undefined {
  let section = '';
  for (const line of (readText(configPath) ?? '').split('\n')) {
    section = /^\s*\[([^\]]*)\]/.exec(line)?.[1]?.toLowerCase() ?? section;
    if (section !== 'core') continue;
    const value = /^\s*excludesfile\s*=(.*)$/is.exec(line)?.[1]?.trim();
    if (value) return value.replace(/^"(.*)"$/, '$1').replaceAll('\\\\', '\\');
  }
  return undefined;
}

/** The user's own files may be links, as those kept in a dotfiles repository are. */
function readText(path: string): string | undefined {
  try {
    return readFileSync(path, 'utf8');
  } catch {
    return undefined;
  }
}
