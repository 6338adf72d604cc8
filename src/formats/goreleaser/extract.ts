import type { Extract } from '../../model/format.ts';
import { splitExpressions } from '../../parsers/embedded.ts';
import type { PlacedText } from '../../parsers/placed-text.ts';
import { folderModule } from '../shared/modules/folder-module.ts';
import { ignore, readEnvironment, readImages, readNames, readScript } from '../shared/pipeline/handlers.ts';
import { byKey } from '../shared/pipeline/plain.ts';
import { extractPipeline, type PipelineDialect } from '../shared/pipeline/reader.ts';

/** Images, storage, variables and hooks of a release. */
export const extractGoreleaser: Extract = source =>
  extractPipeline(source, folderModule('goreleaser', source.path), DIALECT);

/** Templates are only known when the release is made. */
function withTemplates(text: PlacedText) {
  return splitExpressions(text, /\{\{([^}]{0,500})\}\}/g);
}

const DIALECT: PipelineDialect = {
  textOf: withTemplates,
  scriptOf: withTemplates,
  shellName: name => name,
  unknown: () => 'set-at-run-time',
  handlerOf: byKey({
    announce: ignore,
    caveats: ignore,
    changelog: ignore,
    description: ignore,
    footer: ignore,
    header: ignore,
    homepage: ignore,
    license: ignore,
    maintainer: ignore,
    vendor: ignore,
    env: readEnvironment,
    image_templates: readImages,
    image: readImages,
    images: readImages,
    base_image: readImages,
    region: readNames('region'),
    hooks: readScript,
    cmd: readScript,
  }),
};
