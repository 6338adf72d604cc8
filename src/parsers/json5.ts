import { makeSource, type Source } from '../text/source.ts';
import type { JsonDocument } from './json.ts';
import { parseYaml } from './yaml/parse.ts';

/**
 * Reads JSON5 (https://spec.json5.org): without its comments it is, as people write it, a flow mapping of YAML, which
 * has bare keys, both quotes and commas at the end. Never throws.
 */
export function parseJson5(source: Source): JsonDocument {
  const { documents, problems } = parseYaml(
    makeSource(source.path, withoutComments(source.text)),
    NO_COMMENT,
  );
  const [root] = documents;
  return root ? { root, problems } : { problems };
}

const NO_COMMENT = '\n';

/** Blanks in the place of comments: everything else stays where it is. */
function withoutComments(text: string): string {
  return text.replace(TOKEN, token => (token.startsWith('/') ? token.replace(/[^\n]/g, ' ') : token));
}

/** Strings, in which nothing is a comment, and comments. A string that nobody closes ends with its line. */
const TOKEN = /"(?:[^"\\\n]|\\[\s\S])*"?|'(?:[^'\\\n]|\\[\s\S])*'?|\/\/[^\n]*|\/\*[\s\S]*?(?:\*\/|$)/g;
