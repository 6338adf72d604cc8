import type { Expression } from '../../model/expression.ts';
import { SUPPRESSION_MARKER } from '../../model/extraction.ts';
import type { Extract } from '../../model/format.ts';
import type { PlacedText } from '../../parsers/placed-text.ts';
import type { TreeEntry, TreeNode } from '../../parsers/tree.ts';
import { parseYaml } from '../../parsers/yaml/parse.ts';
import type { Span } from '../../text/span.ts';
import { bracedValue } from '../shared/braces.ts';
import { DocumentPaths } from '../shared/settings/document-paths.ts';
import { PlainValueReader } from '../shared/settings/plain-values.ts';
import { placeInside, type SettingPlace, TemplateReader } from '../shared/settings/template-reader.ts';
import { EmbeddedExpressions } from '../shared/settings/template-value.ts';
import { entriesOf, stringAt } from '../shared/tree-access.ts';
import { uniqueReferences } from '../shared/unique-references.ts';
import { serverlessDevsModule } from './module.ts';

/** Components with their settings, and what runs before and after they are deployed. */
export const extractServerlessDevs: Extract = source => {
  const { documents, comments, problems } = parseYaml(source, SUPPRESSION_MARKER);
  const applications = documents.map(root => new ApplicationReader(serverlessDevsModule(source.path), root));
  for (const application of applications) application.read();
  return {
    references: uniqueReferences(applications.flatMap(application => application.references)),
    definitions: applications.flatMap(application => application.definitions),
    calls: [],
    comments,
    problems,
  };
};

class ApplicationReader {
  private readonly root: TreeNode;
  private readonly scope: string;
  private readonly paths: DocumentPaths;
  private readonly embedded = new EmbeddedExpressions();
  private readonly values = new PlainValueReader(this.embedded, scalar =>
    bracedValue(scalar, this.embedded, (inside, place) => this.readVariable(inside, place)),
  );
  private readonly reader = new TemplateReader(this.embedded);

  constructor(scope: string, root: TreeNode) {
    this.scope = scope;
    this.root = root;
    this.paths = new DocumentPaths(scope, root, node => this.values.readExpression(node));
  }

  get references() {
    return this.reader.references;
  }

  get definitions() {
    return this.paths.definitions;
  }

  read(): void {
    for (const entry of entriesOf(this.root)) {
      const place = placeInside({ scope: this.scope }, entry.key);
      if (entry.key === 'resources' || entry.key === 'services')
        for (const service of entriesOf(entry.value)) this.readService(service, place);
      else if (entry.value && !NAMES.has(entry.key))
        this.reader.readValue(this.values.read(entry.value), place);
    }
  }

  private readService({ key, value }: TreeEntry, outer: SettingPlace): void {
    const place = placeInside(outer, key);
    const component = stringAt(value, 'component');
    const name = component?.text.replace(/(?<=.)@.*$/s, '') ?? '';
    const isLocal = /^[./]/.test(name) || name === '';
    if (component && !isLocal)
      this.reader.addName('plugin', { ...component, text: name }, placeInside(place, 'component'));
    const provider = component && !isLocal ? pluginProvider(name, component.span) : undefined;
    for (const entry of entriesOf(value)) {
      if (!entry.value || entry.key === 'component' || NAMES.has(entry.key)) continue;
      const inner = placeInside(provider ? { ...place, provider } : place, entry.key);
      this.reader.readValue(this.values.read(entry.value), inner);
    }
  }

  /** `vars.region`, `resources.web.props.region`, `env('REGION', 'cn-hangzhou')`. */
  private readVariable({ text }: PlacedText, place: Span): Expression {
    const path = /^\s*((?:vars|resources|services|template)\.[\w.-]+)\s*$/.exec(text)?.[1];
    if (path !== undefined) return this.paths.use(path, place);
    const unknown: Expression = { type: 'unknown', reason: 'set-at-run-time', span: place };
    const fallback = /^\s*env\([^,)]*,([^)]*)\)\s*$/
      .exec(text)?.[1]
      ?.trim()
      .replace(/^["']|["']$/g, '');
    if (fallback === undefined) return unknown;
    return {
      type: 'choice',
      options: [{ type: 'literal', value: fallback, span: place }, unknown],
      span: place,
    };
  }
}

const NAMES = new Set(['edition', 'name', 'access']);

function pluginProvider(name: string, span: Span): Expression {
  return { type: 'literal', value: `plugin/${name}`, span };
}
