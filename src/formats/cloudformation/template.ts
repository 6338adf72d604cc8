import type { Expression } from '../../model/expression.ts';
import type { Definition, ModuleCall, Reference, TableLookup } from '../../model/extraction.ts';
import { childOf, type TreeEntry, type TreeNode, type TreeScalar } from '../../parsers/tree.ts';
import { dirname, joinInside } from '../../text/path.ts';
import { span } from '../../text/span.ts';
import { placeInside, type SettingPlace, TemplateReader } from '../shared/settings/template-reader.ts';
import { EmbeddedExpressions } from '../shared/settings/template-value.ts';
import { TableLookups } from '../shared/table-lookups.ts';
import { entriesOf, stringAt, stringsOf } from '../shared/tree-access.ts';
import { templateModule } from './module.ts';
import { mappingName, type ReadText, stackRegion, ValueReader } from './values.ts';

/** What a template says. */
export interface Template {
  readonly references: readonly Reference[];
  readonly definitions: readonly Definition[];
  readonly calls: readonly ModuleCall[];
  readonly lookups: readonly TableLookup[];
}

/** Another language around the template's own. */
export interface OuterLanguage {
  readonly embedded: EmbeddedExpressions;
  readonly readText: ReadText;
}

/**
 * Reads a template of resources: those of CloudFormation and of the languages that are made after it
 * (https://docs.aws.amazon.com/AWSCloudFormation/latest/UserGuide/template-anatomy.html).
 * @param scope of the template's names.
 * @param outer for a template inside of another file.
 */
export function readTemplate(root: TreeNode, scope: string, path: string, outer?: OuterLanguage): Template {
  const reader = new TemplateSections(scope, path, outer);
  for (const entry of entriesOf(root)) reader.readSection(entry);
  return reader.template();
}

/** Prose, and comparisons: a value that something is compared with is not used. */
const IGNORED_SECTIONS = new Set(['Conditions', 'Description', 'Metadata', 'Rules']);

class TemplateSections {
  private readonly scope: string;
  private readonly path: string;
  private readonly values: ValueReader;
  private readonly reader: TemplateReader;
  private readonly lookups: TableLookups;
  private readonly definitions: Definition[] = [];
  private readonly calls: ModuleCall[] = [];

  constructor(scope: string, path: string, outer: OuterLanguage | undefined) {
    const embedded = outer?.embedded ?? new EmbeddedExpressions();
    this.scope = scope;
    this.path = path;
    this.lookups = new TableLookups(scope);
    this.values = new ValueReader(embedded, outer?.readText, this.lookups);
    this.reader = new TemplateReader(embedded);
  }

  template(): Template {
    return {
      references: this.reader.references,
      definitions: this.definitions,
      calls: this.calls,
      lookups: this.lookups.all(),
    };
  }

  readSection({ key, value }: TreeEntry): void {
    const place = placeInside({ scope: this.scope }, key);
    if (!value || IGNORED_SECTIONS.has(key)) return;
    if (key === 'Parameters') this.eachEntry(value, entry => this.readParameter(entry, place));
    else if (key === 'Mappings') this.eachEntry(value, entry => this.readMapping(entry, place));
    else if (key === 'Resources') this.eachEntry(value, entry => this.readResource(entry, place));
    else if (key === 'Outputs') this.eachEntry(value, entry => this.readOutput(entry, place));
    else if (key === 'Transform') this.readTransforms(value, place);
    else if (key === 'Locals') this.eachEntry(value, entry => this.readLocal(entry, place));
    else this.readNode(value, place);
  }

  /** What makes another template of this one: its name begins with whose it is, as a resource's type does. */
  private readTransforms(value: TreeNode, place: SettingPlace): void {
    for (const name of stringsOf(value))
      if (name.text.includes('::')) this.reader.addName('resource', name, place);
  }

  private eachEntry(node: TreeNode, read: (entry: TreeEntry) => void): void {
    for (const entry of entriesOf(node)) read(entry);
  }

  /** The default is one of the values that it may have; so are those that it is restricted to. */
  private readParameter({ key, keySpan, value }: TreeEntry, outer: SettingPlace): void {
    const place = placeInside(outer, key);
    const given = [childOf(value, 'Default'), childOf(value, 'AllowedValues')];
    const options = given.flatMap(node => this.values.readExpression(node) ?? []);
    for (const node of given) if (node) this.readNode(node, place);
    const [first, ...others] = options;
    const unknown: Expression = { type: 'unknown', reason: 'set-at-run-time', span: keySpan };
    this.define(key, others.length > 0 ? { type: 'choice', options, span: keySpan } : (first ?? unknown));
  }

  private readMapping({ key, keySpan, value }: TreeEntry, outer: SettingPlace): void {
    const unknown: Expression = { type: 'unknown', reason: 'syntax-error', span: keySpan };
    const table = this.values.readExpression(value) ?? unknown;
    this.definitions.push({ isTable: true, ...this.definitionOf(mappingName(key), table) });
    if (value) this.readNode(value, placeInside(outer, key));
  }

  private readLocal({ key, value }: TreeEntry, outer: SettingPlace): void {
    const given = childOf(value, 'Value');
    const expression = this.values.readExpression(given);
    if (expression) this.define(key, expression);
    if (given) this.readNode(given, placeInside(outer, key));
  }

  private readOutput({ key, value }: TreeEntry, outer: SettingPlace): void {
    const given = childOf(value, 'Value');
    const expression = this.values.readExpression(given);
    if (expression) this.define(`output.${key}`, expression);
    if (given) this.readNode(given, placeInside(outer, key));
  }

  private readResource({ key, value }: TreeEntry, outer: SettingPlace): void {
    const type = stringAt(value, 'Type');
    const named = placeInside(outer, key);
    if (!type || type.text === '') {
      // Half typed: what is there is read all the same.
      if (value) this.readNode(value, named);
      return;
    }
    const place: SettingPlace = {
      scope: named.scope,
      path: named.path,
      provider: providerOf(type),
      resourceType: type.text,
    };
    const kind = type.text.startsWith('DATASOURCE::') ? 'data-source' : 'resource';
    this.reader.addName(kind, type, place, { region: regionOf(type) });
    for (const entry of entriesOf(value)) this.readPart(entry, place);
    this.readNestedStack(key, type, childOf(value, 'Properties'));
  }

  private readPart(entry: TreeEntry, place: SettingPlace): void {
    const { key, value } = entry;
    if (!value || IGNORED_PARTS.has(key)) return;
    // A service of functions holds them by their names.
    if (stringAt(value, 'Type')?.text.includes('::')) this.readResource(entry, place);
    else if (key === 'Properties' || key === 'Metadata') this.readNode(value, place);
    else this.readNode(value, placeInside(place, key));
  }

  /** Another template of the repository, with values for its parameters. */
  private readNestedStack(name: string, type: TreeScalar, properties: TreeNode | undefined): void {
    const address = stringAt(properties, 'TemplateURL') ?? stringAt(properties, 'Location');
    if (!address || !/^\.{0,2}[\w/.-]+\.(?:ya?ml|json|template)$/.test(address.text)) return;
    const path = joinInside(dirname(this.path), address.text);
    if (path === undefined) return;
    const inputs = entriesOf(childOf(properties, 'Parameters')).flatMap(({ key, value }) => {
      const expression = this.values.readExpression(value);
      return expression ? [[key, expression] as const] : [];
    });
    this.calls.push({
      scope: this.scope,
      target: templateModule(path),
      name,
      span: type.span,
      inputs: new Map(inputs),
      inheritedPrefix: `${namespaceOf(type)}::`,
    });
  }

  private readNode(node: TreeNode, place: SettingPlace): void {
    const value = this.values.read(node);
    if (value) this.reader.readValue(value, place);
  }

  private define(name: string, value: Expression): void {
    this.definitions.push(this.definitionOf(name, value));
  }

  private definitionOf(name: string, value: Expression): Definition {
    return { scope: this.scope, name, value, precedence: 'default' };
  }
}

const IGNORED_PARTS = new Set(['Type', 'Condition', 'DependsOn', 'DeletionPolicy', 'UpdateReplacePolicy']);

/** The first word of a type names whose it is: `AWS::S3::Bucket`. */
function namespaceOf({ text }: TreeScalar): string {
  return text.replace(/::.*$/s, '');
}

function providerOf(type: TreeScalar): Expression {
  const name = namespaceOf(type);
  return { type: 'literal', value: name, span: span(type.span.start, type.span.start + name.length) };
}

/** A stack is in one region, which is chosen when it is made. */
function regionOf(type: TreeScalar): Expression {
  const name = `${namespaceOf(type)}::Region`;
  return { type: 'variable', name, span: type.span, fallback: stackRegion(type.span) };
}
