import type { Reference } from '../../model/extraction.ts';
import type { Extract } from '../../model/format.ts';
import { attributeOf, type HclBlock, type HclBody } from '../../parsers/hcl/tree.ts';
import type { Extracted } from '../shared/hcl/extracted.ts';
import { hclExtraction } from '../shared/hcl/extraction.ts';
import { outermostPlace, type Place, within } from '../shared/hcl/place.ts';
import { scriptReferences } from '../shared/hcl/scripts.ts';
import { bodyReferences, settingReferences } from '../shared/hcl/settings.ts';
import { variableReferences, variablesIn } from '../shared/hcl/variables-of-environment.ts';
import { createTerraformParser } from '../terraform/extract.ts';
import { extractLocals, extractVariable } from '../terraform/values.ts';

/** An extractor with a parser of its own: Nomad's names are read as Terraform's are. */
export function createExtractNomad(): Extract {
  const parser = createTerraformParser();
  return source => {
    const file = parser.parse(source);
    const place = outermostPlace(source.text, `nomad:${source.path}`);
    return hclExtraction(file, source, ...file.body.blocks.map(block => extractBlock(block, place)));
  };
}

function extractBlock(block: HclBlock, place: Place): Extracted {
  if (block.type === 'variable') return extractVariable(block, place, 'default');
  if (block.type === 'locals') return extractLocals(block, place, 'default');
  return { references: blockReferences(block, place) };
}

function blockReferences(block: HclBlock, outer: Place): Reference[] {
  const place = within(outer, block.type, ...block.labels.map(label => label.text));
  if (block.type === 'env') {
    const set = block.body.attributes.map(({ name, nameSpan, value }) => ({
      name: { type: 'literal', value: name, span: nameSpan } as const,
      value,
    }));
    return variableReferences(set, place);
  }
  if (block.type === 'dynamic') return bodyReferences({ attributes: [], blocks: [block] }, outer);
  return jobReferences(block.body, place);
}

/** A body and all that is in it; `meta` is data that people and tools choose. */
function jobReferences(body: HclBody, place: Place): Reference[] {
  const env = attributeOf(body, 'env')?.value;
  const scripts = scriptsOf(body);
  return [
    ...(env ? variableReferences(variablesIn(env), within(place, 'env')) : []),
    ...scripts.flatMap(value => scriptReferences(value, within(place, 'args'))),
    ...body.attributes
      .filter(({ name, value }) => name !== 'env' && !scripts.includes(value))
      .flatMap(({ name, value }) => settingReferences(name, value, place)),
    ...body.blocks.flatMap(block => blockReferences(block, place)),
  ];
}

/** `command = "/bin/sh"` and `args = ["-c", "…"]` */
function scriptsOf(body: HclBody) {
  const command = attributeOf(body, 'command')?.value;
  const args = attributeOf(body, 'args')?.value;
  const isShell = command?.type === 'literal' && /(?:^|\/)(?:ba|da|a|z)?sh$/.test(command.value);
  return isShell && args ? [args] : [];
}
