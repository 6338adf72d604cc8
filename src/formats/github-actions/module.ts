import { basename, dirname, joinInside } from '../../text/path.ts';

const PREFIX = 'actions:';

/** A workflow is a module of its own; an action is called by its folder. Also their scope. */
export function actionsModule(path: string): string {
  return PREFIX + (isAction(path) ? dirname(path) : path);
}

/**
 * The module that `uses: ./path` calls in the module `caller`: the path starts at the repository's top, where `.github` is,
 * which in a folder of many repositories is not the scanned root
 * (https://docs.github.com/en/actions/reference/workflows-and-actions/workflow-syntax#jobsjob_idstepsuses).
 */
export function localModule(uses: string, caller: string): string | undefined {
  const top = /^(?:.*\/)?(?=\.(?:github|gitea|forgejo)\/)/.exec(caller.slice(PREFIX.length))?.[0] ?? '';
  const path = joinInside(top, uses);
  return path === undefined ? undefined : PREFIX + path;
}

/** What a file must contain to call the module: how a path to it ends. */
export function localUse(module: string): string {
  return `/${basename(module.slice(PREFIX.length))}`;
}

function isAction(path: string): boolean {
  return /^action\.ya?ml$/.test(basename(path));
}
