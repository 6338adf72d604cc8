import type { Expression } from '../../model/expression.ts';
import { attributeOf, type HclBlock } from '../../parsers/hcl/tree.ts';
import { type Extracted, joinExtracted } from '../shared/hcl/extracted.ts';
import { type Place, referenceAt, within } from '../shared/hcl/place.ts';
import { bodyReferences } from '../shared/hcl/settings.ts';
import { extractLocals, extractVariable } from '../terraform/values.ts';
import { extractPlugin } from './plugins.ts';

/** https://developer.hashicorp.com/packer/docs/templates/hcl_templates/blocks */
export function extractPackerBlock(block: HclBlock, place: Place): Extracted {
  switch (block.type) {
    case 'packer':
      return joinExtracted(
        block.body.blocks
          .filter(inner => inner.type === 'required_plugins')
          .map(inner => extractRequiredPlugins(inner, place)),
      );
    case 'variable':
      return extractVariable(block, place, 'default');
    case 'locals':
      return extractLocals(block, place, 'default');
    case 'local':
      return extractLocal(block, place);
    case 'source':
    case 'data':
      return extractPlugin(block, block.labels[0], place);
    case 'build':
      return extractBuild(block, place);
    default:
      return { references: bodyReferences(block.body, within(place, block.type)) };
  }
}

/** `required_plugins { amazon = { source = "github.com/hashicorp/amazon", … } }` */
function extractRequiredPlugins(block: HclBlock, outer: Place): Extracted {
  const place = within(outer, 'packer', 'required_plugins');
  return {
    references: block.body.attributes.flatMap(({ name, value }) => {
      const source =
        value.type === 'collection' ? value.items.find(item => item.key === 'source')?.value : undefined;
      return source ? [referenceAt(within(place, name), 'plugin', source, source.span)] : [];
    }),
  };
}

/** `local "region" { expression = …, sensitive = true }` */
function extractLocal(block: HclBlock, outer: Place): Extracted {
  const [label] = block.labels;
  const value = attributeOf(block.body, 'expression')?.value;
  if (!label?.text || !value) return { references: [] };
  return {
    references: bodyReferences(block.body, within(outer, 'local', label.text)),
    definitions: [{ scope: outer.scope, name: `local.${label.text}`, value, precedence: 'default' }],
  };
}

/** `build { sources = […], source "…" { … }, provisioner "…" { … }, post-processor "…" { … } }` */
function extractBuild(block: HclBlock, outer: Place): Extracted {
  const place = within(outer, 'build');
  return joinExtracted([
    { references: bodyReferences({ attributes: block.body.attributes, blocks: [] }, place, NAMES) },
    ...block.body.blocks.map(inner => extractBuildStep(inner, place)),
  ]);
}

const NAMES: ReadonlySet<string> = new Set(['name', 'description', 'sources']);

function extractBuildStep(block: HclBlock, place: Place): Extracted {
  const [label] = block.labels;
  if (block.type === 'post-processors') {
    return joinExtracted(block.body.blocks.map(inner => extractBuildStep(inner, place)));
  }
  if (!label) return { references: bodyReferences(block.body, within(place, block.type)) };
  if (block.type !== 'source') return extractPlugin(block, label, place);
  // A use of a source: it is named as a whole above, and here only what it changes is read.
  const type: Expression = { type: 'literal', value: label.text.replace(/^source\./, ''), span: label.span };
  const builder = type.value.replace(/\..*$/s, '');
  return extractPlugin(block, undefined, place, builder);
}
