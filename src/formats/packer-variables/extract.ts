import type { Extract } from '../../model/format.ts';
import { folderModule } from '../shared/modules/folder-module.ts';
import { loadTerraformParser } from '../terraform/extract.ts';
import { extractValues } from '../terraform-variables/extract.ts';

/** Loads the parser; the extractor itself does not wait for anything. */
export async function loadExtractPackerVariables(): Promise<Extract> {
  const parser = await loadTerraformParser();
  return source =>
    extractValues(source, parser, {
      scope: folderModule('packer', source.path),
      precedence: /\.auto\.pkrvars\./.test(source.path) ? 'override' : 'alternative',
    });
}
