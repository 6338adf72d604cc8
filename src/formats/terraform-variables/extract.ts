import type { Definition, Extraction } from '../../model/extraction.ts';
import type { Extract } from '../../model/format.ts';
import { parseHclJson } from '../../parsers/hcl/json.ts';
import type { HclParser } from '../../parsers/hcl/parse.ts';
import { basename } from '../../text/path.ts';
import type { Source } from '../../text/source.ts';
import { hclExtraction, isJson } from '../shared/hcl/extraction.ts';
import { outermostPlace } from '../shared/hcl/place.ts';
import { settingReferences } from '../shared/hcl/settings.ts';
import { createTerraformParser } from '../terraform/extract.ts';
import { moduleOfFile, outerModules } from '../terraform/scope.ts';

/** An extractor with a parser of its own. */
export function createExtractTerraformVariables(): Extract {
  const parser = createTerraformParser();
  return source =>
    extractValues(source, parser, {
      scope: moduleOfFile(source.path),
      outerScopes: outerModules(source.path),
      precedence: isAlwaysRead(source.path) ? 'override' : 'alternative',
    });
}

/** Whose variables a file of values is for, and how much they count. */
export type Recipient = Pick<Definition, 'scope' | 'outerScopes' | 'precedence'>;

/** A file of `name = value`, in either syntax. */
export function extractValues(source: Source, parser: HclParser, recipient: Recipient): Extraction {
  const file = isJson(source) ? parseHclJson(source, new Map(), parser) : parser.parse(source);
  const place = outermostPlace(source.text, recipient.scope);
  const { attributes } = file.body;
  return hclExtraction(file, source, {
    references: attributes.flatMap(({ name, value }) => settingReferences(name, value, place)),
    definitions: attributes.map(({ name, value }) => ({ name: `var.${name}`, value, ...recipient })),
  });
}

/**
 * `terraform.tfvars` and `*.auto.tfvars` are always read; any other file only when somebody asks for it with
 * `-var-file`, and then it may belong to a module in a folder above (`env/prod.tfvars`).
 */
function isAlwaysRead(path: string): boolean {
  return /(?:^terraform|\.auto)\.tfvars(?:\.json)?$/.test(basename(path));
}
