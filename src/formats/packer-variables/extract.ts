import type { Extract } from '../../model/format.ts';
import { folderModule } from '../shared/modules/folder-module.ts';
import { createTerraformParser } from '../terraform/extract.ts';
import { extractValues } from '../terraform-variables/extract.ts';

/** An extractor with a parser of its own. */
export function createExtractPackerVariables(): Extract {
  const parser = createTerraformParser();
  return source =>
    extractValues(source, parser, {
      scope: folderModule('packer', source.path),
      precedence: /\.auto\.pkrvars\./.test(source.path) ? 'override' : 'alternative',
    });
}
