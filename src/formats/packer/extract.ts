import type { Extract } from '../../model/format.ts';
import { parseHclJson } from '../../parsers/hcl/json.ts';
import { hclExtraction, isJson } from '../shared/hcl/extraction.ts';
import { outermostPlace } from '../shared/hcl/place.ts';
import { folderModule } from '../shared/modules/folder-module.ts';
import { createTerraformParser } from '../terraform/extract.ts';
import { extractPackerBlock } from './blocks.ts';
import { PACKER_BLOCKS } from './json-schema.ts';

/** An extractor with a parser of its own: Packer's names are read as Terraform's are. */
export function createExtractPacker(): Extract {
  const parser = createTerraformParser();
  return source => {
    const file = isJson(source) ? parseHclJson(source, PACKER_BLOCKS, parser) : parser.parse(source);
    const place = outermostPlace(source.text, folderModule('packer', source.path));
    return hclExtraction(file, source, ...file.body.blocks.map(block => extractPackerBlock(block, place)));
  };
}
