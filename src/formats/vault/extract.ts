import type { Reference } from '../../model/extraction.ts';
import type { Extract } from '../../model/format.ts';
import type { HclBlock } from '../../parsers/hcl/tree.ts';
import { withoutVariables } from '../../parsers/interpolation.ts';
import { hclExtraction } from '../shared/hcl/extraction.ts';
import { outermostPlace, type Place, within } from '../shared/hcl/place.ts';
import { bodyReferences } from '../shared/hcl/settings.ts';
import { folderModule } from '../shared/modules/folder-module.ts';
import { toolProvider } from '../shared/tools/tool-provider.ts';
import { createTerraformParser } from '../terraform/extract.ts';

/** An extractor with a parser of its own. */
export function createExtractVault(): Extract {
  const parser = createTerraformParser();
  return source => {
    const file = parser.parse(source);
    const place = outermostPlace(source.text, folderModule('vault', source.path));
    const { attributes, blocks } = file.body;
    return hclExtraction(file, source, {
      references: [
        ...bodyReferences({ attributes, blocks: [] }, place),
        ...blocks.flatMap(block => blockReferences(block, place)),
      ],
    });
  };
}

function blockReferences(block: HclBlock, outer: Place): Reference[] {
  const place = within(outer, block.type, ...block.labels.map(({ text }) => text));
  const [label] = PROVIDED.has(block.type) ? block.labels : [];
  if (!label) return bodyReferences(block.body, place);
  const { scope, structuralPath } = place;
  const holder = { type: 'literal', value: `tool-provider/vault:${label.text}`, span: label.span } as const;
  return [
    ...toolProvider('vault', withoutVariables(label), { scope, structuralPath }),
    ...bodyReferences(block.body, { ...place, provider: holder, configures: 'provider' }),
  ];
}

/** Blocks that are called as the service which they use. */
const PROVIDED: ReadonlySet<string> = new Set(['seal', 'storage', 'ha_storage']);
