import type { Reference } from '../../model/extraction.ts';
import { type PlacedText, slicePlaced } from '../../parsers/placed-text.ts';
import { requirementLine } from '../pip-requirements/extract.ts';
import { npmPackage } from '../shared/packages/npm-package.ts';
import { packageReference } from '../shared/packages/package-reference.ts';
import { ignore, readImages, readScript } from '../shared/pipeline/handlers.ts';
import { byKey, plainExtract } from '../shared/pipeline/plain.ts';
import type { PipelineHandler } from '../shared/pipeline/reader.ts';
import type { Where } from '../shared/strings.ts';
import { stringOf, stringsOf } from '../shared/tree-access.ts';

/** Requirements, as most hooks are written in Python, or npm's packages. */
const readDependencies: PipelineHandler = (reader, value, path) => {
  const language = stringOf(reader.sibling('language'))?.text ?? 'python';
  const read = language === 'python' ? requirementLine : language === 'node' ? npmDependency : undefined;
  if (!read) return false;
  for (const line of stringsOf(value)) reader.add(read(line, reader.where(path)));
  return true;
};

/** `name@range` */
function npmDependency(line: PlacedText, where: Where): Reference[] {
  const at = line.text.indexOf('@', 1);
  const name = at < 0 ? line.text : line.text.slice(0, at);
  const found = npmPackage(name, at < 0 ? undefined : line.text.slice(at + 1), { dependency: 'direct' });
  return found ? [packageReference(found, slicePlaced(line, 0, name.length).span, where)] : [];
}

/** What a local hook runs: an image, or a command. */
const readEntry: PipelineHandler = (reader, value, path) => {
  const isImage = stringOf(reader.sibling('language'))?.text === 'docker_image';
  return isImage && value.kind === 'scalar' && !/\s/.test(value.text)
    ? readImages(reader, value, path)
    : readScript(reader, value, path);
};

/** Repositories, commands and packages of hooks. */
export const extractPreCommit = plainExtract({
  id: 'pre-commit',
  environmentKeys: [],
  predefined: /^PRE_COMMIT/,
  handlerOf: byKey({
    id: ignore,
    name: ignore,
    alias: ignore,
    files: ignore,
    exclude: ignore,
    ci: ignore,
    rev: ignore,
    additional_dependencies: readDependencies,
    entry: readEntry,
  }),
});
