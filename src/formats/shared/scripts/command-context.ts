import { visibleText } from '../../../parsers/interpolation.ts';
import type { ShellCommand } from '../../../parsers/shell.ts';
import { ecosystemOfFile } from '../registries/system-mirrors.ts';
import { assignmentOf, type CommandWord, commandName, commandWords } from './command-words.ts';

/** Takes away assignments and wrappers with their options: `sudo -E FOO=bar npm …`. */
export function withoutPrefixes(words: readonly CommandWord[]): {
  assignments: CommandWord[];
  words: CommandWord[];
} {
  const assignments: CommandWord[] = [];
  let start = 0;
  let isWrapped = false;
  for (const word of words) {
    if (assignmentOf(word)) assignments.push(word);
    else if (WRAPPERS.has(commandName(word))) isWrapped = true;
    else if (!isWrapped || !WRAPPER_ARGUMENT.test(word.text)) break;
    start++;
  }
  const rest = words.slice(start);
  const isModule = /^python\d?/.test(commandName(rest[0])) && rest[1]?.text === '-m';
  return { assignments, words: isModule ? rest.slice(2) : rest };
}

/** An option, a time, or what `xargs -I` is to put arguments in the place of. */
const WRAPPER_ARGUMENT = /^(?:-|\d+[smh]?$|\{\}$|%$)/;

/** Commands that run the command behind them. */
const WRAPPERS = new Set([
  'sudo',
  'env',
  'exec',
  'command',
  'nohup',
  'time',
  'xargs',
  'nice',
  'eatmydata',
  'gosu',
  'retry',
  'timeout',
]);

/** By pipeline: the package tool whose configuration file its output or arguments name. */
export function filesByPipeline(commands: readonly ShellCommand[]): Map<number, string> {
  const files = new Map<number, string>();
  for (const { pipeline, redirects, words } of commands) {
    const names = [
      ...redirects.filter(({ operator }) => operator.includes('>')).map(({ target }) => target),
      ...(FILE_ARGUMENTS.has(commandName(commandWords(words.slice(0, 1))[0])) ? words.slice(1) : []),
    ];
    for (const name of names) {
      const ecosystem = ecosystemOfFile(visibleText(name).text);
      if (ecosystem !== undefined && !files.has(pipeline)) files.set(pipeline, ecosystem);
    }
  }
  return files;
}

const FILE_ARGUMENTS = new Set('tee sed perl curl wget sudo Out-File Set-Content Add-Content'.split(' '));
