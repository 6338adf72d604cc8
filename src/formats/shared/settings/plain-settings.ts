import type { Extraction, Reference } from '../../../model/extraction.ts';
import { withoutVariables } from '../../../parsers/interpolation.ts';
import type { TreeNode } from '../../../parsers/tree.ts';
import { uniqueReferences } from '../unique-references.ts';
import type { JsonOrYaml } from './json-or-yaml.ts';
import { PlainValueReader } from './plain-values.ts';
import { type SettingPlace, TemplateReader } from './template-reader.ts';
import { EmbeddedExpressions } from './template-value.ts';

/** Reads settings of a file whose texts are what they are. */
export class PlainSettings {
  readonly reader: TemplateReader;
  private readonly values: PlainValueReader;

  constructor() {
    const embedded = new EmbeddedExpressions();
    this.reader = new TemplateReader(embedded);
    this.values = new PlainValueReader(embedded, scalar => ({
      kind: 'text',
      text: withoutVariables(scalar),
    }));
  }

  get references(): readonly Reference[] {
    return this.reader.references;
  }

  readSetting(name: string, node: TreeNode, place: SettingPlace): void {
    this.reader.readSetting(name, this.values.read(node), place);
  }

  readValue(node: TreeNode, place: SettingPlace): void {
    this.reader.readValue(this.values.read(node), place);
  }

  readRegion(node: TreeNode, place: SettingPlace): void {
    this.reader.readRegion(this.values.read(node), place);
  }
}

/** A document whose settings are read by `read`, and that defines nothing. */
export function extractSettings(
  { root, comments, problems }: JsonOrYaml,
  read: (root: TreeNode, settings: PlainSettings) => void,
): Extraction {
  const settings = new PlainSettings();
  if (root) read(root, settings);
  const references = uniqueReferences(settings.references);
  return { references, definitions: [], calls: [], comments, problems };
}
