/**
 * `text` with the lines of quoted values joined that go on where their key begins, or behind a tab. YAML 1.2 wants them
 * further in, by spaces (https://yaml.org/spec/1.2.2/#rule-s-flow-line-prefix), but libyaml and what is made from it,
 * Kubernetes' tools and Ansible among them, read them all the same. The length stays.
 * @returns `undefined` when there is no such value.
 */
export function joinFlushQuotes(text: string): string | undefined {
  const parts: string[] = [];
  let done = 0;
  START.lastIndex = 0;
  for (let start = START.exec(text); start; start = START.exec(text)) {
    const [head, indent = '', quote = ''] = start;
    const from = start.index + head.length;
    const end = closingQuote(text, from, quote);
    const value = text.slice(from, end);
    if (end === undefined || !value.includes('\n')) continue;
    START.lastIndex = end;
    if (!goesOnAt(value, indent.length)) continue;
    parts.push(text.slice(done, from), value.replace(/[\r\n]/g, ' '));
    done = end;
  }
  return parts.length === 0 ? undefined : parts.join('') + text.slice(done);
}

/** A key, also of an item, and a value that begins with a quote. */
const START = /^([ ]*(?:-[ ]+)*)[^\s'"#{[&*!|>%@-][^\r\n\u2028\u2029'"#]*?:[ ]+(['"])/gm;

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

/** No line stands further out than the key, and one stands where it does. A tab is no indentation: what it is before is text. */
function goesOnAt(value: string, indent: number): boolean {
  const lines = value
    .split('\n')
    .slice(1)
    .filter(line => line.trim() !== '');
  const places = lines.map(line => {
    const [blank = ''] = /^\s*/.exec(line) ?? [];
    return blank.includes('\t') ? indent : blank.length;
  });
  return Math.min(...places) === indent;
}
