import type { Expression } from '../../../model/expression.ts';
import type { Reference } from '../../../model/extraction.ts';
import type { ReferenceKind } from '../../../model/vocabulary.ts';
import { literalText, visibleText, withoutVariables } from '../../../parsers/interpolation.ts';
import { type PlacedText, PlacedTextBuilder } from '../../../parsers/placed-text.ts';
import { unknownVariable, type VariableLookUp } from '../expressions.ts';
import { isLocationId } from '../hcl/elements.ts';
import { openHosts } from '../open-hosts.ts';
import { imageReferences } from '../packages/image-reference.ts';
import { startUpReferences } from '../start-up/start-up.ts';
import { stringReferences, type Where } from '../strings.ts';
import { inside, segmentsOf, type TreePath } from '../tree-path.ts';
import { environmentReferences, variableNameReference } from './environment.ts';
import {
  isEnvironmentName,
  isImageName,
  isProseSetting,
  isRegionName,
  isScriptSetting,
  isSettingList,
  snakeCase,
} from './setting-names.ts';
import {
  type EmbeddedExpressions,
  spanOfValue,
  type TemplateMap,
  type TemplateText,
  type TemplateValue,
  valueExpression,
  writtenTexts,
} from './template-value.ts';

/** Where a setting stands. */
export interface SettingPlace {
  readonly scope: string;
  readonly path?: TreePath | undefined;
  /** Of the resource or provider that the setting configures: only there a region is one. */
  readonly provider?: Expression | undefined;
  readonly resourceType?: string | undefined;
}

/** One step further in. Written out, as every setting of every file comes by here. */
export function placeInside(
  { scope, path, provider, resourceType }: SettingPlace,
  segment: string,
): SettingPlace {
  return { scope, path: inside(path, segment), provider, resourceType };
}

/** Gathers what the settings of a template refer to: by their names where these tell, else by what their texts name. */
export class TemplateReader {
  readonly references: Reference[] = [];
  private readonly embedded: EmbeddedExpressions;

  constructor(embedded: EmbeddedExpressions) {
    this.embedded = embedded;
  }

  /** Anything that is compared as it stands. */
  addName(
    kind: ReferenceKind,
    name: PlacedText,
    place: SettingPlace,
    more: Pick<Reference, 'provider' | 'region'> = {},
  ): void {
    if (name.text === '') return;
    const value = { type: 'literal', value: name.text, span: name.span } as const;
    this.references.push({ kind, value, span: name.span, ...more, ...whereOf(place) });
  }

  /** What a value stands for, compared as a whole. */
  addValue(kind: ReferenceKind, value: TemplateValue, place: SettingPlace): void {
    const span = spanOfValue(value);
    if (span.end <= span.start) return;
    const expression = valueExpression(value, this.embedded.lookUp);
    this.references.push({ kind, value: expression, span, ...whereOf(place) });
  }

  readSettings(map: TemplateMap, place: SettingPlace): void {
    for (const { key, value } of map.entries) this.readSetting(key, value, place);
  }

  readSetting(name: string, value: TemplateValue, outer: SettingPlace): void {
    const setting = snakeCase(name);
    if (isProseSetting(setting)) return;
    const place = placeInside(outer, name);
    if (isImageName(setting)) this.readImage(value, place);
    else if (isScriptSetting(setting)) this.readScript(value, place);
    else if (isEnvironmentName(setting) || isSettingList(setting)) this.readEnvironment(value, place);
    else {
      if (place.provider && isRegionName(setting) && !name.includes(':')) this.readRegion(value, place);
      this.readValue(value, place);
    }
  }

  /** Hosts and resource names in any text. */
  readValue(value: TemplateValue, place: SettingPlace): void {
    if (value.kind === 'text') {
      this.add(stringReferences(value.text, whereOf(place), this.embedded.lookUp));
      this.add(openHosts(value.text, whereOf(place), this.embedded.lookUp));
    } else if (value.kind === 'map') this.readSettings(value, place);
    else {
      for (const text of value.kind === 'expression' ? writtenTexts(value.expression) : [])
        this.add(stringReferences(withoutVariables(text), whereOf(place)));
      this.readParts(value, place, (part, inner) => this.readValue(part, inner));
    }
  }

  /** Regions and zones: each text, or what a name stands for. */
  readRegion(value: TemplateValue, place: SettingPlace): void {
    if (value.kind === 'text') {
      const literal = literalText(value.text);
      if (literal && !isLocationId(literal.text)) return;
      this.addValue('region', value, place);
    } else if (value.kind === 'expression') {
      this.addValue('region', value, place);
    } else if (value.kind !== 'map') {
      this.readParts(value, place, (part, inner) => this.readRegion(part, inner));
    }
  }

  private readImage(value: TemplateValue, place: SettingPlace): void {
    if (value.kind === 'text') {
      if (/\s/.test(visibleText(value.text).text.trim())) return;
      this.add(imageReferences(value.text, whereOf(place), this.embedded.lookUp));
    } else if (value.kind === 'expression') {
      this.addValue('image', value, place);
    } else if (value.kind === 'map') this.readSettings(value, place);
    else this.readParts(value, place, (part, inner) => this.readImage(part, inner));
  }

  private readScript(value: TemplateValue, place: SettingPlace): void {
    if (value.kind === 'text') this.add(this.scriptReferences(value, place));
    else if (value.kind === 'map') this.readSettings(value, place);
    else this.readParts(value, place, (part, inner) => this.readScript(part, inner));
  }

  private scriptReferences(value: TemplateText, place: SettingPlace): Reference[] {
    const lookUp: VariableLookUp = (name, span, fallback) =>
      name.startsWith(STANDS_FOR)
        ? this.embedded.lookUp(name.slice(STANDS_FOR.length), span)
        : unknownVariable(name, span, fallback);
    return startUpReferences(scriptOf(value), { where: whereOf(place), lookUp });
  }

  /** A map from names to values, or a list of `{ name, value }`. What only describes the environment is settings. */
  private readEnvironment(value: TemplateValue, place: SettingPlace): void {
    if (value.kind === 'map') {
      for (const { key, keySpan, value: inner } of value.entries) {
        if (isEnvironmentMap(key)) this.readEnvironment(inner, placeInside(place, key));
        else if (VARIABLE_NAME.test(key)) this.readVariable({ text: key, span: keySpan }, inner, place);
        else this.readSetting(key, inner, place);
      }
    } else if (value.kind === 'list') {
      for (const item of value.items) this.readPair(item, place);
    } else this.readValue(value, place);
  }

  private readPair(item: TemplateValue, place: SettingPlace): void {
    const entryOf = (wanted: string): TemplateValue | undefined =>
      item.kind === 'map' ? item.entries.find(({ key }) => key.toLowerCase() === wanted)?.value : undefined;
    const name = entryOf('name');
    const literal = name?.kind === 'text' ? literalText(name.text) : undefined;
    if (literal) this.readVariable(literal, entryOf('value'), place);
    else this.readValue(item, place);
  }

  private readVariable(name: PlacedText, value: TemplateValue | undefined, outer: SettingPlace): void {
    const where = whereOf(placeInside(outer, name.text));
    if (value?.kind === 'text') {
      this.add(environmentReferences(name, value.text, where, this.embedded.lookUp));
    } else {
      this.add(variableNameReference(name, where));
      if (value) this.readValue(value, placeInside(outer, name.text));
    }
  }

  private readParts(
    value: Exclude<TemplateValue, TemplateText | TemplateMap>,
    place: SettingPlace,
    read: (part: TemplateValue, place: SettingPlace) => void,
  ): void {
    if (value.kind === 'list') {
      for (const [index, item] of value.items.entries())
        read(item, placeInside(place, segmentOf(item, index)));
    } else {
      for (const part of value.kind === 'choice' ? value.options : value.parts) read(part, place);
    }
  }

  private add(references: readonly Reference[]): void {
    for (const reference of references) this.references.push(reference);
  }
}

/** The script as a shell gets it, with a variable of the shell's in place of each expression. */
function scriptOf({ text }: TemplateText): PlacedText {
  const builder = new PlacedTextBuilder();
  for (const part of text.parts) {
    if (part.type === 'text') builder.appendSlice(part.text, 0, part.text.text.length);
    else builder.append(`\${${STANDS_FOR}${part.name}}`, part.span);
  }
  return builder.build(text.span);
}

const STANDS_FOR = 'TEMPLATE_EXPRESSION_';

/** Where the references of a setting stand. */
function whereOf({ scope, path, provider, resourceType }: SettingPlace): Where {
  return {
    scope,
    structuralPath: segmentsOf(path),
    ...(provider && { provider }),
    ...(resourceType !== undefined && { resourceType }),
  };
}

function isEnvironmentMap(key: string): boolean {
  const name = snakeCase(key);
  return name === 'variables' || isEnvironmentName(name);
}

/** By custom; a key in lower case describes the environment instead. */
const VARIABLE_NAME = /^[A-Z_][A-Z0-9_]*$/;

/** What a list's item is called: its name, else its number. */
function segmentOf(item: TemplateValue, index: number): string {
  const named = item.kind === 'map' ? item.entries.find(({ key }) => NAMING_KEYS.has(key))?.value : undefined;
  const literal = named?.kind === 'text' ? literalText(named.text) : undefined;
  return literal?.text ? literal.text : String(index);
}

const NAMING_KEYS: ReadonlySet<string> = new Set(['Name', 'name', 'key', 'Key', 'id', 'Id']);
