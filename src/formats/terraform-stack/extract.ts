import type { Definition, Reference } from '../../model/extraction.ts';
import type { Extract } from '../../model/format.ts';
import { attributeOf, type HclBlock } from '../../parsers/hcl/tree.ts';
import type { Extracted } from '../shared/hcl/extracted.ts';
import { hclExtraction } from '../shared/hcl/extraction.ts';
import { outermostPlace, type Place, within } from '../shared/hcl/place.ts';
import { loopVariablesOf } from '../shared/hcl/repetition.ts';
import { bodyReferences, settingReferences } from '../shared/hcl/settings.ts';
import { folderModule } from '../shared/modules/folder-module.ts';
import { createTerraformParser } from '../terraform/extract.ts';
import { isNotPassedOn, moduleReferences } from '../terraform/modules.ts';
import { extractProvider, extractRequiredProviders } from '../terraform/providers.ts';
import { extractLocals, extractVariable } from '../terraform/values.ts';

/** An extractor with a parser of its own. */
export function createExtractTerraformStack(): Extract {
  const parser = createTerraformParser();
  return source => {
    const file = parser.parse(source);
    const place = outermostPlace(source.text, folderModule('terraform-stack', source.path));
    return hclExtraction(file, source, ...file.body.blocks.map(block => extractBlock(block, place)));
  };
}

function extractBlock(block: HclBlock, outer: Place): Extracted {
  const place = within(outer, block.type, ...block.labels.map(label => label.text));
  switch (block.type) {
    case 'required_providers':
      return extractRequiredProviders(block, outer);
    case 'provider':
      return extractProvider(block, { ...outer, loops: loopVariablesOf(block.body, outer.loops) });
    case 'variable':
      return extractVariable(block, outer, 'default');
    case 'locals':
      return extractLocals(block, outer, 'default');
    case 'component':
    case 'stack':
      return { references: componentReferences(block, place) };
    case 'deployment':
      return extractDeployment(block, place);
    default:
      return { references: bodyReferences(block.body, place) };
  }
}

/** `component "network" { source = …, providers = …, inputs = { … } }` */
function componentReferences({ body }: HclBlock, outer: Place): Reference[] {
  const place: Place = { ...outer, loops: loopVariablesOf(body, outer.loops), configures: 'resource' };
  return [
    ...moduleReferences(body, place),
    ...bodyReferences(body, place, META_ARGUMENTS).filter(isNotPassedOn),
  ];
}

const META_ARGUMENTS: ReadonlySet<string> = new Set(['source', 'version', 'providers', 'depends_on']);

/** `deployment "prod" { inputs = { … } }`: one of the values that the stack's variables have. */
function extractDeployment({ body }: HclBlock, place: Place): Extracted {
  const inputs = attributeOf(body, 'inputs')?.value;
  const given = inputs?.type === 'collection' ? inputs.items : [];
  return {
    references: inputs ? settingReferences('inputs', inputs, place) : [],
    definitions: given.map(
      ({ key = '', value }): Definition => ({
        scope: place.scope,
        name: `var.${key}`,
        value,
        precedence: 'alternative',
      }),
    ),
  };
}
