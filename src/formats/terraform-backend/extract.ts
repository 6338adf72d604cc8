import type { Extract } from '../../model/format.ts';
import { span } from '../../text/span.ts';
import { hclExtraction } from '../shared/hcl/extraction.ts';
import { outermostPlace, type Place, within } from '../shared/hcl/place.ts';
import { bodyReferences } from '../shared/hcl/settings.ts';
import { BACKEND, inBackend } from '../terraform/backends.ts';
import { createTerraformParser } from '../terraform/extract.ts';
import { moduleOfFile } from '../terraform/scope.ts';

/** An extractor with a parser of its own. */
export function createExtractTerraformBackend(): Extract {
  const parser = createTerraformParser();
  return source => {
    const file = parser.parse(source);
    const place = within(outermostPlace(source.text, moduleOfFile(source.path)), 'backend');
    return hclExtraction(file, source, {
      references: bodyReferences(file.body, inItsBackend(place, source.path)),
    });
  };
}

/** What the backend is stands in the configuration, or in the name that the documentation proposes: `prod.s3.tfbackend`. */
function inItsBackend(place: Place, path: string): Place {
  const nowhere = span(0, 0);
  const name = /\.([a-z]+[0-9]*)\.tfbackend$/.exec(path)?.[1];
  if (name !== undefined) return inBackend(name, nowhere, place);
  return {
    ...place,
    provider: { type: 'variable', name: BACKEND, span: nowhere },
    configures: 'provider',
  };
}
