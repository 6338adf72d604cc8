/**
 * `text` with the lines of quoted values joined that go on where their key begins, further out, or behind a tab. YAML 1.2 wants them
 * further in, by spaces (https://yaml.org/spec/1.2.2/#rule-s-flow-line-prefix), but libyaml and what is made from it,
 * Kubernetes' tools and Ansible among them, read them all the same. The length stays.
 * @returns `undefined` when there is no such value.
 */
export function joinFlushQuotes(text: string): string | undefined {
  const parts: string[] = [];
  let done = 0;
  START.lastIndex = 0;
  for (let start = START.exec(text); start; start = START.exec(text)) {
    const head = start[0];
    const indent = start[1] ?? start[3] ?? '';
    const quote = start[2] ?? start[4] ?? '';
    const from = start.index + head.length;
    const end = closingQuote(text, from, quote);
    const value = text.slice(from, end);
    if (end === undefined || !value.includes('\n')) continue;
    START.lastIndex = end;
    if (!goesOnOutside(value, indent.length) || !LAST_OF_LINE.test(text.slice(end + 1, end + 200))) continue;
    parts.push(text.slice(done, from), value.replace(/[\r\n]/g, ' '));
    done = end;
  }
  return parts.length === 0 ? undefined : parts.join('') + text.slice(done);
}

/** A key, also of an item, or an item alone, and a value that begins with a quote. */
const START =
  /^([ ]*(?:-[ ]+)*)[^\s'"#{[&*!|>%@-][^\r\n\u2028\u2029'"#]*?:[ ]+(['"])|^([ ]*(?:-[ ]+)+)(['"])/gm;

/** Longer than any value that somebody quotes. */
const MAX_VALUE = 20_000;

/** Where the quote is that ends what begins at `from`. */
function closingQuote(text: string, from: number, quote: string): number | undefined {
  const limit = Math.min(text.length, from + MAX_VALUE);
  for (let at = from; at < limit; at++) {
    if (quote === '"' && text[at] === '\\') at++;
    else if (text[at] === quote && quote === "'" && text[at + 1] === quote) at++;
    else if (text[at] === quote) return at;
  }
  return undefined;
}

/** What stands behind a value that is not half-typed. */
const LAST_OF_LINE = /^[ \t]*(?:#|\r?\n|$)/;

/** Does a line stand no further in than the key? A tab is no indentation: what it is before is text. */
function goesOnOutside(value: string, indent: number): boolean {
  const lines = value
    .split('\n')
    .slice(1)
    .filter(line => line.trim() !== '');
  return lines.some(line => {
    const [blank = ''] = /^\s*/.exec(line) ?? [];
    return blank.includes('\t') || blank.length <= indent;
  });
}
