import type { Expression } from '../../model/expression.ts';
import type { ModuleCall } from '../../model/extraction.ts';
import type { Extract } from '../../model/format.ts';
import { createHclParser, type HclParser } from '../../parsers/hcl/parse.ts';
import { blocksOf, type HclBody } from '../../parsers/hcl/tree.ts';
import { makeSource, type Source } from '../../text/source.ts';
import type { Extracted } from '../shared/hcl/extracted.ts';
import { hclExtraction } from '../shared/hcl/extraction.ts';
import { mapBody, type Replace } from '../shared/hcl/map-expression.ts';
import { outermostPlace, within } from '../shared/hcl/place.ts';
import { extractBlocks } from '../terraform/blocks.ts';
import { extractConfiguration } from './configuration.ts';
import { terragruntFunctions } from './functions.ts';
import { generatedText } from './generated.ts';
import { readTerragruntName } from './names.ts';
import type { Locals } from './paths.ts';
import { scopeOfFile, searchCalls } from './scopes.ts';

/** An extractor with a parser of its own. */
export function createExtractTerragrunt(): Extract {
  const parser = createHclParser(readTerragruntName);
  return source => {
    const file = parser.parse(source);
    const locals = localsOf(file.body);
    const calls: ModuleCall[] = [];
    const functions = terragruntFunctions(source.path, locals, calls);
    const body = mapBody(file.body, functions);
    return hclExtraction(
      file,
      source,
      extractConfiguration(body, source, locals),
      extractGenerated(file.body, source, parser, functions),
      { references: [], calls: [...calls, ...searchCalls(source.path)] },
    );
  };
}

function localsOf(body: HclBody): Locals {
  const attributes = blocksOf(body, 'locals').flatMap(block => block.body.attributes);
  return new Map<string, Expression>(attributes.map(({ name, value }) => [`local.${name}`, value]));
}

/** `generate "provider" { contents = <<EOF … EOF }`: code of Terraform, with Terragrunt's names in it. */
function extractGenerated(body: HclBody, source: Source, parser: HclParser, functions: Replace): Extracted {
  const code = generatedText(body, source.text);
  if (code === undefined) return { references: [] };
  const generated = parser.parse(makeSource(source.path, code));
  const place = within(outermostPlace(code, scopeOfFile(source.path)), 'generate');
  return extractBlocks(mapBody(generated.body, functions), place, 'default');
}
