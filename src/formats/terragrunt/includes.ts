import type { Expression } from '../../model/expression.ts';
import type { ModuleCall } from '../../model/extraction.ts';
import { attributeOf, blocksOf, type HclBlock } from '../../parsers/hcl/tree.ts';
import type { Extracted } from '../shared/hcl/extracted.ts';
import { REGION_OF } from '../terraform/providers.ts';
import type { TerragruntFile } from './configuration.ts';
import { pathsOf } from './paths.ts';
import { handDown, scopeOfFile, searchesFrom } from './scopes.ts';

/** What a file that is included knows of the inputs of the one that includes it. */
export const INCLUDING_INPUTS = 'including.inputs';

/**
 * `include "root" { path = find_in_parent_folders("root.hcl") }`: the file's own locals and inputs become known here,
 * and it is read as if it stood here.
 */
export function extractInclude(block: HclBlock, file: TerragruntFile): Extracted {
  const path = attributeOf(block.body, 'path')?.value;
  if (!path) return { references: [] };
  const name = nameOf(block);
  const scope = scopeOfFile(file.path);
  const inputs = attributeOf(file.body, 'inputs')?.value;
  const calls = pathsOf(path, file.path, file.locals).flatMap((included): ModuleCall[] => [
    {
      scope,
      target: scopeOfFile(included),
      name,
      span: block.typeSpan,
      givesOutputs: true,
      inputs: new Map<string, Expression>(inputs ? [[INCLUDING_INPUTS, inputs]] : []),
    },
    ...searchesFrom(file.path, included),
    // A provider that the included file generates is this one's too.
    handDown(scopeOfFile(included), scope, REGION_OF),
  ]);
  return { references: [], calls };
}

/** The inputs of everything that the file includes. */
export function includedInputs({ body }: TerragruntFile): Expression[] {
  return blocksOf(body, 'include').map(block => ({
    type: 'variable',
    name: `${nameOf(block)}.inputs`,
    span: block.typeSpan,
  }));
}

function nameOf({ labels: [label] }: HclBlock): string {
  return label?.text ? `include.${label.text}` : 'include';
}
