import { basename, dirname } from '../../text/path.ts';

const PREFIX = 'actions:';

/** A workflow is a module of its own; an action is called by its folder. Also their scope. */
export function actionsModule(path: string): string {
  return PREFIX + (isAction(path) ? dirname(path) : path);
}

/** The module that `uses: ./path` calls. */
export function localModule(uses: string): string {
  return PREFIX + uses.replace(/^(?:\.\/)+|(?<!\/)\/+$/g, '');
}

/** What a file must contain to call the module. */
export function localUse(module: string): string {
  return `./${module.slice(PREFIX.length)}`;
}

function isAction(path: string): boolean {
  return /^action\.ya?ml$/.test(basename(path));
}
