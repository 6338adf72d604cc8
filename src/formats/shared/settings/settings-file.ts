import { type Extraction, SUPPRESSION_MARKER } from '../../../model/extraction.ts';
import { parseJson } from '../../../parsers/json.ts';
import { parseToml } from '../../../parsers/toml/parse.ts';
import type { TreeNode } from '../../../parsers/tree.ts';
import { parseYaml } from '../../../parsers/yaml/parse.ts';
import type { Source } from '../../../text/source.ts';

/** A file of settings as trees: YAML can have several documents. */
export type SettingsFile = Pick<Extraction, 'comments' | 'problems'> & {
  readonly roots: readonly TreeNode[];
};

/** Reads JSON, YAML or, for any other name, TOML. */
export function readSettingsTree(source: Source): SettingsFile {
  if (/\.(?:json|code-workspace)$/.test(source.path)) {
    const { root, problems } = parseJson(source);
    return { roots: root ? [root] : [], comments: [], problems };
  }
  if (/\.ya?ml$/.test(source.path)) {
    const { documents, comments, problems } = parseYaml(source, SUPPRESSION_MARKER);
    return { roots: documents, comments, problems };
  }
  const { root, comments, problems } = parseToml(source, SUPPRESSION_MARKER);
  return { roots: [root], comments, problems };
}
