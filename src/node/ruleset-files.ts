import { realpathSync } from 'node:fs';
import { dirname, isAbsolute, join, relative, resolve, sep } from 'node:path';
import { decode } from '../engine/decode.ts';
import type { RulesetBase, RulesetFileContent, RulesetFiles } from '../engine/ports.ts';
import { type Phrase, phrase } from '../words/phrase.ts';
import { findRepositoryTop } from './git-repository.ts';
import { createFileReader, type ReadFailure } from './read-file.ts';

/** The file of an npm package that is its ruleset. */
const PACKAGE_RULESET = 'vendor-diligence.jsonc';

/** Ruleset files on disk. Paths without a base start from the absolute path `workingFolder`. */
export function createRulesetFiles(workingFolder: string): RulesetFiles {
  const folderOf = ({ location }: RulesetBase) =>
    location === undefined ? workingFolder : dirname(location);
  return {
    readFile: async (path, base) => {
      const absolute = resolve(folderOf(base), path);
      // Before the file system is asked: a path that leads out of the repository may name another machine.
      const isOutside = base.confined && !isInside(absolute, folderOf(base));
      return isOutside ? { ok: false, reason: phrase('file.outside') } : readInside(absolute, base);
    },
    readPackage: async (name, base) => {
      const [, packageName = '', path = PACKAGE_RULESET] = PACKAGE_NAME.exec(name) ?? [];
      if (packageName === '') return { ok: false, reason: phrase('file.no-package-name') };
      for (const folder of withParents(folderOf(base))) {
        const answer = readInside(join(folder, 'node_modules', packageName, path), base);
        if (answer.ok || answer.reason !== REASONS.missing) return answer;
      }
      return {
        ok: false,
        reason: phrase('file.not-installed', { path: `node_modules/${packageName}/${path}` }),
      };
    },
  };
}

/** `name`, `@scope/name`, and a path in it (https://docs.npmjs.com/cli/configuring-npm/package-json#name). */
const PACKAGE_NAME = /^((?:@[a-z0-9~-][a-z0-9._~-]*\/)?[a-z0-9~-][a-z0-9._~-]*)(?:\/(?!.*\.\.)(.+))?$/;

const REASONS: Readonly<Record<ReadFailure, Phrase>> = {
  missing: phrase('file.missing'),
  'symbolic-link': phrase('file.link'),
  'not-a-file': phrase('file.no-file'),
  'too-large': phrase('file.large'),
  unreadable: phrase('file.denied'),
};

const readBytes = createFileReader(1024 * 1024);

/** Links are followed to where they lead, and a confined ruleset reaches nothing outside its repository by them. */
function readInside(path: string, { location, confined }: RulesetBase): RulesetFileContent {
  const real = realPath(path);
  if (real === undefined) return { ok: false, reason: REASONS.missing };
  const folder = location === undefined ? undefined : dirname(realPath(location) ?? location);
  if (confined && !(folder !== undefined && isInside(real, folder)))
    return { ok: false, reason: phrase('file.outside') };
  const bytes = readBytes(real);
  if (typeof bytes === 'string') return { ok: false, reason: REASONS[bytes] };
  return { ok: true, location: real, text: decode(path, bytes).text };
}

/** Whether a path lies in the repository of a folder, by the names that both have. */
function isInside(path: string, folder: string): boolean {
  const fromTop = relative(findRepositoryTop(folder) ?? folder, path);
  return fromTop !== '..' && !fromTop.startsWith(`..${sep}`) && !isAbsolute(fromTop);
}

function realPath(path: string): string | undefined {
  try {
    return realpathSync(path);
  } catch {
    return undefined;
  }
}

function withParents(folder: string): string[] {
  const parent = dirname(folder);
  return parent === folder ? [folder] : [folder, ...withParents(parent)];
}
