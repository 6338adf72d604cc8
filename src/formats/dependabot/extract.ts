import { SUPPRESSION_MARKER } from '../../model/extraction.ts';
import type { Extract } from '../../model/format.ts';
import { childOf } from '../../parsers/tree.ts';
import { parseYaml } from '../../parsers/yaml/parse.ts';
import { folderModule } from '../shared/modules/folder-module.ts';
import { addressHosts, registrySetting } from '../shared/registries/registry-setting.ts';
import { entriesOf, stringAt } from '../shared/tree-access.ts';
import { uniqueReferences } from '../shared/unique-references.ts';

/** The registries that updates are looked for in. Credentials are never read. */
export const extractDependabot: Extract = source => {
  const { documents, comments, problems } = parseYaml(source, SUPPRESSION_MARKER);
  const scope = folderModule('dependabot', source.path);
  const references = documents.flatMap(document =>
    entriesOf(childOf(document, 'registries')).flatMap(({ key, value }) => {
      const address = stringAt(value, 'url') ?? stringAt(value, 'registry');
      const ecosystem = ECOSYSTEMS.get(stringAt(value, 'type')?.text ?? '');
      const where = { scope, structuralPath: ['registries', key] };
      if (!address) return [];
      return ecosystem === undefined
        ? addressHosts(address, where)
        : registrySetting(address, ecosystem, where);
    }),
  );
  return { references: uniqueReferences(references), definitions: [], calls: [], comments, problems };
};

const ECOSYSTEMS = new Map([
  ['cargo-registry', 'cargo'],
  ['composer-repository', 'composer'],
  ['docker-registry', 'docker'],
  ['goproxy-server', 'go'],
  ['helm-registry', 'helm'],
  ['hex-organization', 'hex'],
  ['hex-repository', 'hex'],
  ['maven-repository', 'maven'],
  ['npm-registry', 'npm'],
  ['nuget-feed', 'nuget'],
  ['pub-repository', 'pub'],
  ['python-index', 'pypi'],
  ['rubygems-server', 'rubygems'],
]);
