import type { ModuleCall } from '../../model/extraction.ts';
import { attributeOf, type HclBlock } from '../../parsers/hcl/tree.ts';
import { joinInside } from '../../text/path.ts';
import type { Extracted } from '../shared/hcl/extracted.ts';
import type { TerragruntFile } from './configuration.ts';
import { pathsOf } from './paths.ts';
import { scopeOfFile } from './scopes.ts';

/**
 * `dependency "vpc" { config_path = "../vpc" }`: what that unit's module gives is known here
 * (https://terragrunt.gruntwork.io/docs/reference/config-blocks-and-attributes/#dependency). What it gives in a dry run
 * is no use of it.
 */
export function extractDependency(block: HclBlock, file: TerragruntFile): Extracted {
  const [label] = block.labels;
  const path = attributeOf(block.body, 'config_path')?.value;
  if (!label?.text || !path) return { references: [] };
  const calls = pathsOf(path, file.path, file.locals).flatMap((place): ModuleCall[] => {
    const target = place.endsWith('.hcl') ? place : joinInside(place, 'terragrunt.hcl');
    if (target === undefined) return [];
    const call = { scope: scopeOfFile(file.path), target: scopeOfFile(target), span: label.span };
    return [{ ...call, name: `dependency.${label.text}`, inputs: new Map() }];
  });
  return { references: [], calls };
}
