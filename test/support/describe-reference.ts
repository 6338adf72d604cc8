import type { Expression } from '../../src/model/expression.ts';
import type { Extraction, Reference } from '../../src/model/extraction.ts';
import type { Source } from '../../src/text/source.ts';
import { sliceSpan } from '../../src/text/span.ts';

/** Each reference on one line for table tests: kind, what is underlined, and what it says. */
export function describeReferences({ references }: Extraction, { text }: Source): string[] {
  return references.map(
    reference => `${reference.kind} ${sliceSpan(text, reference.span)} ${saying(reference)}`,
  );
}

function saying(reference: Reference): string {
  const { package: found, ecosystem, repeats, value } = reference;
  const version = found?.version === undefined ? '' : ` (${found.version})`;
  const what = found ? `${found.dependency} ${found.purl}${version}` : `= ${describeExpression(value)}`;
  return [what, ecosystem && `for ${ecosystem}`, repeats?.length && `and ${repeats.length} more`]
    .filter(Boolean)
    .join(' ');
}

function describeExpression(expression: Expression): string {
  switch (expression.type) {
    case 'literal':
      return expression.value;
    case 'template':
      return expression.parts.map(describeExpression).join('');
    case 'choice':
      return `{${expression.options.map(describeExpression).join('|')}}`;
    case 'unknown':
      return `<${expression.reason}>`;
    default:
      return `<${expression.type}>`;
  }
}
