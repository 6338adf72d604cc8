import type { Source } from '../../text/source.ts';

const answers = new WeakMap<Source, Map<string, boolean>>();

/** Whether a manifest names a package. A manifest of many findings is asked the same again and again. */
export function isNamedIn(source: Source, name: string): boolean {
  const known = answers.get(source) ?? new Map<string, boolean>();
  answers.set(source, known);
  const answer = known.get(name) ?? isNamed(name, source.text);
  known.set(name, answer);
  return answer;
}

function isNamed(name: string, text: string): boolean {
  for (let at = text.indexOf(name); at >= 0; at = text.indexOf(name, at + 1)) {
    if (!/[\w./@-]/.test(text[at - 1] ?? '') && !/[\w./-]/.test(text[at + name.length] ?? '')) return true;
  }
  return false;
}
