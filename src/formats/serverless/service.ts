import type { Expression } from '../../model/expression.ts';
import type { Definition, Reference, TableLookup } from '../../model/extraction.ts';
import { childOf, type TreeEntry, type TreeNode, type TreeScalar } from '../../parsers/tree.ts';
import { readTemplate } from '../cloudformation/template.ts';
import { bracedValue } from '../shared/braces.ts';
import { DocumentPaths } from '../shared/settings/document-paths.ts';
import { PlainValueReader } from '../shared/settings/plain-values.ts';
import { placeInside, type SettingPlace, TemplateReader } from '../shared/settings/template-reader.ts';
import { EmbeddedExpressions, type TemplateValue } from '../shared/settings/template-value.ts';
import { entriesOf, stringAt, stringsOf } from '../shared/tree-access.ts';
import { VariableReader } from './variables.ts';

/** Reads a service (https://www.serverless.com/framework/docs/providers/aws/guide/serverless.yml), or components. */
export class ServiceReader {
  private readonly root: TreeNode;
  private readonly scope: string;
  private readonly path: string;
  private readonly embedded = new EmbeddedExpressions();
  private readonly paths: DocumentPaths;
  private readonly variables: VariableReader;
  private readonly values = new PlainValueReader(this.embedded, scalar => this.readText(scalar));
  private readonly reader = new TemplateReader(this.embedded);
  private readonly ofTemplates: Reference[] = [];
  private readonly ownDefinitions: Definition[] = [];
  /** Of its templates. */
  readonly lookups: TableLookup[] = [];

  constructor(root: TreeNode, scope: string, path: string) {
    this.root = root;
    this.scope = scope;
    this.path = path;
    this.paths = new DocumentPaths(scope, root, node => this.values.readExpression(node));
    this.variables = new VariableReader(this.paths, this.embedded);
  }

  get references(): readonly Reference[] {
    return [...this.reader.references, ...this.ofTemplates];
  }

  get definitions(): readonly Definition[] {
    return [...this.ownDefinitions, ...this.paths.definitions];
  }

  read(): void {
    const component = stringAt(this.root, 'component');
    if (component) this.readComponent(component, this.root, { scope: this.scope });
    else for (const entry of entriesOf(this.root)) this.readSection(entry, this.provider());
  }

  /** `provider: { name: … }`, or the name alone. */
  private provider(): { readonly name: TemplateValue; readonly expression: Expression } | undefined {
    const provider = childOf(this.root, 'provider');
    const node = provider?.kind === 'scalar' ? provider : childOf(provider, 'name');
    return node && { name: this.values.read(node), expression: this.values.readExpression(node) };
  }

  private readSection({ key, value }: TreeEntry, provider: ReturnType<ServiceReader['provider']>): void {
    if (!value) return;
    const plain = placeInside({ scope: this.scope }, key);
    const place = provider ? { ...plain, provider: provider.expression } : plain;
    const component = stringAt(value, 'component');
    if (component) this.readComponent(component, value, plain);
    else if (key === 'provider') {
      if (provider) this.reader.addValue('provider', provider.name, placeInside(plain, 'name'));
      this.defineRegion(value);
      this.readSettings(value, place);
    } else if (key === 'plugins') this.readPlugins(value, plain);
    else if (key === 'resources') this.readTemplates(value);
    else if (key === 'functions') this.readSettings(value, place);
    else if (!NAMES.has(key)) this.readSettings(value, plain);
  }

  private readSettings(node: TreeNode, place: SettingPlace): void {
    this.reader.readValue(this.values.read(node), place);
  }

  private readPlugins(node: TreeNode, place: SettingPlace): void {
    for (const plugin of stringsOf(childOf(node, 'modules') ?? node))
      if (!plugin.text.startsWith('.')) this.reader.addName('plugin', plugin, place);
  }

  /** One or several templates of CloudFormation. */
  private readTemplates(node: TreeNode): void {
    const outer = { embedded: this.embedded, readText: (scalar: TreeScalar) => this.readText(scalar) };
    for (const template of node.kind === 'list' ? node.items : [node]) {
      const { references, definitions, lookups } = readTemplate(template, this.scope, this.path, outer);
      this.ofTemplates.push(...references);
      this.ownDefinitions.push(...definitions);
      this.lookups.push(...lookups);
    }
  }

  /** The region of the stack that the service becomes: what its templates call `AWS::Region`. */
  private defineRegion(provider: TreeNode): void {
    const region = childOf(provider, 'region');
    const name = stringAt(provider, 'name')?.text.toUpperCase();
    if (!region || !name) return;
    this.ownDefinitions.push({
      scope: this.scope,
      name: `${name}::Region`,
      value: this.values.readExpression(region),
      precedence: 'default',
    });
  }

  /** https://github.com/serverless/components */
  private readComponent(component: TreeScalar, node: TreeNode, outer: SettingPlace): void {
    const name = component.text.replace(/(?<=.)@.*$/s, '');
    if (/^[./]/.test(name) || name === '') return;
    this.reader.addName('plugin', { ...component, text: name }, placeInside(outer, 'component'));
    const provider = { type: 'literal', value: `plugin/${name}`, span: component.span } as const;
    for (const { key, value } of entriesOf(node)) {
      if (!value || NAMES.has(key) || key === 'component') continue;
      this.reader.readSetting(key, this.values.read(value), { ...outer, provider });
    }
  }

  private readText(scalar: TreeScalar): TemplateValue {
    return bracedValue(scalar, this.embedded, this.variables.read);
  }
}

/** What the service and its parts are called, and where its code is. */
const NAMES = new Set([
  'service',
  'name',
  'app',
  'org',
  'stage',
  'frameworkVersion',
  'description',
  'package',
]);
