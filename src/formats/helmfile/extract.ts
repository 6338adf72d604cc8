import type { Expression } from '../../model/expression.ts';
import { type Definition, type Reference, SUPPRESSION_MARKER } from '../../model/extraction.ts';
import type { Extract } from '../../model/format.ts';
import { slicePlaced } from '../../parsers/placed-text.ts';
import { childOf, type TreeEntry, type TreeNode, type TreeScalar } from '../../parsers/tree.ts';
import { parseYaml } from '../../parsers/yaml/parse.ts';
import { makeSource } from '../../text/source.ts';
import { type Span, span } from '../../text/span.ts';
import { valueDefinitions } from '../helm-values/definitions.ts';
import { Collector } from '../kubernetes/collector.ts';
import { readManifest } from '../kubernetes/extract.ts';
import { templateWording } from '../kubernetes/template-wording.ts';
import { GoTemplate, withoutMarks } from '../shared/go-template.ts';
import { valueName } from '../shared/modules/helm-module.ts';
import { chartReferences } from '../shared/packages/chart-reference.ts';
import { entriesOf, itemsOf, scalarAt } from '../shared/tree-access.ts';
import { inside, itemSegment, type TreePath } from '../shared/tree-path.ts';
import { uniqueReferences } from '../shared/unique-references.ts';
import { helmfileModule } from './module.ts';

/** Repositories, releases and what they set. */
export const extractHelmfile: Extract = source => {
  const { path, text } = source;
  const template = new GoTemplate(path, text, helmfileRoot);
  const file = parseYaml(makeSource(path, template.yamlText), SUPPRESSION_MARKER);
  const scope = helmfileModule(path);
  const collector = new Collector(scope, templateWording(template));
  const reader = new HelmfileReader(collector, scope);
  for (const document of file.documents) for (const entry of entriesOf(document)) reader.readEntry(entry);
  return {
    references: uniqueReferences(withoutMarks(collector.references)),
    definitions: [...reader.definitions, ...template.definitions(scope)],
    calls: [],
    comments: file.comments,
    problems: file.problems.filter(({ code }) => code !== 'syntax-error' || template.yamlText === text),
  };
};

/** https://helmfile.readthedocs.io/en/latest/templating_funcs/ */
function helmfileRoot(names: readonly string[], place: Span): Expression {
  const [object, first] = names;
  const inValues =
    object === 'Values' || object === 'StateValues'
      ? names.slice(1)
      : object === 'Environment' && first === 'Values'
        ? names.slice(2)
        : undefined;
  if (inValues) return { type: 'variable', name: valueName(inValues), span: place };
  const isGiven = object === 'Environment' || object === 'Release' || object === 'Namespace';
  return { type: 'unknown', reason: isGiven ? 'set-at-run-time' : 'unsupported-expression', span: place };
}

class HelmfileReader {
  readonly definitions: Definition[] = [];
  private readonly collector: Collector;
  private readonly scope: string;

  constructor(collector: Collector, scope: string) {
    this.collector = collector;
    this.scope = scope;
  }

  readEntry({ key, value }: TreeEntry): void {
    const path = inside(undefined, key);
    if (key === 'repositories') this.eachItem(value, path, (item, inner) => this.readRepository(item, inner));
    else if (key === 'releases') this.eachItem(value, path, (item, inner) => this.readRelease(item, inner));
    else if (key === 'environments') this.readEnvironments(value, path);
    else if (key === 'templates')
      for (const each of entriesOf(value))
        if (each.value) this.readRelease(each.value, inside(path, each.key));
    if (!OWN_KEYS.has(key) && value) readManifest(this.collector, value, path);
  }

  private readRepository(item: TreeNode, path: TreePath): void {
    const url = scalarAt(item, 'url');
    const name = scalarAt(item, 'name');
    if (!url) return;
    this.add(
      chartReferences({ repository: url, name: undefined }, this.collector.where(path), this.expressionOf),
    );
    if (!name) return;
    const value = this.expressionOf(url);
    this.definitions.push({
      scope: this.scope,
      name: repositoryName(name.text),
      value,
      precedence: 'default',
    });
  }

  private readRelease(item: TreeNode, path: TreePath): void {
    const chart = scalarAt(item, 'chart');
    if (chart) this.readChart(chart, inside(path, 'chart'));
    for (const entry of entriesOf(item)) {
      const inner = inside(path, entry.key);
      if (entry.key === 'values' || entry.key === 'secrets') this.readValues(entry.value, inner);
      else if (entry.value && !NAMES.has(entry.key)) readManifest(this.collector, entry.value, inner);
    }
  }

  /** `repository/chart`, an address, or a path. */
  private readChart(chart: TreeScalar, path: TreePath): void {
    const slash = chart.text.indexOf('/');
    const where = this.collector.where(path);
    if (slash <= 0 || /^\.|:\/\//.test(chart.text)) {
      const value = this.expressionOf(chart);
      this.add([{ kind: 'chart', value, span: chart.span, ...where }]);
      return;
    }
    const repository: Expression = {
      type: 'variable',
      name: repositoryName(chart.text.slice(0, slash)),
      span: span(chart.span.start, chart.span.start + slash),
    };
    const rest = this.expressionOf(slicePlaced(chart, slash, chart.text.length));
    const value: Expression = { type: 'template', parts: [repository, rest], span: chart.span };
    this.add([{ kind: 'chart', value, span: chart.span, ...where }]);
  }

  /** Values that are written here; files of values are formats of their own. */
  private readValues(list: TreeNode | undefined, path: TreePath): void {
    for (const item of itemsOf(list)) if (item.kind === 'map') readManifest(this.collector, item, path);
  }

  private readEnvironments(environments: TreeNode | undefined, path: TreePath): void {
    for (const { key, value } of entriesOf(environments)) {
      this.readValues(childOf(value, 'values'), inside(path, key));
      for (const item of itemsOf(childOf(value, 'values'))) {
        const found = valueDefinitions(item, '', 'alternative', this.expressionOf);
        for (const definition of found)
          if (definition.scope === 'helm:') this.definitions.push({ ...definition, scope: this.scope });
      }
    }
  }

  private readonly expressionOf = (text: Parameters<Collector['expressionOf']>[0]): Expression =>
    this.collector.expressionOf(text);

  private eachItem(
    list: TreeNode | undefined,
    path: TreePath,
    read: (item: TreeNode, path: TreePath) => void,
  ): void {
    for (const [index, item] of itemsOf(list).entries()) read(item, inside(path, itemSegment(item, index)));
  }

  private add(references: readonly Reference[]): void {
    this.collector.add(references);
  }
}

/** Read by what they are; others are read by the keys in them. */
const OWN_KEYS = new Set(['repositories', 'releases', 'environments', 'templates', 'commonLabels']);
const NAMES = new Set(['name', 'chart', 'namespace', 'labels', 'version', 'needs']);

function repositoryName(name: string): string {
  return `repository ${name}`;
}
