import type { Expression } from '../../model/expression.ts';
import type { Definition, Reference } from '../../model/extraction.ts';
import { type PlacedText, slicePlaced } from '../../parsers/placed-text.ts';
import { childOf, type TreeEntry, type TreeNode, type TreeScalar } from '../../parsers/tree.ts';
import { isPartitionName } from '../shared/hcl/attribute-names.ts';
import { snakeCase } from '../shared/settings/setting-names.ts';
import { placeInside, type SettingPlace, TemplateReader } from '../shared/settings/template-reader.ts';
import { EmbeddedExpressions } from '../shared/settings/template-value.ts';
import { entriesOf, itemsOf, nodeAt, stringAt, stringsOf } from '../shared/tree-access.ts';
import { namespaceName, pulumiModule } from './module.ts';
import { ValueReader } from './values.ts';

/** Reads a project file (https://www.pulumi.com/docs/iac/concepts/projects/project-file/) or a stack's configuration. */
export class ProjectReader {
  readonly definitions: Definition[] = [];
  private readonly scope: string;
  /** A project has several stacks; their values are alternatives. */
  private readonly isStack: boolean;
  private project: string | undefined;
  private readonly embedded = new EmbeddedExpressions();
  private readonly values = new ValueReader(this.embedded);
  private readonly reader = new TemplateReader(this.embedded);

  constructor(path: string, isStack: boolean) {
    this.scope = pulumiModule(path);
    this.isStack = isStack;
  }

  get references(): readonly Reference[] {
    return this.reader.references;
  }

  readDocument(root: TreeNode): void {
    const project = this.isStack ? undefined : stringAt(root, 'name');
    if (project) {
      this.project = project.text;
      // Its settings are no provider's.
      this.define(namespaceName(project.text), {
        type: 'unknown',
        reason: 'not-defined',
        span: project.span,
      });
    }
    for (const entry of entriesOf(root)) this.readSection(entry);
  }

  private readSection({ key, value }: TreeEntry): void {
    const place = placeInside({ scope: this.scope }, key);
    if (!value) return;
    switch (key) {
      case 'config':
      case 'configuration':
        for (const entry of entriesOf(value)) this.readConfiguration(entry, place);
        break;
      // What a new project made from this one starts with.
      case 'template':
        for (const entry of entriesOf(childOf(value, 'config')))
          this.readConfiguration(entry, placeInside(place, 'config'));
        break;
      case 'resources':
        for (const entry of entriesOf(value)) this.readResource(entry, place);
        break;
      case 'variables':
        for (const entry of entriesOf(value)) this.readVariable(entry, place);
        break;
      case 'plugins':
        this.readPlugins(value, place);
        break;
      case 'packages':
        for (const entry of entriesOf(value)) this.readPackage(entry, place);
        break;
      case 'backend':
        this.readBackend(childOf(value, 'url'), placeInside(place, 'url'));
        break;
      case 'outputs':
      case 'secretsprovider':
        this.reader.readValue(this.values.read(value), place);
        break;
      default:
    }
  }

  /** `namespace:key: value`; in a project file also `key: { type, default }`. */
  private readConfiguration({ key, keySpan, value }: TreeEntry, outer: SettingPlace): void {
    const given = settingOf(value);
    const [namespace = '', ...rest] = key.split(':');
    if (given) this.defineSetting(key, rest.length > 0, given);
    if (rest.length === 0) {
      if (given) this.reader.readSetting(key, this.values.read(given), outer);
      return;
    }
    const token = slicePlaced({ text: key, span: keySpan }, 0, namespace.length);
    const place = { ...outer, provider: this.providerOf(namespace, token.span) };
    this.reader.addName('provider', token, placeInside(outer, key));
    if (given) this.readProviderSetting(rest.join(':'), given, place);
  }

  /** A stack can name the project's own settings with the project's name before them. */
  private defineSetting(key: string, isFull: boolean, given: TreeNode): void {
    const written = this.values.readExpression(given);
    const precedence = this.isStack ? 'alternative' : 'default';
    const isOwn = !isFull && this.project !== undefined;
    const value: Expression = isOwn
      ? { type: 'variable', name: `${this.project}:${key}`, span: given.span, fallback: written }
      : written;
    this.definitions.push({ scope: this.scope, name: key, value, precedence });
  }

  private readProviderSetting(name: string, node: TreeNode, place: SettingPlace): void {
    const value = this.values.read(node);
    if (isPartitionName(snakeCase(name)) && node.kind === 'scalar')
      this.reader.addName('partition', node, placeInside(place, name));
    else this.reader.readSetting(name, value, place);
  }

  private readResource({ key, keySpan, value }: TreeEntry, outer: SettingPlace): void {
    const named = placeInside(outer, key);
    const type = stringAt(value, 'type');
    this.define(key, { type: 'unknown', reason: 'computed-by-provider', span: type?.span ?? keySpan });
    if (!type?.text.includes(':')) {
      if (value) this.reader.readValue(this.values.read(value), named);
      return;
    }
    const prefix = /^pulumi:providers:/.exec(type.text)?.[0].length;
    if (prefix !== undefined)
      this.readProvider(key, slicePlaced(type, prefix, type.text.length), value, named);
    else this.readTypedResource(type, value, named);
  }

  /** `type: pulumi:providers:aws` configures a provider that resources choose by its name. */
  private readProvider(
    name: string,
    provider: PlacedText,
    value: TreeNode | undefined,
    outer: SettingPlace,
  ): void {
    const place = { ...outer, provider: literal(provider) };
    this.reader.addName('provider', provider, outer);
    const properties = childOf(value, 'properties');
    const region = childOf(properties, 'region') ?? childOf(properties, 'location');
    if (region) this.define(regionName(name), this.values.readExpression(region));
    for (const entry of entriesOf(properties))
      if (entry.value) this.readProviderSetting(entry.key, entry.value, place);
  }

  private readTypedResource(type: TreeScalar, value: TreeNode | undefined, outer: SettingPlace): void {
    const namespace = type.text.replace(/:.*$/s, '');
    const provider = literal(slicePlaced(type, 0, namespace.length));
    const place = { ...outer, provider, resourceType: type.text };
    const properties = childOf(value, 'properties');
    this.reader.addName('resource', type, place, { region: this.regionOf(namespace, type, value) });
    if (properties) {
      const read = this.values.read(properties);
      if (read.kind === 'map') this.reader.readSettings(read, place);
    }
    const address = nodeAt(value, 'options', 'pluginDownloadURL');
    if (address) this.reader.readValue(this.values.read(address), placeInside(outer, 'options'));
  }

  /** A resource's own region, else its provider's: the chosen one's, or what the stack configures. */
  private regionOf(namespace: string, type: TreeScalar, value: TreeNode | undefined): Expression {
    const own = nodeAt(value, 'properties', 'region') ?? nodeAt(value, 'properties', 'location');
    if (own) return this.values.readExpression(own);
    const chosen = stringAt(childOf(value, 'options'), 'provider')?.text;
    const name = /^\$\{([\w-]+)\}$/.exec(chosen ?? '')?.[1];
    const location: Expression = { type: 'variable', name: `${namespace}:location`, span: type.span };
    const configured: Expression = {
      type: 'variable',
      name: `${namespace}:region`,
      span: type.span,
      fallback: location,
    };
    return name === undefined
      ? configured
      : { type: 'variable', name: regionName(name), span: type.span, fallback: configured };
  }

  /** A value with a name, or what a provider is asked for: `fn::invoke: { function: aws:ec2:getAmi }`. */
  private readVariable({ key, value }: TreeEntry, outer: SettingPlace): void {
    if (!value) return;
    const place = placeInside(outer, key);
    this.define(key, this.values.readExpression(value));
    const asked = askedOf(value);
    const provider = asked && literal(slicePlaced(asked, 0, asked.text.indexOf(':')));
    const inner = provider && asked ? { ...place, provider, resourceType: asked.text } : place;
    if (asked) this.reader.addName('data-source', asked, inner);
    this.reader.readValue(this.values.read(value), inner);
  }

  /** https://www.pulumi.com/docs/iac/concepts/projects/project-file/#plugins-options */
  private readPlugins(value: TreeNode, place: SettingPlace): void {
    for (const plugin of itemsOf(childOf(value, 'providers'))) {
      const name = stringAt(plugin, 'name');
      if (name)
        this.reader.addName('provider', name, placeInside(placeInside(place, 'providers'), name.text));
    }
  }

  /** A package of the project; one that is made of a Terraform provider names that as a parameter. */
  private readPackage({ key, keySpan, value }: TreeEntry, outer: SettingPlace): void {
    const place = placeInside(outer, key);
    this.reader.addName('provider', { text: key, span: keySpan }, place);
    for (const parameter of stringsOf(childOf(value, 'parameters')))
      if (/^[\w.-]+(?:\/[\w.-]+){1,2}$/.test(parameter.text))
        this.reader.addName('provider', parameter, place);
  }

  /** Where the state is kept: `s3://bucket?region=…` (https://www.pulumi.com/docs/iac/concepts/state-and-backends/). */
  private readBackend(url: TreeNode | undefined, place: SettingPlace): void {
    if (url?.kind !== 'scalar') return;
    const scheme = /^([a-z0-9]+):\/\//.exec(url.text)?.[1] ?? '';
    this.reader.addName('backend', slicePlaced(url, 0, scheme.length), place);
    const region = /[?&]region=([\w-]+)/.exec(url.text);
    if (region?.[1]) {
      const start = region.index + region[0].length - region[1].length;
      const provider: Expression = { type: 'literal', value: `backend/${scheme}`, span: url.span };
      this.reader.addName('region', slicePlaced(url, start, start + region[1].length), place, { provider });
    }
    this.reader.readValue(this.values.read(url), place);
  }

  /** The namespace of a setting is its provider, unless it is the project's own. */
  private providerOf(namespace: string, span: TreeEntry['keySpan']): Expression {
    const fallback: Expression = { type: 'literal', value: namespace, span };
    return { type: 'variable', name: namespaceName(namespace), span, fallback };
  }

  private define(name: string, value: Expression): void {
    this.definitions.push({ scope: this.scope, name, value, precedence: 'default' });
  }
}

/** The value of a setting; a declaration has it as its default, and a secret is not read. */
function settingOf(node: TreeNode | undefined): TreeNode | undefined {
  if (node?.kind !== 'map') return node;
  if (childOf(node, 'secure')) return undefined;
  const isDeclaration = childOf(node, 'type') ?? childOf(node, 'description') ?? childOf(node, 'secret');
  return childOf(node, 'value') ?? childOf(node, 'default') ?? (isDeclaration ? undefined : node);
}

/** The function of a provider that a variable calls: `aws:ec2:getAmi`. */
function askedOf(value: TreeNode): PlacedText | undefined {
  const named = stringAt(childOf(value, 'fn::invoke'), 'function');
  if (named) return named.text.includes(':') ? named : undefined;
  const short = entriesOf(value).find(({ key }) => /^fn::[\w-]+:[\w/:-]+$/.test(key));
  return short && slicePlaced({ text: short.key, span: short.keySpan }, 4, short.key.length);
}

function regionName(provider: string): string {
  return `region of ${provider}`;
}

function literal({ text, span }: PlacedText): Expression {
  return { type: 'literal', value: text, span };
}
