import { type Span, span } from '../../text/span.ts';

/** A word of an action. */
export interface TemplateToken {
  readonly type: 'string' | 'number' | 'field' | 'word' | 'open' | 'close' | 'pipe' | 'other';
  /** A string decoded; anything else as written. */
  readonly text: string;
  /** A string's contents without its quotes. */
  readonly span: Span;
  /** It begins where the token before it ends. */
  readonly touches: boolean;
}

/**
 * Splits an action's inside into words.
 * @param start where `inner` begins in the file.
 */
export function templateTokens(inner: string, start: number): TemplateToken[] {
  const tokens: TemplateToken[] = [];
  let position = 0;
  for (const match of inner.matchAll(TOKEN)) {
    const { index } = match;
    const end = index + match[0].length;
    const touches = index === position && index > 0;
    position = end;
    const quoted = match.groups?.quoted ?? match.groups?.raw;
    if (quoted !== undefined) {
      const text = match.groups?.raw ?? unescaped(quoted);
      tokens.push({ type: 'string', text, span: span(start + index + 1, start + end - 1), touches });
    } else {
      tokens.push({
        type: typeOf(match[0]),
        text: match[0],
        span: span(start + index, start + end),
        touches,
      });
    }
  }
  return tokens;
}

const TOKEN =
  /"(?<quoted>(?:\\.|[^"\\])*)"|`(?<raw>[^`]*)`|\$?\w*(?:\.\w+)+|\$\w*|\.(?!\w)|\w+|[()|]|[^\s\w"`$.()|]+|["`]/g;

function typeOf(written: string): TemplateToken['type'] {
  if (written === '(') return 'open';
  if (written === ')') return 'close';
  if (written === '|') return 'pipe';
  if (/^\d/.test(written)) return 'number';
  if (/^[.$]/.test(written)) return 'field';
  return /^\w+$/.test(written) ? 'word' : 'other';
}

function unescaped(quoted: string): string {
  return quoted.replace(/\\(.)/gs, (_all, character: string) => ESCAPES[character] ?? character);
}

const ESCAPES: Readonly<Record<string, string>> = { n: '\n', t: '\t', r: '\r' };
