import type { Comment } from '../../../model/extraction.ts';
import type { Problem } from '../../../model/problem.ts';
import { parseJson } from '../../../parsers/json.ts';
import type { TreeNode } from '../../../parsers/tree.ts';
import { parseYaml } from '../../../parsers/yaml/parse.ts';
import type { Source } from '../../../text/source.ts';

/** One document in either syntax. */
export interface JsonOrYaml {
  readonly root?: TreeNode;
  readonly comments: readonly Comment[];
  readonly problems: readonly Problem[];
}

/** Reads a document as JSON when it begins like an object, else as YAML; of several documents, the first. */
export function readJsonOrYaml(source: Source, commentMarker: string): JsonOrYaml {
  if (/^\uFEFF?\s*[{[]/.test(source.text.slice(0, 1000))) {
    return { comments: [], ...parseJson(source) };
  }
  const { documents, comments, problems } = parseYaml(source, commentMarker);
  const [root] = documents;
  return root ? { root, comments, problems } : { comments, problems };
}
