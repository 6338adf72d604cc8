// @ts-check
/** The command line of VS Code, as far as test runners use it. */
import { isAbsolute, resolve } from 'node:path';

/**
 * @typedef {object} Arguments
 * @property {(name: string) => string[]} values all values of `--name=value`, in order
 * @property {(name: string) => boolean} has whether `--name` occurs, with or without a value
 * @property {string[]} positionals
 */

/**
 * @param {string[]} argv
 * @param {string[]} [separate] switches whose value may be the next argument
 * @returns {Arguments}
 */
export function parseArguments(argv, separate = []) {
  /** @type {Map<string, string[]>} */
  const switches = new Map();
  /** @type {string[]} */
  const positionals = [];
  for (let index = 0; index < argv.length; index++) {
    const argument = argv[index] ?? '';
    const match = /^--([^=]+)(?:=(.*))?$/s.exec(argument);
    if (!match) {
      positionals.push(argument);
      continue;
    }
    const [, name = '', inline] = match;
    const value = inline ?? (separate.includes(name) ? argv[++index] : undefined);
    switches.set(name, [...(switches.get(name) ?? []), ...(value === undefined ? [] : [value])]);
  }
  return { values: name => switches.get(name) ?? [], has: name => switches.has(name), positionals };
}

/**
 * A path from the command line, which some runners write as a `file:` address.
 * @param {string} path
 * @returns {string}
 */
export function absolutePath(path) {
  const plain = path.startsWith('file://') ? decodeURI(new URL(path).pathname) : path;
  return isAbsolute(plain) ? plain : resolve(plain);
}
