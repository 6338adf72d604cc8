import assert from 'node:assert/strict';
import { loadCatalog } from '../../src/catalog/index.ts';
import { loadMigrations, migrationTargetsOf } from '../../src/catalog/mappings.ts';
import type { BlockSchema, Mapping, ProviderSchema, TargetResource } from '../../src/model/migration.ts';
import { migrationModules } from '../../src/tools/catalog-output.ts';
import { readMigrationFiles } from '../../src/tools/migration-files.ts';

const { mappings, schemas } = await loadMigrations();

describe('mapping tables', () => {
  it('are as the data files have them (else run npm run generate)', () => {
    const { migrations, problems } = readMigrationFiles();
    assert.deepEqual(problems, []);
    assert.deepEqual(JSON.parse(JSON.stringify(migrations)), { mappings, schemas });
    assert.equal(migrationModules(migrations).length, 2);
  });

  it('lead from vendors of the catalog to vendors of the catalog', async () => {
    const catalog = await loadCatalog();
    for (const { vendor, targets } of mappings) {
      assert.ok(catalog.vendor(vendor), vendor);
      assert.deepEqual(
        migrationTargetsOf(vendor)?.vendors,
        targets.map(target => target.vendor),
      );
      for (const target of targets) assert.ok(catalog.vendor(target.vendor), target.vendor);
    }
  });

  for (const mapping of mappings) {
    describe(mapping.localName, () => {
      for (const { localName } of mapping.targets) {
        it(`writes only what ${localName} has`, () => {
          const schema = schemas[localName];
          assert.ok(schema);
          assert.deepEqual(unknownPaths(mapping, schema), []);
        });
      }

      it('names each type once', () => {
        const types = mapping.resources.flatMap(resource => resource.types);
        assert.equal(new Set(types).size, types.length);
      });

      it('says of an argument either where it goes or why it goes nowhere', () => {
        const both = mapping.resources.flatMap(({ types, unmapped, targets }) =>
          Object.values(targets).flatMap(target =>
            Object.keys(target.arguments)
              .filter(name => name in target.unmapped || name in unmapped)
              .map(name => `${types[0]}.${name}`),
          ),
        );
        assert.deepEqual(both, []);
      });
    });
  }
});

/** Every path that the mapping can write and the schema does not have. */
function unknownPaths(mapping: Mapping, schema: ProviderSchema): string[] {
  const target = mapping.targets.find(each => each.localName === schema.localName);
  assert.ok(target);
  const ofProvider = pathsOf(target.arguments).filter(path => !isKnown(schema.provider, path));
  const ofBackends = Object.values(target.backends).flatMap(({ type, arguments: moves }) => {
    const backend = schema.backends[type];
    return pathsOf(moves).filter(path => !backend || !isKnown(backend, path));
  });
  const ofResources = mapping.resources.flatMap(resource => {
    const own = resource.targets[schema.localName];
    return own ? unknownOf(own, schema).map(path => `${resource.types[0]}: ${path}`) : [];
  });
  return [...ofProvider, ...ofBackends, ...ofResources];
}

function unknownOf(target: TargetResource, schema: ProviderSchema): string[] {
  if (target.omit !== undefined || target.instead !== undefined) return [];
  const types = target.type === undefined ? Object.values(target.byValue?.types ?? {}) : [target.type];
  const companions = Object.entries(target.companions);
  const known = (type: string, path: string) => {
    const block = schema.resources[type];
    return block !== undefined && isKnown(block, path);
  };
  const own = [...pathsOf(target.arguments), ...Object.keys(target.set)].filter(path => {
    const [head = '', ...rest] = path.split('.');
    if (head in target.companions) return rest.length > 0 && !known(head, rest.join('.'));
    return !types.every(type => known(type, path));
  });
  const besides = companions.flatMap(([type, { set, refer }]) => [
    ...Object.keys(set).filter(path => !known(type, path)),
    ...Object.keys(refer).filter(path => !types.every(each => known(each, path))),
  ]);
  const attributes = Object.values(target.attributes).filter(attribute => {
    const name = attribute.replace(/[.[].*$/s, '');
    return !types.every(type => known(type, name) || schema.resources[type]?.computed?.includes(name));
  });
  return [...own, ...besides, ...attributes, ...types.filter(type => !(type in schema.resources))];
}

/** Where arguments go, what is in their blocks included. */
function pathsOf(moves: TargetResource['arguments']): string[] {
  return Object.values(moves).flatMap(move => {
    if (typeof move === 'string') return [move];
    const inside = Object.values(move.block ?? {}).map(each =>
      typeof each === 'string' ? each : (each.to ?? ''),
    );
    const written = (move.patterns ?? []).flatMap(({ write }) => Object.keys(write));
    return [
      ...(move.to === undefined ? [] : [move.to]),
      ...inside.map(path => (move.to === undefined ? path : `${move.to}.${path}`)),
      ...written,
      ...Object.keys(move.otherwise ?? {}),
    ];
  });
}

function isKnown(block: BlockSchema, path: string): boolean {
  const [first = '', ...rest] = path.split('.');
  const nested = block.blocks?.[first];
  if (nested) return rest.length === 0 || isKnown(nested, rest.join('.'));
  const type = block.required?.[first] ?? block.optional?.[first];
  return rest.length === 0 ? type !== undefined : rest.length === 1 && type === 'map';
}
