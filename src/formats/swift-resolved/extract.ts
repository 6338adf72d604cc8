import type { Reference } from '../../model/extraction.ts';
import type { Extract } from '../../model/format.ts';
import { parseJson } from '../../parsers/json.ts';
import { childOf } from '../../parsers/tree.ts';
import { FetchedHosts } from '../shared/fetched-hosts.ts';
import { folderModule } from '../shared/folder-module.ts';
import { swiftPackage } from '../shared/swift-package.ts';
import { itemsIn, stringChild } from '../shared/tree-values.ts';
import { hostReferences } from '../shared/url-references.ts';

/** The pins of all versions of the file: `object.pins` with `repositoryURL` in version 1, `pins` with `location` later. */
export const extractSwiftResolved: Extract = source => {
  const { root, problems } = parseJson(source);
  const scope = folderModule('swift', source.path);
  const hosts = new FetchedHosts(scope);
  const references: Reference[] = [];
  const pins = [...itemsIn(childOf(root, 'pins')), ...itemsIn(childOf(childOf(root, 'object'), 'pins'))];
  for (const pin of pins) {
    const address = stringChild(pin, 'location') ?? stringChild(pin, 'repositoryURL');
    if (!address) continue;
    const state = childOf(pin, 'state');
    const version = stringChild(state, 'version')?.text;
    const written = version ?? stringChild(state, 'branch')?.text ?? stringChild(state, 'revision')?.text;
    const where = { scope, structuralPath: ['pins', stringChild(pin, 'identity')?.text ?? address.text] };
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
