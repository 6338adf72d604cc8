import type { Definition } from '../../model/extraction.ts';
import type { Extract } from '../../model/format.ts';
import { type BlockSchema, parseHclJson } from '../../parsers/hcl/json.ts';
import type { HclBlock } from '../../parsers/hcl/tree.ts';
import { type Extracted, joinExtracted } from '../shared/hcl/extracted.ts';
import { hclExtraction, isJson } from '../shared/hcl/extraction.ts';
import { outermostPlace, type Place, within } from '../shared/hcl/place.ts';
import { bodyReferences } from '../shared/hcl/settings.ts';
import { createTerraformParser } from '../terraform/extract.ts';
import { isNotPassedOn, moduleReferences } from '../terraform/modules.ts';
import { extractProvider } from '../terraform/providers.ts';

/** An extractor with a parser of its own. */
export function createExtractTerraformTest(): Extract {
  const parser = createTerraformParser();
  return source => {
    const file = isJson(source) ? parseHclJson(source, BLOCKS, parser) : parser.parse(source);
    const place = outermostPlace(source.text, `terraform-test:${source.path}`);
    return hclExtraction(file, source, ...file.body.blocks.map(block => extractBlock(block, place)));
  };
}

const BLOCKS: BlockSchema = new Map([
  ['variables', { labels: 0 }],
  ['provider', { labels: 1 }],
  [
    'run',
    {
      labels: 1,
      blocks: new Map([
        ['variables', { labels: 0 }],
        ['module', { labels: 0 }],
      ]),
    },
  ],
]);

function extractBlock(block: HclBlock, outer: Place): Extracted {
  const place = within(outer, block.type, ...block.labels.map(label => label.text));
  switch (block.type) {
    case 'provider':
      return extractProvider(block, outer);
    case 'variables':
      return extractVariables(block, place);
    case 'run':
      return joinExtracted(block.body.blocks.map(inner => extractStep(inner, place)));
    // `mock_provider`, `override_resource`, `mock_resource`: nothing of it is used.
    default:
      return { references: [] };
  }
}

function extractStep(block: HclBlock, outer: Place): Extracted {
  const place = within(outer, block.type);
  if (block.type === 'module') return { references: moduleReferences(block.body, place) };
  return block.type === 'variables' ? extractVariables(block, place) : { references: [] };
}

function extractVariables({ body }: HclBlock, place: Place): Extracted {
  return {
    references: bodyReferences(body, { ...place, configures: 'resource' }).filter(isNotPassedOn),
    definitions: body.attributes.map(
      ({ name, value }): Definition => ({
        scope: place.scope,
        name: `var.${name}`,
        value,
        precedence: 'default',
      }),
    ),
  };
}
