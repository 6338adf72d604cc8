import { type Reference, SUPPRESSION_MARKER } from '../../model/extraction.ts';
import type { Extract } from '../../model/format.ts';
import { withoutVariables } from '../../parsers/interpolation.ts';
import { slicePlaced } from '../../parsers/placed-text.ts';
import type { TreeNode, TreeScalar } from '../../parsers/tree.ts';
import { parseYaml } from '../../parsers/yaml/parse.ts';
import { requirementLine } from '../pip-requirements/extract.ts';
import { pythonModule } from '../shared/modules/python-module.ts';
import { channelReferences, condaReference } from '../shared/packages/conda-package.ts';
import { addressHosts } from '../shared/registries/registry-setting.ts';
import { environmentReferences } from '../shared/settings/environment.ts';
import type { Where } from '../shared/strings.ts';
import { entriesOf, itemsOf, stringOf, stringsOf } from '../shared/tree-access.ts';
import { uniqueReferences } from '../shared/unique-references.ts';

/** Channels, conda's own packages, and those that pip adds to them. */
export const extractCondaEnvironment: Extract = source => {
  const { documents, comments, problems } = parseYaml(source, SUPPRESSION_MARKER);
  const scope = pythonModule(source.path);
  const references = documents.flatMap(document =>
    entriesOf(document).flatMap(({ key, value }) =>
      sectionReferences(key, value, { scope, structuralPath: [key] }),
    ),
  );
  return { references: uniqueReferences(references), definitions: [], calls: [], comments, problems };
};

function sectionReferences(key: string, value: TreeNode | undefined, where: Where): Reference[] {
  switch (key) {
    case 'channels':
      return stringsOf(value).flatMap(channel => channelReferences(channel, where));
    case 'dependencies':
      return itemsOf(value).flatMap(item => dependencyReferences(item, where));
    case 'variables':
      return entriesOf(value).flatMap(({ key: name, keySpan, value: set }) => {
        const text = stringOf(set);
        const placed = { text: name, span: keySpan };
        return environmentReferences(placed, text && withoutVariables(text), where);
      });
    default:
      return SETTINGS.has(key) ? settingReferences(value, where) : [];
  }
}

/** Settings of `.condarc`. */
const SETTINGS = new Set([
  ...['default_channels', 'channel_alias', 'custom_channels', 'custom_multichannels', 'allowlist_channels'],
]);

/** An address, a list of them, or either by the channel's name. */
function settingReferences(value: TreeNode | undefined, where: Where): Reference[] {
  if (value?.kind !== 'map') return stringsOf(value).flatMap(each => channelReferences(each, where));
  return value.entries.flatMap(entry =>
    stringsOf(entry.value).flatMap(each =>
      channelReferences(each, { ...where, structuralPath: [...where.structuralPath, entry.key] }),
    ),
  );
}

/** `name=version=build`, `channel::name`, an address, or the requirements for pip. */
function dependencyReferences(item: TreeNode, where: Where): Reference[] {
  if (item.kind === 'map') {
    return entriesOf(item)
      .filter(({ key }) => key === 'pip')
      .flatMap(({ value }) => stringsOf(value))
      .flatMap(line => requirementLine(line, { ...where, structuralPath: [...where.structuralPath, 'pip'] }));
  }
  const spec = stringOf(item);
  if (!spec) return [];
  const channelEnd = spec.text.lastIndexOf('::');
  const hosts = channelEnd > 0 ? channelReferences(slicePlaced(spec, 0, channelEnd), where) : [];
  const start = channelEnd < 0 ? 0 : channelEnd + 2;
  if (channelEnd < 0 && spec.text.includes('://')) return addressHosts(spec, where);
  return [...hosts, ...condaPackage(spec, start, where)];
}

function condaPackage(spec: TreeScalar, start: number, where: Where): Reference[] {
  const match = SPEC.exec(spec.text.slice(start));
  const [, blank = '', name = '', rest = ''] = match ?? [];
  if (name === '') return [];
  const nameStart = start + blank.length;
  return [condaReference(slicePlaced(spec, nameStart, nameStart + name.length), rest.trim(), where)];
}

const SPEC = /^(\s*)([A-Za-z0-9_][A-Za-z0-9._-]*)\s*(?=[\s=<>!~[,]|$)(.*)$/s;
