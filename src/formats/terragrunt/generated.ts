import type { Expression } from '../../model/expression.ts';
import { blocksOf, type HclBody } from '../../parsers/hcl/tree.ts';
import type { Span } from '../../text/span.ts';

/**
 * The Terraform code that a file generates, everything else blank: as long as the file, so that places are the same.
 * @returns nothing when the file generates none, or not from a text that it holds
 */
export function generatedText(body: HclBody, text: string): string | undefined {
  const contents = blocksOf(body, 'generate')
    .flatMap(block => block.body.attributes.filter(({ name }) => name === 'contents'))
    .map(({ value }) => value)
    .filter(value => isHeredoc(value, text))
    .map(value => value.span);
  if (contents.length === 0) return undefined;
  const pieces: string[] = [];
  let position = 0;
  for (const { start, end } of contents.sort((a, b) => a.start - b.start)) {
    if (start < position) continue;
    pieces.push(blank(text.slice(position, start)), readable(text.slice(start, end)));
    position = end;
  }
  return pieces.join('') + blank(text.slice(position));
}

/** In quotes a text has escapes, and nobody writes code there. */
function isHeredoc(value: Expression, text: string): boolean {
  if (value.type !== 'literal' && value.type !== 'template') return false;
  return (
    text.lastIndexOf('\n', value.span.start - 1) === value.span.start - 1 && isSeveralLines(value.span, text)
  );
}

function isSeveralLines({ start, end }: Span, text: string): boolean {
  const lineBreak = text.indexOf('\n', start);
  return lineBreak >= 0 && lineBreak < end;
}

function blank(text: string): string {
  return text.replace(/[^\n]/g, ' ');
}

/**
 * Code with Terragrunt's templates in it as code: `${local.region}` in a string stays as it is, elsewhere it stands
 * for a value, and directives such as `%{ if … }` are left out. What is escaped is Terraform's own template.
 */
function readable(code: string): string {
  return code
    .replace(/\$\$\{/g, ' ${')
    .replace(/%\{[^}\n]{0,300}\}/g, blank)
    .replace(/^.*$/gm, line => (line.includes('${') ? withoutBareTemplates(line) : line));
}

function withoutBareTemplates(line: string): string {
  let result = '';
  let isQuoted = false;
  for (let position = 0; position < line.length; position++) {
    const character = line.charAt(position);
    if (line.startsWith('${', position)) {
      const end = endOfTemplate(line, position);
      const inner = line.slice(position + 2, end);
      result += isQuoted ? line.slice(position, end + 1) : `  ${inner}${end < line.length ? ' ' : ''}`;
      position = end;
      continue;
    }
    if (character === '"' && line[position - 1] !== '\\') isQuoted = !isQuoted;
    result += character;
  }
  return result;
}

/** The position of the brace that closes the template at `start`, else the end of the line. */
function endOfTemplate(line: string, start: number): number {
  let depth = 0;
  for (let position = start + 1; position < line.length; position++) {
    if (line[position] === '{') depth++;
    else if (line[position] === '}' && --depth === 0) return position;
  }
  return line.length;
}
