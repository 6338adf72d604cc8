import { createScanner, type Node, type ParseError, parseTree } from 'jsonc-parser';

/**
 * The tree of one of our own data files, JSON with comments. A ruleset can come from anybody, and the parser calls itself for
 * each level: of a text that is nested deeper than any of ours there is no tree.
 * @param errors is added to, as `parseTree` does
 */
export function parseDataTree(text: string, errors: ParseError[] = []): Node | undefined {
  if (tooDeepAt(text) !== undefined) return undefined;
  return parseTree(text, errors, { allowTrailingComma: true });
}

/** Where a text is nested too deeply, in UTF-16 units; `undefined` where it is not. */
export function tooDeepAt(text: string): number | undefined {
  const scanner = createScanner(text, true);
  let depth = 0;
  for (let token = scanner.scan(); token !== TOKEN.end; token = scanner.scan()) {
    if (token === TOKEN.openBrace || token === TOKEN.openBracket) depth++;
    else if (token === TOKEN.closeBrace || token === TOKEN.closeBracket) depth--;
    if (depth > MOST_LEVELS) return scanner.getTokenOffset();
  }
  return undefined;
}

/** The `SyntaxKind` of jsonc-parser, whose constants are no values where modules are compiled each for itself. */
const TOKEN = { openBrace: 1, closeBrace: 2, openBracket: 3, closeBracket: 4, end: 17 };

/** The schemas have less than ten. */
const MOST_LEVELS = 100;
