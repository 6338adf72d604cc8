import { type CollectionItem, type Expression, UNKNOWN_PART } from '../../src/model/expression.ts';

/** An expression on one line for table tests; unknown keys are `*`. */
export function describeExpression(expression: Expression): string {
  switch (expression.type) {
    case 'literal':
      return JSON.stringify(expression.value);
    case 'template':
      return `\`${expression.parts.map(describePart).join('')}\``;
    case 'variable':
      return expression.name;
    case 'choice':
      return `{${expression.options.map(describeExpression).join(' | ')}}`;
    case 'collection':
      return `[${expression.items.map(describeItem).join(', ')}]`;
    case 'member':
      return `${describeExpression(expression.object)}[${describeExpression(expression.key)}]`;
    case 'call':
      return `${expression.name}(${expression.arguments.map(describeExpression).join(', ')})`;
    case 'unknown':
      return `<${expression.reason}>`;
  }
}

function describePart(part: Expression): string {
  return part.type === 'literal' ? part.value : `\${${describeExpression(part)}}`;
}

function describeItem({ key, value }: CollectionItem): string {
  const name = key === UNKNOWN_PART ? '*' : key;
  return name === undefined ? describeExpression(value) : `${name}: ${describeExpression(value)}`;
}
