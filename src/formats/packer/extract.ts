import type { Extract } from '../../model/format.ts';
import { parseHclJson } from '../../parsers/hcl/json.ts';
import { hclExtraction, isJson } from '../shared/hcl/extraction.ts';
import { outermostPlace } from '../shared/hcl/place.ts';
import { folderModule } from '../shared/modules/folder-module.ts';
import { loadTerraformParser } from '../terraform/extract.ts';
import { extractPackerBlock } from './blocks.ts';
import { PACKER_BLOCKS } from './json-schema.ts';

/** Loads the parser: Packer's names are read as Terraform's are. The extractor itself does not wait for anything. */
export async function loadExtractPacker(): Promise<Extract> {
  const parser = await loadTerraformParser();
  return source => {
    const file = isJson(source) ? parseHclJson(source, PACKER_BLOCKS, parser) : parser.parse(source);
    const place = outermostPlace(source.text, folderModule('packer', source.path));
    return hclExtraction(file, source, ...file.body.blocks.map(block => extractPackerBlock(block, place)));
  };
}
