import type { CollectionItem, Expression } from '../../model/expression.ts';
import type { Definition, Reference } from '../../model/extraction.ts';
import { attributeOf, blocksOf } from '../../parsers/hcl/tree.ts';
import type { Extracted } from '../shared/hcl/extracted.ts';
import { type Place, within } from '../shared/hcl/place.ts';
import { settingReferences } from '../shared/hcl/settings.ts';
import { isNotPassedOn } from '../terraform/modules.ts';
import type { TerragruntFile } from './configuration.ts';
import { INCLUDING_INPUTS, includedInputs } from './includes.ts';

/** `inputs = { … }`: values for the module's variables, which generated code can use too. */
export function extractInputs(file: TerragruntFile): Extracted {
  const value = attributeOf(file.body, 'inputs')?.value;
  if (!value) return { references: [] };
  const place: Place = { ...within(file.place, 'inputs'), configures: 'resource' };
  const { scope } = place;
  return {
    references: partsOf(value)
      .flatMap(part => inputReferences(part, place))
      .filter(isNotPassedOn),
    definitions: [
      { scope, name: 'output.inputs', value, precedence: 'default' },
      ...writtenInputs(value).map(
        (item): Definition => ({ scope, name: `var.${item.key}`, value: item.value, precedence: 'default' }),
      ),
    ],
  };
}

/** The inputs of the file that are written out, by the module's names for them. */
export function inputsByName({ body }: TerragruntFile): Map<string, Expression> {
  const value = attributeOf(body, 'inputs')?.value;
  return new Map(value ? writtenInputs(value).map(item => [`var.${item.key}`, item.value]) : []);
}

/** An object that holds the inputs which the file takes over: from what it includes, or from what includes it. */
export function otherInputs(file: TerragruntFile, span: Expression['span']): Expression {
  const value = attributeOf(file.body, 'inputs')?.value;
  const includes = blocksOf(file.body, 'include').length > 0;
  const including: Expression = { type: 'variable', name: INCLUDING_INPUTS, span };
  return {
    type: 'choice',
    options: [
      ...(value && value.type !== 'collection' ? [value] : []),
      ...(includes ? includedInputs(file) : [including]),
    ],
    span,
  };
}

/** `merge(a, { … })` has some that are written out. */
function partsOf(value: Expression): readonly Expression[] {
  return value.type === 'call' && value.name === 'merge' ? value.arguments : [value];
}

type Written = CollectionItem & { readonly key: string };

function writtenInputs(value: Expression): Written[] {
  return partsOf(value).flatMap(part =>
    part.type === 'collection' ? part.items.filter((item): item is Written => item.key !== undefined) : [],
  );
}

function inputReferences(part: Expression, place: Place): Reference[] {
  if (part.type !== 'collection') return settingReferences('inputs', part, place);
  return part.items.flatMap(({ key, value }) => settingReferences(key ?? 'inputs', value, place));
}
