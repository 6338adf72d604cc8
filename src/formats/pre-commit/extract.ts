import { requirementLine } from '../pip-requirements/extract.ts';
import { ignore, readImages, readScript } from '../shared/pipeline/handlers.ts';
import { byKey, plainExtract } from '../shared/pipeline/plain.ts';
import type { PipelineHandler } from '../shared/pipeline/reader.ts';
import { stringOf, stringsOf } from '../shared/tree-access.ts';

/** Requirements, as most hooks are written in Python. */
const readDependencies: PipelineHandler = (reader, value, path) => {
  const language = stringOf(reader.sibling('language'))?.text ?? 'python';
  if (language !== 'python') return false;
  for (const line of stringsOf(value)) reader.add(requirementLine(line, reader.where(path)));
  return true;
};

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
