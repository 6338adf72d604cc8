import type { Reference } from '../../model/extraction.ts';
import type { Extract } from '../../model/format.ts';
import { parseJson } from '../../parsers/json.ts';
import { childOf } from '../../parsers/tree.ts';
import { folderModule } from '../shared/modules/folder-module.ts';
import { npmPackage } from '../shared/packages/npm-package.ts';
import { packageReference } from '../shared/packages/package-reference.ts';
import { addressHosts, registrySetting } from '../shared/registries/registry-setting.ts';
import { entriesOf, itemsOf, stringAt, stringOf } from '../shared/tree-access.ts';

/** Packages and registries; both speak npm's protocol. Folders and archives of the project are its own. */
export const extractUnityPackages: Extract = source => {
  const { root, problems } = parseJson(source);
  const scope = folderModule('unity-packages', source.path);
  const packages = entriesOf(childOf(root, 'dependencies')).flatMap(
    ({ key, keySpan, value }): Reference[] => {
      const written = stringOf(value);
      const where = { scope, structuralPath: ['dependencies', key] };
      if (!written || written.text.startsWith('file:')) return [];
      const found = npmPackage(key, written.text, { dependency: 'direct' });
      return [...(found ? [packageReference(found, keySpan, where)] : []), ...addressHosts(written, where)];
    },
  );
  const registries = itemsOf(childOf(root, 'scopedRegistries')).flatMap(registry => {
    const address = stringAt(registry, 'url');
    const where = { scope, structuralPath: ['scopedRegistries', 'url'] };
    return address ? registrySetting(address, 'npm', where) : [];
  });
  return { references: [...packages, ...registries], definitions: [], calls: [], comments: [], problems };
};
