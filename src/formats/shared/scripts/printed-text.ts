import { type InterpolatedText, visibleText } from '../../../parsers/interpolation.ts';
import type { ShellCommand } from '../../../parsers/shell.ts';
import type { CommandWord } from './command-words.ts';

/** Tells the commands whose output goes to people: into no other command, and no file but one that is for reading. */
export function printedCommands(commands: readonly ShellCommand[]): (command: ShellCommand) => boolean {
  const sizes = new Map<number, number>();
  for (const { pipeline } of commands) sizes.set(pipeline, (sizes.get(pipeline) ?? 0) + 1);
  return ({ pipeline, redirects }) =>
    sizes.get(pipeline) === 1 &&
    redirects.every(({ operator, target }) => !operator.includes('>') || isForPeople(target));
}

function isForPeople(target: InterpolatedText): boolean {
  const { text } = visibleText(target);
  return (
    NO_FILE.test(text) ||
    isPage(text) ||
    target.parts.some(part => part.type === 'variable' && part.name === 'GITHUB_STEP_SUMMARY')
  );
}

/** Another stream, or nowhere. */
const NO_FILE = /^(?:&?[0-9-]|\/dev\/(?:null|stdout|stderr|tty))$/;

/** A page, or a text file that says by its name that it is one. */
function isPage(path: string): boolean {
  const name = path.slice(path.lastIndexOf('/') + 1).toLowerCase();
  return PAGE.test(name) || (name.endsWith('.txt') && PAGE_NAME.test(name));
}

const PAGE = /\.(?:md|rst|adoc|html?)$/;
/** The last word is Chinese for *explanation*. */
const PAGE_NAME = /readme|changelog|note|install|\u8bf4\u660e/;

/**
 * Is what the command prints a message? One word alone, as a function gives it back to its caller, is none; nor is
 * what a step of a pipeline sets with it.
 */
export function tellsPeople(name: string, words: readonly CommandWord[]): boolean {
  if (name === 'cat') return words.length === 0;
  if (!PRINTING.test(name)) return false;
  const printed = words.filter(({ text }) => !text.startsWith('-'));
  if (PIPELINE_COMMAND.test(printed[0]?.text ?? '')) return false;
  return printed.length !== 1 || /\s/.test(printed[0]?.text.trim() ?? '');
}

/** Also the functions that scripts define for it, `log_info`, `print_error`, `_err`, `die`, and PowerShell's. */
const PRINTING =
  /^(?:throw|write-\w+|_*(?:echo|printf|print|log|info|warn|warning|error|err|fatal|die|fail|debug|success|notice|msg|message|say|ohai|abort|logger)(?:[_:-]\w+)?)$/i;

/** Is what the variable holds a text that is shown to people? One word alone is none. */
export function holdsMessage(name: string, text: string): boolean {
  return MESSAGE_NAME.test(name) ? /\s/.test(text.trim()) : INFO_NAME.test(name) && text.includes('\n');
}

const MESSAGE_NAME = /(?:^|_)(?:usage|help|description|banner|message|msg)$/i;
const INFO_NAME = /(?:^|_)info$/i;

/** `::set-output name=…::…` and `##vso[task.setvariable …]…`. */
const PIPELINE_COMMAND = /^(?:::|##vso\[)/;
