import type { Extract } from '../../model/format.ts';
import { parseHclJson } from '../../parsers/hcl/json.ts';
import { type HclParser, loadHclParser } from '../../parsers/hcl/parse.ts';
import { hclExtraction, isJson } from '../shared/hcl/extraction.ts';
import { extractFile } from './blocks.ts';
import { JSON_BLOCKS } from './json-schema.ts';
import { readTerraformName } from './names.ts';

/** Loads the parser; the extractor itself does not wait for anything. */
export async function loadExtractTerraform(): Promise<Extract> {
  const parser = await loadTerraformParser();
  return source => {
    const file = isJson(source) ? parseHclJson(source, JSON_BLOCKS, parser) : parser.parse(source);
    return hclExtraction(file, source, extractFile(file.body, source.path, source.text));
  };
}

/** The parser for files in Terraform's language: one, so that what it remembers is shared. */
export function loadTerraformParser(): Promise<HclParser> {
  loading ??= loadHclParser(readTerraformName);
  return loading;
}

let loading: Promise<HclParser> | undefined;
