import { OVERRIDES } from '../../src/formats/kubernetes/overrides.ts';
import type { Expression } from '../../src/model/expression.ts';
import type { Format } from '../../src/model/format.ts';
import { makeSource } from '../../src/text/source.ts';
import { sliceSpan } from '../../src/text/span.ts';

/**
 * What a format extracts from `text`, one row per reference: `kind[ecosystem] underlined`, and ` = value` where the
 * value is not what is underlined.
 */
export async function extractRows(format: Format, path: string, text: string): Promise<string[]> {
  const extract = await format.load();
  return extract(makeSource(path, text)).references.map(({ kind, ecosystem, span, value }) => {
    const underlined = sliceSpan(text, span);
    const said = written(value);
    const head = `${kind}${ecosystem === undefined ? '' : `[${ecosystem}]`} ${underlined}`;
    return said === underlined ? head : `${head} = ${said}`;
  });
}

function written(expression: Expression): string {
  switch (expression.type) {
    case 'literal':
      return expression.value;
    case 'template':
      return expression.parts.map(written).join('');
    case 'choice': {
      const options = [...new Set(expression.options.map(written))];
      return options.length === 1 ? options.join() : `(${options.join('|')})`;
    }
    case 'variable':
      // Every manifest's image may be replaced by a kustomization: rows say so nowhere.
      if (expression.name.startsWith(OVERRIDES) && expression.fallback) return written(expression.fallback);
      return `<${expression.name}${expression.fallback ? `:${written(expression.fallback)}` : ''}>`;
    case 'unknown':
      return `<?${expression.reason}>`;
    default:
      return `<${expression.type}>`;
  }
}
