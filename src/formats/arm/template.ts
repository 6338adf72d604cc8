import type { Expression } from '../../model/expression.ts';
import type { Definition, ModuleCall, Reference } from '../../model/extraction.ts';
import { parseBicepExpression } from '../../parsers/bicep/expression.ts';
import { withoutVariables } from '../../parsers/interpolation.ts';
import { slicePlaced } from '../../parsers/placed-text.ts';
import { childOf, type TreeEntry, type TreeNode, type TreeScalar } from '../../parsers/tree.ts';
import { dirname, joinInside } from '../../text/path.ts';
import { PlainValueReader } from '../shared/settings/plain-values.ts';
import { placeInside, type SettingPlace, TemplateReader } from '../shared/settings/template-reader.ts';
import { computedValue, EmbeddedExpressions, type TemplateValue } from '../shared/settings/template-value.ts';
import { entriesOf, nodeAt, stringAt } from '../shared/tree-access.ts';
import { readGiven } from './given-parameter.ts';
import { armModule, parameterName, variableName } from './module.ts';
import { providerOfType } from './resource-type.ts';
import { ExpressionValues } from './values.ts';

/** Reads a template (https://learn.microsoft.com/en-us/azure/azure-resource-manager/templates/syntax). */
export class ArmTemplate {
  readonly definitions: Definition[] = [];
  readonly calls: ModuleCall[] = [];
  private readonly path: string;
  private readonly embedded = new EmbeddedExpressions();
  private readonly expressions = new ExpressionValues(this.embedded);
  private readonly values = new PlainValueReader(this.embedded, scalar => this.readText(scalar));
  private readonly reader = new TemplateReader(this.embedded);

  constructor(path: string) {
    this.path = path;
  }

  get references(): readonly Reference[] {
    return this.reader.references;
  }

  /** @param scope of the template's names. */
  readTemplate(root: TreeNode, place: SettingPlace): void {
    const inside = (key: string): SettingPlace => placeInside(place, key);
    for (const entry of entriesOf(childOf(root, 'parameters')))
      this.readParameter(entry, inside('parameters'));
    this.readOwn(root, place);
  }

  /** A file of values for parameters. */
  readParameters(root: TreeNode, scope: string, outerScopes: readonly string[]): void {
    for (const { key, value } of entriesOf(childOf(root, 'parameters'))) {
      const given = childOf(value, 'value');
      if (!given) continue;
      const expression = this.values.readExpression(given);
      const precedence = outerScopes.length === 0 ? 'override' : 'alternative';
      const definition = { scope, name: parameterName(key), value: expression, precedence } as const;
      this.definitions.push(outerScopes.length === 0 ? definition : { outerScopes, ...definition });
      readGiven(this.reader, key, this.values.read(given), placeInside({ scope }, 'parameters'));
    }
  }

  /** All but the parameters: a template inside of another one can have those of the outer one. */
  private readOwn(root: TreeNode, place: SettingPlace): void {
    for (const { key, value } of entriesOf(childOf(root, 'variables'))) {
      if (!value) continue;
      this.define(place.scope, variableName(key), this.values.readExpression(value));
      this.reader.readSetting(key, this.values.read(value), placeInside(place, 'variables'));
    }
    this.readResources(childOf(root, 'resources'), placeInside(place, 'resources'), '');
    for (const { key, value } of entriesOf(childOf(root, 'outputs'))) {
      const given = childOf(value, 'value');
      if (!given) continue;
      this.define(place.scope, `output.${key}`, this.values.readExpression(given));
      this.reader.readSetting(key, this.values.read(given), placeInside(place, 'outputs'));
    }
  }

  private readParameter({ key, keySpan, value }: TreeEntry, place: SettingPlace): void {
    const given = [childOf(value, 'defaultValue'), childOf(value, 'allowedValues')].flatMap(
      node => node ?? [],
    );
    const options = given.map(node => this.values.readExpression(node));
    const unknown: Expression = { type: 'unknown', reason: 'set-at-run-time', span: keySpan };
    const [first, ...others] = options;
    this.define(
      place.scope,
      parameterName(key),
      others.length > 0 ? { type: 'choice', options, span: keySpan } : (first ?? unknown),
    );
    for (const node of given) this.reader.readValue(this.values.read(node), placeInside(place, key));
  }

  /** A list, or by symbolic names a map. */
  private readResources(node: TreeNode | undefined, place: SettingPlace, parent: string): void {
    const resources =
      node?.kind === 'list' ? node.items : entriesOf(node).flatMap(({ value }) => value ?? []);
    for (const resource of resources) this.readResource(resource, place, parent);
  }

  private readResource(resource: TreeNode, outer: SettingPlace, parent: string): void {
    const type = stringAt(resource, 'type');
    if (!type || type.text === '') {
      this.reader.readValue(this.values.read(resource), outer);
      return;
    }
    const full = parent === '' ? type.text : `${parent}/${type.text}`;
    const named = placeInside(outer, stringAt(resource, 'name')?.text ?? type.text);
    const place: SettingPlace = { ...named, provider: providerOfType(full, type.span), resourceType: full };
    this.addResource(type, full, childOf(resource, 'location'), place);
    for (const { key, value } of entriesOf(resource)) {
      if (!value || IGNORED_PARTS.has(key)) continue;
      if (key === 'resources') this.readResources(value, named, full);
      else if (key === 'properties' && IS_DEPLOYMENT.test(full)) this.readDeployment(value, place);
      else this.reader.readSetting(key, this.values.read(value), place);
    }
    this.readLink(resource, place);
  }

  private addResource(
    type: TreeScalar,
    full: string,
    location: TreeNode | undefined,
    place: SettingPlace,
  ): void {
    const name = full === type.text ? type : { text: full, span: type.span };
    const region = location && this.values.readExpression(location);
    this.reader.addName('resource', name, place, region ? { region } : {});
  }

  /** A template inside of the template: with names of its own, or with those of the outer one. */
  private readDeployment(properties: TreeNode, place: SettingPlace): void {
    const template = childOf(properties, 'template');
    if (!template) {
      this.reader.readSetting('properties', this.values.read(properties), place);
      return;
    }
    const isOwn = stringAt(childOf(properties, 'expressionEvaluationOptions'), 'scope')?.text === 'inner';
    const inside = placeInside({ scope: place.scope, ...(place.path && { path: place.path }) }, 'template');
    if (isOwn) {
      const scope = `${place.scope}#${template.span.start}`;
      this.call(place, scope, properties);
      this.readTemplate(template, { ...inside, scope });
    } else this.readOwn(template, inside);
  }

  /** `templateLink: { relativePath }`: another template of the repository. */
  private readLink(resource: TreeNode, place: SettingPlace): void {
    const properties = childOf(resource, 'properties');
    const link = stringAt(childOf(properties, 'templateLink'), 'relativePath');
    const path = link && joinInside(dirname(this.path), link.text);
    if (path !== undefined && properties) this.call(place, armModule(path), properties);
  }

  private call(place: SettingPlace, target: string, properties: TreeNode): void {
    const inputs = entriesOf(childOf(properties, 'parameters')).flatMap(({ key, value }) => {
      const given = nodeAt(value, 'value');
      return given ? [[parameterName(key), this.values.readExpression(given)] as const] : [];
    });
    const name = place.path?.segment ?? '';
    this.calls.push({ scope: place.scope, target, name, span: properties.span, inputs: new Map(inputs) });
  }

  /** `[…]` is an expression, `[[…]` a text that begins with a bracket. */
  private readText(scalar: TreeScalar): TemplateValue {
    const { text } = scalar;
    if (!text.startsWith('[') || !text.endsWith(']') || text.length < 2)
      return { kind: 'text', text: withoutVariables(scalar) };
    if (text.startsWith('[['))
      return { kind: 'text', text: withoutVariables(slicePlaced(scalar, 1, text.length)) };
    const inside = slicePlaced(scalar, 1, text.length - 1);
    const value = this.expressions.value(parseBicepExpression(inside, 'arm'));
    return value.kind === 'expression' && value.expression.span.end <= value.expression.span.start
      ? computedValue({ ...value.expression, span: inside.span }, value.parts)
      : value;
  }

  private define(scope: string, name: string, value: Expression): void {
    this.definitions.push({ scope, name, value, precedence: 'default' });
  }
}

/** https://learn.microsoft.com/en-us/azure/templates/microsoft.resources/deployments */
const IS_DEPLOYMENT = /\/deployments$/i;

/** Names, versions and what only orders the deployment. */
const IGNORED_PARTS = new Set([
  'type',
  'apiVersion',
  'name',
  'dependsOn',
  'comments',
  'metadata',
  'condition',
]);
