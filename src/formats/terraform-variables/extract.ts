import type { Definition } from '../../model/extraction.ts';
import type { Extract } from '../../model/format.ts';
import { parseHclJson } from '../../parsers/hcl/json.ts';
import type { HclAttribute } from '../../parsers/hcl/tree.ts';
import { basename } from '../../text/path.ts';
import { isJson, loadTerraformParser, suppressionComments } from '../terraform/extract.ts';
import { joinExtracted } from '../terraform/extracted.ts';
import { outermostPlace } from '../terraform/place.ts';
import { moduleOfFile, outerModules } from '../terraform/scope.ts';
import { settingReferences } from '../terraform/settings.ts';

/** Loads the parser; the extractor itself does not wait for anything. */
export async function loadExtractTerraformVariables(): Promise<Extract> {
  const parser = await loadTerraformParser();
  return source => {
    const file = isJson(source) ? parseHclJson(source, new Map(), parser) : parser.parse(source);
    const place = outermostPlace(source.text, moduleOfFile(source.path));
    const { attributes } = file.body;
    const extracted = joinExtracted(
      attributes.map(({ name, value }) => ({ references: settingReferences(name, value, place) })),
    );
    return {
      ...extracted,
      definitions: attributes.map(attribute => toDefinition(attribute, source.path)),
      comments: suppressionComments(file, source),
      problems: file.problems,
    };
  };
}

/**
 * `terraform.tfvars` and `*.auto.tfvars` are always read; any other file only when somebody asks for it with
 * `-var-file`, and then it may belong to a module in a folder above (`env/prod.tfvars`).
 */
function toDefinition({ name, value }: HclAttribute, path: string): Definition {
  const isAlwaysRead = /(?:^terraform|\.auto)\.tfvars(?:\.json)?$/.test(basename(path));
  return {
    scope: moduleOfFile(path),
    outerScopes: outerModules(path),
    name: `var.${name}`,
    value,
    precedence: isAlwaysRead ? 'override' : 'alternative',
  };
}
