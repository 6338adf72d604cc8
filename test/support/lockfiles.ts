/** Lockfiles of npm that are longer than what is read in one part, one of each version, with a manifest. */
export function longLockfiles(): Record<string, string>[] {
  return [lockfile(1), lockfile(2), lockfile(3)];
}

function lockfile(version: 1 | 2 | 3): Record<string, string> {
  const dependencies = { web: '^1.0.0', oss: 'npm:ali-oss@^6.20.0', tools: '*', 'part-3': '^1.0.0' };
  const lock = {
    name: 'app',
    lockfileVersion: version,
    requires: true,
    ...(version > 1 ? { packages: packages(dependencies) } : {}),
    ...(version < 3 ? { dependencies: nested() } : {}),
  };
  return {
    'package.json': JSON.stringify({ name: 'app', dependencies }, undefined, 2),
    'package-lock.json': JSON.stringify(lock, undefined, 2),
  };
}

function packages(dependencies: Record<string, string>): Record<string, unknown> {
  const places: Record<string, unknown> = {
    '': { name: 'app', workspaces: ['tools'], dependencies },
    'node_modules/oss': { name: 'ali-oss', ...fetched('ali-oss', '6.20.0') },
    'node_modules/tools': { resolved: 'tools', link: true },
    tools: { name: 'tools', dependencies: { 'part-7': '^1.0.0', tablestore: '^5.0.0' } },
    'node_modules/web': { ...fetched('web', '1.0.0'), dependencies: { 'part-0': '^1.0.0' } },
  };
  for (let index = 0; index < COUNT; index++) {
    places[`node_modules/part-${index}`] = {
      ...part(index),
      dependencies: { [`part-${index + 1}`]: '^1.0.0' },
    };
    if (index % 5 === 0)
      places[`node_modules/part-${index}/node_modules/tablestore`] = fetched('tablestore', `5.${index}.0`);
  }
  return places;
}

function nested(): Record<string, unknown> {
  const places: Record<string, unknown> = {
    oss: { ...fetched('ali-oss', '6.20.0'), version: 'npm:ali-oss@6.20.0' },
    web: { ...fetched('web', '1.0.0'), requires: { 'part-0': '^1.0.0' } },
  };
  for (let index = 0; index < COUNT; index++) {
    places[`part-${index}`] = {
      ...part(index),
      requires: { [`part-${index + 1}`]: '^1.0.0', tablestore: '^5.0.0' },
      ...(index % 5 === 0 ? { dependencies: { tablestore: fetched('tablestore', `5.${index}.0`) } } : {}),
    };
  }
  return places;
}

const COUNT = 40;

/** Of various origins: the company's registry, a mirror, a git server. */
function part(index: number) {
  const name = `part-${index}`;
  const place = fetched(name, `1.${index}.0`);
  if (index % 7 === 6) return { ...place, resolved: `git+ssh://git@gitee.com/parts/${name}.git#0123` };
  if (index % 3 > 0) return place;
  return { ...place, resolved: `https://packages.example.com/${name}/-/${name}-1.${index}.0.tgz` };
}

function fetched(name: string, version: string) {
  return { version, resolved: `https://registry.npmmirror.com/${name}/-/${name}-${version}.tgz` };
}
