import type { Expression } from '../../model/expression.ts';
import type { Definition, ModuleCall, Reference } from '../../model/extraction.ts';
import type { Extract } from '../../model/format.ts';
import { parseBicep } from '../../parsers/bicep/parse.ts';
import type {
  BicepDeclaration,
  BicepExpression,
  BicepObject,
  BicepString,
} from '../../parsers/bicep/tree.ts';
import type { PlacedText } from '../../parsers/placed-text.ts';
import { slicePlaced } from '../../parsers/placed-text.ts';
import { dirname, joinInside } from '../../text/path.ts';
import { readGiven } from '../arm/given-parameter.ts';
import { armModule, parameterName, templatesOfParameters, variableName } from '../arm/module.ts';
import { providerOfType } from '../arm/resource-type.ts';
import { ExpressionValues } from '../arm/values.ts';
import { suppressionComments } from '../shared/comments/suppression-comments.ts';
import { placeInside, type SettingPlace, TemplateReader } from '../shared/settings/template-reader.ts';
import { EmbeddedExpressions } from '../shared/settings/template-value.ts';
import { TableLookups } from '../shared/table-lookups.ts';
import { uniqueReferences } from '../shared/unique-references.ts';

/** Resources, modules, locations, images, variables and hosts of a Bicep file, or the values in a file of parameters. */
export const extractBicep: Extract = source => {
  const file = parseBicep(source);
  const reader = new FileReader(source.path);
  for (const declaration of file.declarations) reader.read(declaration);
  return {
    references: uniqueReferences(reader.references),
    definitions: reader.definitions(),
    calls: reader.calls,
    lookups: reader.lookups.all(),
    comments: suppressionComments(source.text, file.comments, () =>
      file.declarations.map(({ span }) => span),
    ),
    problems: file.problems,
  };
};

class FileReader {
  readonly calls: ModuleCall[] = [];
  readonly lookups: TableLookups;
  private readonly path: string;
  private readonly scope: string;
  private readonly isParameters: boolean;
  private readonly found: Definition[] = [];
  private readonly embedded = new EmbeddedExpressions();
  private readonly values: ExpressionValues;
  private readonly reader = new TemplateReader(this.embedded);
  /** The template that the parameters are for. */
  private used: string | undefined;

  constructor(path: string) {
    this.path = path;
    this.scope = armModule(path);
    this.lookups = new TableLookups(this.scope);
    this.values = new ExpressionValues(this.embedded, this.lookups);
    this.isParameters = path.endsWith('.bicepparam');
  }

  get references(): readonly Reference[] {
    return this.reader.references;
  }

  definitions(): Definition[] {
    const { used } = this;
    if (!this.isParameters) return this.found;
    if (used === this.scope) return this.found.map(each => ({ ...each, precedence: 'override' }));
    const outerScopes = used === undefined ? templatesOfParameters(this.path) : [used];
    return this.found.map(each => ({ ...each, outerScopes, precedence: 'alternative' }));
  }

  read(declaration: BicepDeclaration): void {
    const { keyword, name, value, target } = declaration;
    const place = placeInside({ scope: this.scope }, name?.name ?? keyword);
    switch (keyword) {
      case 'using':
        this.readUsing(target);
        break;
      case 'param':
        this.readParameter(declaration, place);
        break;
      case 'var':
        if (name && value) this.define(variableName(name.name), this.values.expression(value));
        this.readNamed(declaration);
        break;
      case 'output':
        if (name && value) this.define(`output.${name.name}`, this.values.expression(value));
        this.readNamed(declaration);
        break;
      case 'resource':
        this.readResource(declaration, place, '');
        break;
      case 'module':
        this.readModule(declaration, place);
        break;
      default:
    }
  }

  /** The call brings the template along. It gives nothing: whoever deploys the template may give it other parameters. */
  private readUsing(target: BicepString | undefined): void {
    const { scope } = this;
    this.used = this.localTemplate(target);
    if (!target || this.used === undefined || this.used === scope) return;
    this.calls.push({ scope, target: this.used, name: '', span: target.span, inputs: new Map() });
  }

  /** A parameter of a template has a default and allowed values; in a file of parameters it has its value. */
  private readParameter({ name, value, decorators }: BicepDeclaration, place: SettingPlace): void {
    if (!name) return;
    const allowed = decorators.find(decorator => decorator.name === 'allowed')?.arguments[0];
    const given = [value, allowed].flatMap(each => each ?? []);
    const options = given.map(each => this.values.expression(each));
    const unknown: Expression = { type: 'unknown', reason: 'set-at-run-time', span: name.span };
    const [first, ...others] = options;
    this.define(
      parameterName(name.name),
      others.length > 0 ? { type: 'choice', options, span: name.span } : (first ?? unknown),
    );
    if (this.isParameters && value)
      readGiven(this.reader, name.name, this.values.value(value), { scope: this.scope });
    else for (const each of given) this.reader.readValue(this.values.value(each), place);
  }

  private readNamed({ name, value }: Pick<BicepDeclaration, 'name' | 'value'>): void {
    if (name && value) this.reader.readSetting(name.name, this.values.value(value), { scope: this.scope });
  }

  private readResource(declaration: BicepDeclaration, outer: SettingPlace, parent: string): void {
    const type = typeOf(declaration.target);
    if (!type) return;
    const full = parent === '' ? type.text : `${parent}/${type.text}`;
    const place = { ...outer, provider: providerOfType(full, type.span), resourceType: full };
    this.eachBody(declaration.value, body => {
      const location = body.entries.find(({ key }) => key === 'location')?.value;
      const region = location && this.values.expression(location);
      this.reader.addName(
        declaration.isExisting ? 'data-source' : 'resource',
        full === type.text ? type : { text: full, span: type.span },
        place,
        region ? { region } : {},
      );
      for (const { key, value } of body.entries)
        if (!IGNORED_PARTS.has(key)) this.reader.readSetting(key, this.values.value(value), place);
      for (const inner of body.resources)
        this.readResource(inner, placeInside(outer, inner.name?.name ?? inner.keyword), full);
    });
    if (!declaration.value)
      this.reader.addName('resource', full === type.text ? type : { text: full, span: type.span }, place);
  }

  /** Another file of the repository, or one of a registry: `br:example.azurecr.io/bicep/network:v1`. */
  private readModule({ name, target, value }: BicepDeclaration, place: SettingPlace): void {
    const path =
      target?.parts.length === 1 && target.parts[0]?.type === 'text' ? target.parts[0].text : undefined;
    const local = this.localTemplate(target);
    if (path && local === undefined) this.reader.addName('module', withoutScheme(path), place);
    this.eachBody(value, body => {
      const parameters = body.entries.find(({ key }) => key === 'params')?.value;
      const given = parameters?.type === 'object' ? parameters.entries : [];
      for (const entry of given) this.reader.readSetting(entry.key, this.values.value(entry.value), place);
      if (!name || local === undefined) return;
      const inputs = given.map(
        entry => [parameterName(entry.key), this.values.expression(entry.value)] as const,
      );
      const { scope } = this;
      this.calls.push({ scope, target: local, name: name.name, span: name.span, inputs: new Map(inputs) });
    });
  }

  /** What is deployed, once or for each item of a loop. */
  private eachBody(value: BicepExpression | undefined, read: (body: BicepObject) => void): void {
    if (value?.type === 'object') read(value);
    else if (value?.type === 'loop')
      this.values.inLoop(value.variable, value.items, () => this.eachBody(value.body, read));
  }

  private localTemplate(target: BicepString | undefined): string | undefined {
    const [only] = target?.parts ?? [];
    if (only?.type !== 'text' || !/^(?!\w+:|\/)[^:]+\.(?:bicep|json|jsonc)$/i.test(only.text.text))
      return undefined;
    const path = joinInside(dirname(this.path), only.text.text);
    return path === undefined ? undefined : armModule(path);
  }

  private define(name: string, value: Expression): void {
    this.found.push({ scope: this.scope, name, value, precedence: 'default' });
  }
}

const IGNORED_PARTS = new Set(['name', 'dependsOn', 'parent', 'scope']);

/** `Microsoft.Storage/storageAccounts` of `Microsoft.Storage/storageAccounts@2023-05-01`. */
function typeOf(target: BicepString | undefined): PlacedText | undefined {
  const [only] = target?.parts ?? [];
  if (only?.type !== 'text') return undefined;
  const at = only.text.text.indexOf('@');
  const type = at < 0 ? only.text : slicePlaced(only.text, 0, at);
  return type.text === '' ? undefined : type;
}

function withoutScheme(path: PlacedText): PlacedText {
  const scheme = /^(?:br|ts)[:/]/.exec(path.text)?.[0].length ?? 0;
  return slicePlaced(path, scheme, path.text.length);
}
