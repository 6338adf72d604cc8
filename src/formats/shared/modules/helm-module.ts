import type { Expression } from '../../../model/expression.ts';
import type { ModuleCall } from '../../../model/extraction.ts';
import { dirname } from '../../../text/path.ts';
import { type Span, span } from '../../../text/span.ts';

/** A chart's files are read together: its values, its templates and what it depends on. Also their scope. */
export function helmModule(path: string): string {
  return `helm:${chartFolder(path)}`;
}

/** The charts that a chart inside another one gets values from. */
export function outerCharts(path: string): string[] {
  const parent = parentOf(chartFolder(path));
  return parent === undefined ? [] : [`helm:${parent}`];
}

/** By convention, where a chart's values and templates lie. */
const INNER_FOLDER = /^(?:templates|values|ci|env|envs|environments|overlays)$/;

/** The folder of the chart that a file belongs to, by its path. */
export function chartFolder(path: string): string {
  const folders = dirname(path).split('/');
  for (let index = folders.length - 1; index >= 0; index--) {
    // A chart can have any name.
    if (folders[index - 1] === 'charts') break;
    if (INNER_FOLDER.test(folders[index] ?? '')) return folders.slice(0, index).join('/');
  }
  return folders.join('/');
}

/** The chart around one in its `charts/` folder. A `charts/` at the root holds charts that have nothing to do with each other. */
function parentOf(folder: string): string | undefined {
  return /^(.+)\/charts\/[^/]+$/.exec(folder)?.[1];
}

/** By which a chart inside another one reads its global values. */
export function parentCalls(path: string): ModuleCall[] {
  const folder = chartFolder(path);
  const parent = parentOf(folder);
  if (parent === undefined) return [];
  return [
    {
      scope: `helm:${folder}`,
      target: `helm:${parent}`,
      name: PARENT,
      span: span(0, 0),
      inputs: new Map(),
    },
  ];
}

const PARENT = 'parent';

/** What a path from the root of a chart's template is (https://helm.sh/docs/chart_template_guide/builtin_objects/). */
export function chartRoot(path: string): (names: readonly string[], place: Span) => Expression {
  const hasParent = parentOf(chartFolder(path)) !== undefined;
  return (names, place) => {
    const [object, first] = names;
    if (object === 'Values' || object === 'StateValues') {
      const name = valueName(names.slice(1));
      const own: Expression = { type: 'variable', name, span: place };
      if (first !== 'global' || !hasParent) return own;
      return {
        type: 'variable',
        name: `${PARENT}.${globalName(names.slice(1))}`,
        span: place,
        fallback: own,
      };
    }
    if (object === 'Chart') return { type: 'variable', name: names.join('.'), span: place };
    const isGiven = object !== undefined && GIVEN_OBJECTS.has(object);
    return { type: 'unknown', reason: isGiven ? 'set-at-run-time' : 'unsupported-expression', span: place };
  };
}

const GIVEN_OBJECTS = new Set(['Release', 'Capabilities', 'Files', 'Template', 'Environment', 'Subcharts']);

/** What `.Values.a.b` is called in the chart's scope. */
export function valueName(keys: readonly string[]): string {
  return `Values.${keys.join('.')}`;
}

/** What the values under a key are called together: an object whose keys are paths. They can be another chart's. */
export function subchartName(key: string): string {
  return `subchart ${key}`;
}

/** A global value, for the charts inside. Names of outputs hold no dot. */
export function globalName(keys: readonly string[]): string {
  return keys.join(':');
}
