import type { Reference } from '../../model/extraction.ts';
import type { Extract } from '../../model/format.ts';
import { attributeOf, type HclBlock } from '../../parsers/hcl/tree.ts';
import { elementsOf } from '../shared/hcl/elements.ts';
import { hclExtraction } from '../shared/hcl/extraction.ts';
import { outermostPlace, type Place, within } from '../shared/hcl/place.ts';
import { bodyReferences } from '../shared/hcl/settings.ts';
import { textReferences } from '../shared/hcl/text-references.ts';
import { mirrorReference } from '../shared/hcl/variables-of-environment.ts';
import { createTerraformParser } from '../terraform/extract.ts';

/** An extractor with a parser of its own. */
export function createExtractTerraformCli(): Extract {
  const parser = createTerraformParser();
  return source => {
    const file = parser.parse(source);
    const place = outermostPlace(source.text, `terraform-cli:${source.path}`);
    return hclExtraction(file, source, {
      references: file.body.blocks.flatMap(block => blockReferences(block, place)),
    });
  };
}

function blockReferences(block: HclBlock, outer: Place): Reference[] {
  const place = within(outer, block.type, ...block.labels.map(label => label.text));
  switch (block.type) {
    case 'provider_installation':
      return block.body.blocks.flatMap(inner => installationReferences(inner, place));
    // The host is the label; what is inside is a secret.
    case 'credentials':
      return labelReferences(block, place);
    case 'host':
      return [...labelReferences(block, place), ...bodyReferences(block.body, place)];
    default:
      return [];
  }
}

/** `network_mirror { url = "https://…/" }`, `oci_mirror { repository_template = "…" }` */
function installationReferences(block: HclBlock, outer: Place): Reference[] {
  const place = within(outer, block.type);
  return ['url', 'repository_template'].flatMap(name => {
    const address = attributeOf(block.body, name)?.value;
    return address
      ? elementsOf(address).flatMap(element => mirrorReference(element, 'terraform', within(place, name)))
      : [];
  });
}

function labelReferences({ labels }: HclBlock, place: Place): Reference[] {
  return labels.flatMap(({ text, span }) => textReferences({ type: 'literal', value: text, span }, place));
}
