import type { Reference } from '../../model/extraction.ts';
import type { Extract } from '../../model/format.ts';
import { parseJson } from '../../parsers/json.ts';
import { childOf } from '../../parsers/tree.ts';
import { folderModule } from '../shared/modules/folder-module.ts';
import { swiftPackage } from '../shared/packages/swift-package.ts';
import { FetchedHosts } from '../shared/registries/fetched-hosts.ts';
import { itemsOf, stringAt } from '../shared/tree-access.ts';
import { hostReferences } from '../shared/url-references.ts';

/** The pins of all versions of the file: `object.pins` with `repositoryURL` in version 1, `pins` with `location` later. */
export const extractSwiftResolved: Extract = source => {
  const { root, problems } = parseJson(source);
  const scope = folderModule('swift', source.path);
  const hosts = new FetchedHosts(scope);
  const references: Reference[] = [];
  const pins = [...itemsOf(childOf(root, 'pins')), ...itemsOf(childOf(childOf(root, 'object'), 'pins'))];
  for (const pin of pins) {
    const address = stringAt(pin, 'location') ?? stringAt(pin, 'repositoryURL');
    if (!address) continue;
    const state = childOf(pin, 'state');
    const version = stringAt(state, 'version')?.text;
    const written = version ?? stringAt(state, 'branch')?.text ?? stringAt(state, 'revision')?.text;
    const where = { scope, structuralPath: ['pins', stringAt(pin, 'identity')?.text ?? address.text] };
    references.push(...swiftPackage(address, written, version, where, { dependency: 'transitive' }));
    if (address.text.includes('://')) hosts.add(address);
    else references.push(...hostReferences(address, where));
  }
  return {
    references: [...references, ...hosts.references()],
    definitions: [],
    calls: [],
    comments: [],
    problems,
  };
};
