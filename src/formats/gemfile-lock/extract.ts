import type { Extract } from '../../model/format.ts';
import { type Line, linesOf } from '../../parsers/lines.ts';
import { basename } from '../../text/path.ts';
import { span } from '../../text/span.ts';
import { folderModule } from '../shared/modules/folder-module.ts';
import { type LockNode, lockGraph } from '../shared/packages/lock-graph.ts';
import { packageReferences } from '../shared/packages/named-package.ts';
import { FetchedHosts } from '../shared/registries/fetched-hosts.ts';

/** Every gem, who brings it in, and the servers and repositories. */
export const extractGemfileLock: Extract = source => {
  const scope = folderModule('ruby', source.path);
  const lockfile = readLockfile(source.text, new FetchedHosts(scope));
  const direct = new Set(lockfile.direct);
  const references = lockfile.gems.flatMap(({ name, version, start, isLocal }) =>
    isLocal
      ? []
      : packageReferences(
          {
            type: 'gem',
            path: name,
            name,
            span: span(start, start + name.length),
            written: version,
            version,
            dependency: direct.has(name) ? 'direct' : 'transitive',
            node: name,
          },
          { scope, structuralPath: ['GEM', name] },
        ),
  );
  const nodes: LockNode[] = lockfile.gems.map(({ name, requires }) => ({ node: name, name, requires }));
  return {
    references: [...references, ...lockfile.hosts.references()],
    definitions: [],
    calls: [],
    graph: lockGraph(source.path, manifestOf(basename(source.path)), nodes, lockfile.direct),
    comments: [],
    problems: [],
  };
};

function manifestOf(lockfile: string): string {
  return lockfile === 'gems.locked' ? 'gems.rb' : lockfile.replace(/\.lock$/, '');
}

interface LockedGem {
  readonly name: string;
  readonly version?: string | undefined;
  readonly start: number;
  /** A folder of the repository. */
  readonly isLocal: boolean;
  readonly requires: string[];
}

interface Lockfile {
  readonly gems: LockedGem[];
  readonly direct: string[];
  readonly hosts: FetchedHosts;
}

/**
 * Sections begin in the first column; below `specs:`, gems are indented by four blanks and what they require by six
 * (https://bundler.io/guides/rationale.html).
 */
function readLockfile(text: string, hosts: FetchedHosts): Lockfile {
  const lockfile: Lockfile = { gems: [], direct: [], hosts };
  let section = '';
  for (const line of linesOf(text)) {
    if (line.indent === 0) {
      // Anything else is what a merge has left.
      if (/^[A-Z][A-Z ]+$/.test(line.text)) section = line.text;
    } else if (section === 'DEPENDENCIES') lockfile.direct.push(/^[^\s!(]+/.exec(line.text)?.[0] ?? '');
    else if (line.text.startsWith('remote:')) addRemote(line, section, hosts);
    else if (SPECS.has(section) && line.indent === 4) lockfile.gems.push(gemOf(line, section));
    else if (SPECS.has(section) && line.indent === 6) {
      const name = /^[^\s(]+/.exec(line.text)?.[0];
      if (name !== undefined) lockfile.gems.at(-1)?.requires.push(name);
    }
  }
  return lockfile;
}

const SPECS = new Set(['GEM', 'GIT', 'PATH', 'PLUGIN SOURCE']);

function gemOf(line: Line, section: string): LockedGem {
  const match = /^([^\s(]+)(?:\s+\(([^)\s]*)\))?/.exec(line.text);
  // The platform is no part of the version: `1.16.7-x86_64-linux`.
  const version = match?.[2]?.replace(/-(?:x86|x64|arm|aarch|universal|java|mingw|mswin).*$/s, '');
  return { name: match?.[1] ?? '', version, start: line.start, isLocal: section === 'PATH', requires: [] };
}

function addRemote(line: Line, section: string, hosts: FetchedHosts): void {
  const address = line.text.slice('remote:'.length).trim();
  const start = line.end - address.length;
  const text = { text: address, span: span(start, line.end) };
  hosts.add(text, section === 'GEM' ? { ecosystem: 'rubygems' } : undefined);
}
