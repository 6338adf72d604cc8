import type { Expression } from '../../model/expression.ts';
import type { ModuleCall, Reference } from '../../model/extraction.ts';
import { attributeOf, type HclBlock } from '../../parsers/hcl/tree.ts';
import { joinInside } from '../../text/path.ts';
import type { Extracted } from '../shared/hcl/extracted.ts';
import { flatten, sliceFlat } from '../shared/hcl/flat-text.ts';
import { type Place, referenceAt, within } from '../shared/hcl/place.ts';
import { bodyReferences } from '../shared/hcl/settings.ts';
import { isNotPassedOn } from '../terraform/modules.ts';
import { REGION_OF } from '../terraform/providers.ts';
import { moduleOfFolder } from '../terraform/scope.ts';
import type { TerragruntFile } from './configuration.ts';
import { inputsByName, otherInputs } from './inputs.ts';
import { pathsOf } from './paths.ts';
import { scopeOfFile } from './scopes.ts';

/** `terraform { source = "…" }`: the module that the inputs are for, in this tree or elsewhere. */
export function extractSource(block: HclBlock, file: TerragruntFile): Extracted {
  const source = attributeOf(block.body, 'source')?.value;
  if (!source) return { references: [] };
  const place = within(file.place, 'terraform', 'source');
  const calls = pathsOf(source, file.path, file.locals).map(
    (folder): ModuleCall => ({
      scope: file.place.scope,
      target: moduleOfFolder(folder),
      name: 'terraform',
      span: block.typeSpan,
      givesOutputs: true,
      inputs: inputsByName(file),
      otherInputs: { prefix: 'var.', value: otherInputs(file, source.span) },
      inheritedPrefix: REGION_OF,
    }),
  );
  return { references: moduleReferences(source, place), calls };
}

/** `unit "vpc" { source = "../units/vpc", path = "vpc", values = { … } }` of a stack. */
export function extractUnit(block: HclBlock, file: TerragruntFile): Extracted {
  const place = within(file.place, block.type, ...block.labels.map(label => label.text));
  const source = attributeOf(block.body, 'source')?.value;
  const values = attributeOf(block.body, 'values')?.value;
  const given = values?.type === 'collection' ? values.items : [];
  const inputs = new Map(given.map(({ key = '', value }) => [`values.${key}`, value]));
  const folders = source ? pathsOf(source, file.path, file.locals) : [];
  const calls = folders.flatMap(folder =>
    ['terragrunt.hcl', 'terragrunt.stack.hcl'].flatMap((name): ModuleCall[] => {
      const path = joinInside(folder, name);
      if (path === undefined) return [];
      const call = { scope: file.place.scope, target: scopeOfFile(path), name: 'unit', span: block.typeSpan };
      return [{ ...call, inputs }];
    }),
  );
  return {
    references: [
      ...(source ? moduleReferences(source, within(place, 'source')) : []),
      ...bodyReferences(block.body, { ...place, configures: 'resource' }, NAMES).filter(isNotPassedOn),
    ],
    calls,
  };
}

const NAMES: ReadonlySet<string> = new Set(['source', 'path']);

/** The module's address, unless it is a folder of the tree; `tfr://` is how Terragrunt writes that of a registry. */
function moduleReferences(source: Expression, place: Place): Reference[] {
  if (source.type !== 'literal' && source.type !== 'template') {
    return source.type === 'variable' || source.type === 'member'
      ? [referenceAt(place, 'module', source, source.span)]
      : [];
  }
  const flat = flatten(source, place.text);
  if (!isRemote(flat.text)) return [];
  const start = /^tfr:\/\/\/?/.exec(flat.text)?.[0].length ?? 0;
  const address = sliceFlat(flat, start, flat.text.length);
  return address.type === 'literal' && address.value === ''
    ? []
    : [referenceAt(place, 'module', address, source.span)];
}

/** Anything but a path. */
function isRemote(source: string): boolean {
  return /^[\w+.-]+:|^(?:github\.com|bitbucket\.org)\/|^git@/.test(source);
}
