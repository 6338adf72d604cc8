import { execFileSync } from 'node:child_process';
import { mkdirSync, mkdtempSync, realpathSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { createFileTree } from '../../src/node/file-tree.ts';

/** A folder on disk for one test, with git to prepare it. */
export interface TemporaryTree {
  /** Absolute path. */
  readonly root: string;
  write(path: string, content?: string | Uint8Array): void;
  /** Makes a named pipe, which nobody writes into. */
  pipe(path: string): void;
  /** Runs git in `folder` (relative), with the test's own configuration only. */
  git(folder: string, ...parameters: string[]): string;
  remove(): void;
}

export function temporaryTree(): TemporaryTree {
  const root = realpathSync(mkdtempSync(join(tmpdir(), 'vendor-diligence-')));
  return {
    root,
    write: (path, content = '') => {
      mkdirSync(dirname(join(root, path)), { recursive: true });
      writeFileSync(join(root, path), content);
    },
    pipe: path => execFileSync(MAKE_PIPE, [join(root, path)]),
    git: (folder, ...parameters) =>
      execFileSync('git', [...GIT_OPTIONS, ...parameters], {
        cwd: join(root, folder),
        encoding: 'utf8',
        env: { PATH: process.env.PATH, HOME: root, GIT_CONFIG_NOSYSTEM: '1' },
        stdio: ['ignore', 'pipe', 'ignore'],
      }),
    remove: () => rmSync(root, { recursive: true, force: true }),
  };
}

/** What `scan` would find below `folder`, with no configuration of the user. */
export async function listFiles(root: string, folder = ''): Promise<readonly string[]> {
  const { files, problems } = await createFileTree({ root, folders: [folder], variables: {} }).list();
  if (problems.length > 0) throw new Error(JSON.stringify(problems));
  return files;
}

const MAKE_PIPE = 'mkfifo';

const GIT_OPTIONS = [
  ...['-c', 'user.name=test', '-c', 'user.email=test@example.com'],
  ...['-c', 'init.defaultBranch=main', '-c', 'protocol.file.allow=always'],
];
