import type { Extract } from '../../model/format.ts';
import { commentsWith } from '../../parsers/hcl/comments.ts';
import { parseHclJson } from '../../parsers/hcl/json.ts';
import { type HclParser, loadHclParser } from '../../parsers/hcl/parse.ts';
import type { HclFile } from '../../parsers/hcl/tree.ts';
import type { Source } from '../../text/source.ts';
import { extractBlocks } from './blocks.ts';
import { JSON_BLOCKS } from './json-schema.ts';
import { readTerraformName } from './names.ts';

/** Loads the parser; the extractor itself does not wait for anything. */
export async function loadExtractTerraform(): Promise<Extract> {
  const parser = await loadTerraformParser();
  return source => {
    const file = isJson(source) ? parseHclJson(source, JSON_BLOCKS, parser) : parser.parse(source);
    return {
      ...extractBlocks(file.body, source.path, source.text),
      comments: suppressionComments(file, source),
      problems: file.problems,
    };
  };
}

/** The parser for files in Terraform's language: one, so that what it remembers is shared. */
export function loadTerraformParser(): Promise<HclParser> {
  loading ??= loadHclParser(readTerraformName);
  return loading;
}

let loading: Promise<HclParser> | undefined;

/** Is the file in the JSON syntax? */
export function isJson({ path }: Source): boolean {
  return path.endsWith('.json');
}

/** The comments that may hold a suppression. */
export function suppressionComments(file: HclFile, { text }: Source) {
  return commentsWith('vendor-diligence-ignore', file, text);
}
