import type { CommandWord } from './command-words.ts';

/** Are the command's arguments only looked for, or compared with something? Nothing is used by that. */
export function looksForText(name: string, words: readonly CommandWord[]): boolean {
  if (name === 'git') return GIT_TEXTS.has(words[0]?.text ?? '');
  return (
    SEARCHING.has(name) || COMPARISON.test(words[0]?.text ?? '') || TEST_END.test(words.at(-1)?.text ?? '')
  );
}

/** `read` has a question to people, and names of variables. */
const SEARCHING: ReadonlySet<string> = new Set(
  '[ [[ test grep egrep fgrep zgrep rg ag ack findstr Select-String read'.split(' '),
);

/** What is looked for in a history, or written into it for people. */
const GIT_TEXTS: ReadonlySet<string> = new Set(['grep', 'log', 'commit', 'tag']);

/** Of a test that is several commands for who splits at `&&`, `[[ -n $a && $b == "…" && $c ]]`, and of PowerShell's. */
const COMPARISON = /^(?:==|!=|=~|-[ci]?(?:eq|ne|(?:not)?(?:like|match|contains|in)))$/i;
const TEST_END = /^\]\]?$/;

/** The command that `find` is to run with what it finds: `find . -name '*.list' -exec sed … {} +`. */
export function commandOfFind(words: readonly CommandWord[]): readonly CommandWord[] {
  const option = words.findIndex(({ text }) => /^-(?:exec|ok)(?:dir)?$/.test(text));
  return option < 0 ? [] : words.slice(option + 1);
}
