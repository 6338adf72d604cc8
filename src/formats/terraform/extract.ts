import type { Extract } from '../../model/format.ts';
import { parseHclJson } from '../../parsers/hcl/json.ts';
import { createHclParser, type HclParser } from '../../parsers/hcl/parse.ts';
import { hclExtraction, isJson } from '../shared/hcl/extraction.ts';
import { BlockReader } from './blocks.ts';
import { JSON_BLOCKS } from './json-schema.ts';
import { readTerraformName } from './names.ts';

/** An extractor with a parser of its own. It remembers the blocks that it has read: while somebody types, one of many changes. */
export function createExtractTerraform(): Extract {
  const parser = createTerraformParser();
  const blocks = new BlockReader();
  return source => {
    const file = isJson(source) ? parseHclJson(source, JSON_BLOCKS, parser) : parser.parse(source);
    return hclExtraction(file, source, blocks.read(file, source));
  };
}

/** A parser for files in Terraform's language, with a memory of its own. */
export function createTerraformParser(): HclParser {
  return createHclParser(readTerraformName);
}
