import { escapeXml } from '../escape-xml.ts';
import type { Language } from '../language.ts';
import type { Count } from '../tally.ts';
import { capitalised } from '../words.ts';

/** Rows of a chart; what is rarer is added up in the last one. */
const MOST_ROWS = 8;

/** A bar chart as a table, so that it can be read aloud, printed and copied; the bars are only its picture. */
export function barChart(title: string, counts: readonly Count[], language: Language): string {
  const rows = withRest(counts, language);
  const most = Math.max(1, ...rows.map(([, count]) => count));
  return [
    `<table class="chart"><caption>${escapeXml(title)}</caption><tbody>`,
    ...rows.map(([name, count]) => {
      const width = Math.max(1, Math.round((count / most) * 100));
      return `<tr><th scope="row">${escapeXml(capitalised(name))}</th><td><svg class="bar" aria-hidden="true"><rect width="${width}%" height="100%" rx="2"/></svg></td><td class="number">${language.number(count)}</td></tr>`;
    }),
    '</tbody></table>',
  ].join('\n');
}

function withRest(counts: readonly Count[], language: Language): readonly Count[] {
  if (counts.length <= MOST_ROWS) return counts;
  const rest = counts.slice(MOST_ROWS - 1);
  const sum = rest.reduce((total, [, count]) => total + count, 0);
  return [...counts.slice(0, MOST_ROWS - 1), [language.count('report.others', rest.length), sum]];
}
