import type { Definition } from '../../model/extraction.ts';
import { moveBody } from '../../parsers/hcl/move.ts';
import type { HclBlock, HclBody, HclFile, HclPart } from '../../parsers/hcl/tree.ts';
import { countPart, partsFound } from '../../text/part-limit.ts';
import { basename } from '../../text/path.ts';
import type { Source } from '../../text/source.ts';
import { type Extracted, joinExtracted } from '../shared/hcl/extracted.ts';
import { bodyLookups } from '../shared/hcl/lookups.ts';
import { outermostPlace, type Place, within } from '../shared/hcl/place.ts';
import { bodyReferences } from '../shared/hcl/settings.ts';
import { moveExtracted } from '../shared/settings/move-extracted.ts';
import { extractBackend, extractCloud } from './backends.ts';
import { extractModule } from './modules.ts';
import { extractProvider, extractRequiredProviders } from './providers.ts';
import { extractResource } from './resources.ts';
import { moduleOfFile } from './scope.ts';
import { templateCalls } from './templates.ts';
import { extractLocals, extractOutput, extractVariable } from './values.ts';

/** Reads the top-level blocks of configuration files, in the native or the JSON syntax. */
export class BlockReader {
  /** What was extracted from the parts of files, for as long as the parser remembers them. */
  private readonly known = new WeakMap<HclBody, KnownPart>();

  /** What all top-level blocks of a file say. */
  read({ parts }: HclFile, source: Source): Required<Extracted> {
    const extracted = parts.map(part => this.readPart(part, source));
    return {
      references: extracted.flatMap(part => part.references),
      definitions: extracted.flatMap(part => part.definitions),
      calls: extracted.flatMap(part => part.calls),
      lookups: extracted.flatMap(part => part.lookups),
    };
  }

  /** A part that nobody has edited says what it said, perhaps some lines further on. */
  private readPart(
    { body, distance, isKept, isCopied }: HclPart,
    { path, text }: Source,
  ): Required<Extracted> {
    const known = isKept ? this.known.get(body) : undefined;
    if (known?.path === path) {
      countPart(0, known.places);
      return moveExtracted(known.extracted, distance);
    }
    const before = partsFound();
    const place = outermostPlace(text, moduleOfFile(path));
    const precedence = isOverrideFile(path) ? 'override' : 'default';
    const extracted = extractBlocks(moveBody(body, distance), place, precedence);
    if (isKept && distance === 0)
      this.known.set(body, {
        path,
        extracted: isCopied ? structuredClone(extracted) : extracted,
        places: partsFound() - before,
      });
    return extracted;
  }
}

interface KnownPart {
  /** Of the file that it was read in: the path tells the scope. */
  readonly path: string;
  readonly extracted: Required<Extracted>;
  /** How many were found in it. */
  readonly places: number;
}

/** What blocks say, wherever they stand; `place` is outside of all of them. */
export function extractBlocks(
  body: HclBody,
  place: Place,
  precedence: Definition['precedence'],
): Required<Extracted> {
  const parts = body.blocks.map(block => extractBlock(block, place, precedence));
  const calls = parts.flatMap(part => part.calls ?? []);
  return {
    references: parts.flatMap(part => part.references),
    definitions: parts.flatMap(part => part.definitions ?? []),
    calls: [...calls, ...body.blocks.flatMap(block => templateCalls(block, place))],
    lookups: bodyLookups(body, place.scope),
  };
}

/** Files that are merged over the others (https://developer.hashicorp.com/terraform/language/files/override). */
function isOverrideFile(path: string): boolean {
  return /(?:^|_)override\.(?:tf|tofu)(?:\.json)?$/.test(basename(path));
}

function extractBlock(block: HclBlock, place: Place, precedence: Definition['precedence']): Extracted {
  switch (block.type) {
    case 'terraform':
      return joinExtracted(block.body.blocks.map(inner => extractTerraformSetting(inner, place)));
    case 'provider':
      return extractProvider(block, place);
    case 'resource':
    case 'data':
    case 'ephemeral':
      return extractResource(block, place);
    case 'module':
      return extractModule(block, place);
    case 'variable':
      return extractVariable(block, place, precedence);
    case 'locals':
      return extractLocals(block, place, precedence);
    case 'output':
      return extractOutput(block, place, precedence);
    case 'check':
      return extractCheck(block, place);
    default:
      return {
        references: bodyReferences(
          block.body,
          within(place, block.type, ...block.labels.map(label => label.text)),
        ),
      };
  }
}

/** https://developer.hashicorp.com/terraform/language/block/terraform */
function extractTerraformSetting(block: HclBlock, place: Place): Extracted {
  switch (block.type) {
    case 'required_providers':
      return extractRequiredProviders(block, place);
    case 'backend':
      return extractBackend(block, place);
    case 'cloud':
      return extractCloud(block, place);
    default:
      return { references: [] };
  }
}

/** `check "health" { data "http" … { … } assert { … } }` */
function extractCheck(block: HclBlock, outer: Place): Extracted {
  const place = within(outer, 'check', ...block.labels.map(label => label.text));
  return joinExtracted(
    block.body.blocks.filter(inner => inner.type === 'data').map(inner => extractResource(inner, place)),
  );
}
