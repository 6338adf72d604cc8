import type { InterpolatedText } from '../interpolation.ts';
import { type PlacedText, slicePlaced } from '../placed-text.ts';
import { makeLookahead, readWord, type WordRules } from '../shell-word.ts';

/** The words of an instruction's arguments, without quotes (https://docs.docker.com/reference/dockerfile/#environment-replacement). */
export function dockerWords(input: PlacedText, escapeCharacter: '\\' | '`'): InterpolatedText[] {
  const rules = rulesFor(escapeCharacter, isBlank);
  const lookahead = makeLookahead();
  const words: InterpolatedText[] = [];
  let position = 0;
  while (position < input.text.length) {
    if (isBlank(input.text.charAt(position))) {
      position++;
      continue;
    }
    const { word, end } = readWord(input, position, input.text.length, rules, lookahead);
    words.push(word);
    position = end;
  }
  return words;
}

/** The whole of the arguments as one word: the value of `ENV name value`. */
export function dockerWord(input: PlacedText, escapeCharacter: '\\' | '`'): InterpolatedText {
  const rules = rulesFor(escapeCharacter, () => false);
  const end = input.text.trimEnd().length;
  return readWord(input, 0, end, rules, makeLookahead()).word;
}

/** The strings of the JSON form, as in `RUN ["npm", "ci"]`; `undefined` when the arguments have another form. */
export function jsonWords(input: PlacedText): PlacedText[] | undefined {
  if (!/^\s*\[/.test(input.text) || !/\]\s*$/.test(input.text)) return undefined;
  const closed = [...input.text.matchAll(JSON_STRING)].filter(({ 1: quote }) => quote === '"');
  return closed.map(({ 0: token, index }) => {
    const contents = slicePlaced(input, index + 1, index + token.length - 1);
    const decoded = token.includes('\\') ? decode(token) : undefined;
    if (decoded === undefined || decoded === contents.text) return contents;
    return {
      text: decoded,
      span: contents.span,
      pieces: [{ decodedStart: 0, decodedLength: decoded.length, source: contents.span }],
    };
  });
}

const JSON_STRING = /"(?:[^"\\]|\\.)*("|\\?$)/gs;

function decode(token: string): string | undefined {
  try {
    const value: unknown = JSON.parse(token);
    return typeof value === 'string' ? value : undefined;
  } catch {
    // An escape that JSON does not have: the text is taken as it is.
    return undefined;
  }
}

function isBlank(character: string): boolean {
  return character === ' ' || character === '\t' || character === '\r' || character === '\n';
}

function rulesFor(escapeCharacter: '\\' | '`', isEnd: WordRules['isEnd']): WordRules {
  return { escape: escapeCharacter, substitutions: false, isEnd };
}
