import type { Extract } from '../../model/format.ts';
import { parseHclJson } from '../../parsers/hcl/json.ts';
import { type HclParser, loadHclParser } from '../../parsers/hcl/parse.ts';
import { hclExtraction, isJson } from '../shared/hcl/extraction.ts';
import { BlockReader } from './blocks.ts';
import { JSON_BLOCKS } from './json-schema.ts';
import { readTerraformName } from './names.ts';

/** Loads the parser. The extractor remembers the blocks that it has read: while somebody types, one of many changes. */
export async function loadExtractTerraform(): Promise<Extract> {
  const parser = await loadTerraformParser();
  const blocks = new BlockReader();
  return source => {
    const file = isJson(source) ? parseHclJson(source, JSON_BLOCKS, parser) : parser.parse(source);
    return hclExtraction(file, source, blocks.read(file, source));
  };
}

/** A parser for files in Terraform's language, with a memory of its own. */
export function loadTerraformParser(): Promise<HclParser> {
  return loadHclParser(readTerraformName);
}
