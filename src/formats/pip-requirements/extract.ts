import type { Reference } from '../../model/extraction.ts';
import type { Extract } from '../../model/format.ts';
import { type PlacedText, slicePlaced } from '../../parsers/placed-text.ts';
import { suppressionComments } from '../shared/comments/suppression-comments.ts';
import { pythonModule } from '../shared/modules/python-module.ts';
import { addressRequirement, requirementReferences } from '../shared/packages/requirement.ts';
import { addressHosts, registrySetting } from '../shared/registries/registry-setting.ts';
import type { Where } from '../shared/strings.ts';
import { readRequirementsLines } from './lines.ts';

/** The packages, indexes and addresses of a requirements or constraints file. */
export const extractPipRequirements: Extract = source => {
  const { lines, comments } = readRequirementsLines(source.text);
  const where = { scope: pythonModule(source.path), structuralPath: [] };
  return {
    references: lines.flatMap(line => requirementLine(line, where)),
    definitions: [],
    calls: [],
    comments: suppressionComments(source.text, comments, () => lines.map(line => line.span)),
    problems: [],
  };
};

/** What one line without comment says: an option, an address or a requirement. */
export function requirementLine(line: PlacedText, where: Where): Reference[] {
  const option = OPTION.exec(line.text);
  if (!option) return requirementReferences(withoutOptions(line), where);
  const [head, name = ''] = option;
  const value = withoutOptions(slicePlaced(line, head.length, line.text.length));
  const place = { ...where, structuralPath: [name] };
  if (INDEX_OPTIONS.has(name) && isAddress(value.text)) return registrySetting(value, 'pypi', place);
  if (name === '-e' || name === '--editable') return editable(value, where);
  return name === '--trusted-host' || name === '--proxy' ? addressHosts(value, place) : [];
}

/** `--name value`, `--name=value`, `-n value`, `-nvalue`. */
const OPTION = /^(--[a-z-]+|-[A-Za-z])(?:\s*=\s*|\s+|(?=[^\s=-])|$)["']?/;

const INDEX_OPTIONS = new Set([
  ...['-i', '--index-url', '--pypi-url', '--extra-index-url', '-f', '--find-links'],
]);

/** Not a folder of wheels. */
function isAddress(value: string): boolean {
  return value.includes('://') || value.includes('$');
}

function editable(value: PlacedText, where: Where): Reference[] {
  return value.text.includes('://') ? addressOrRequirement(value, where) : [];
}

function addressOrRequirement(value: PlacedText, where: Where): Reference[] {
  return /^[^:/]*@\s/.test(value.text)
    ? requirementReferences(value, where)
    : addressRequirement(value, where);
}

/** The line up to options of one requirement (`--hash=…`), and without a closing quote. */
function withoutOptions(line: PlacedText): PlacedText {
  const options = /\s--?[A-Za-z]/.exec(line.text)?.index ?? line.text.length;
  const quoted = /["']\s*$/.exec(line.text.slice(0, options))?.index;
  return slicePlaced(line, 0, quoted !== undefined && !line.text.includes(';') ? quoted : options);
}
