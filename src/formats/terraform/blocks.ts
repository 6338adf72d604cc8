import type { Definition } from '../../model/extraction.ts';
import type { HclBlock, HclBody } from '../../parsers/hcl/tree.ts';
import { basename } from '../../text/path.ts';
import { type Extracted, joinExtracted } from '../shared/hcl/extracted.ts';
import { outermostPlace, type Place, within } from '../shared/hcl/place.ts';
import { bodyReferences } from '../shared/hcl/settings.ts';
import { extractBackend, extractCloud } from './backends.ts';
import { extractModule } from './modules.ts';
import { extractProvider, extractRequiredProviders } from './providers.ts';
import { extractResource } from './resources.ts';
import { moduleOfFile } from './scope.ts';
import { extractLocals, extractOutput, extractVariable } from './values.ts';

/** What the top-level blocks of a configuration file say, in the native or the JSON syntax. */
export function extractFile(body: HclBody, path: string, text: string): Required<Extracted> {
  const place = outermostPlace(text, moduleOfFile(path));
  return extractBlocks(body, place, isOverrideFile(path) ? 'override' : 'default');
}

/** The same for blocks that stand elsewhere than in a file of their own; `place` is outside of all of them. */
export function extractBlocks(
  body: HclBody,
  place: Place,
  precedence: Definition['precedence'],
): Required<Extracted> {
  return joinExtracted(body.blocks.map(block => extractBlock(block, place, precedence)));
}

/** Files that are merged over the others (https://developer.hashicorp.com/terraform/language/files/override). */
function isOverrideFile(path: string): boolean {
  return /(?:^|_)override\.(?:tf|tofu)(?:\.json)?$/.test(basename(path));
}

function extractBlock(block: HclBlock, place: Place, precedence: Definition['precedence']): Extracted {
  switch (block.type) {
    case 'terraform':
      return joinExtracted(block.body.blocks.map(inner => extractTerraformSetting(inner, place)));
    case 'provider':
      return extractProvider(block, place);
    case 'resource':
    case 'data':
    case 'ephemeral':
      return extractResource(block, place);
    case 'module':
      return extractModule(block, place);
    case 'variable':
      return extractVariable(block, place, precedence);
    case 'locals':
      return extractLocals(block, place, precedence);
    case 'output':
      return extractOutput(block, place, precedence);
    case 'check':
      return extractCheck(block, place);
    default:
      return {
        references: bodyReferences(
          block.body,
          within(place, block.type, ...block.labels.map(label => label.text)),
        ),
      };
  }
}

/** https://developer.hashicorp.com/terraform/language/block/terraform */
function extractTerraformSetting(block: HclBlock, place: Place): Extracted {
  switch (block.type) {
    case 'required_providers':
      return extractRequiredProviders(block, place);
    case 'backend':
      return extractBackend(block, place);
    case 'cloud':
      return extractCloud(block, place);
    default:
      return { references: [] };
  }
}

/** `check "health" { data "http" … { … } assert { … } }` */
function extractCheck(block: HclBlock, outer: Place): Extracted {
  const place = within(outer, 'check', ...block.labels.map(label => label.text));
  return joinExtracted(
    block.body.blocks.filter(inner => inner.type === 'data').map(inner => extractResource(inner, place)),
  );
}
