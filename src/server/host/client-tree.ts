import type { FileContent, FileTree } from '../../engine/index.ts';
import type { ProblemCode } from '../../model/problem.ts';
import { FILES_AT_ONCE, type FileAnswer, type FileFailure } from '../../protocol/files.ts';
import { fromBase64 } from '../../text/base64.ts';
import { joinInside } from '../../text/path.ts';
import { type Phrase, phrase } from '../../words/phrase.ts';
import { type ClientWalk, walkClient } from './client-walk.ts';

/**
 * The files of a folder that only the client can reach. A scan tells what it will read next, so that those files come in
 * batches; what somebody asks for out of turn comes alone.
 */
export function clientTree(walk: ClientWalk): FileTree {
  let coming: readonly string[] = [];
  const ready = new Map<string, FileContent>();
  return {
    list: signal => walkClient(walk, signal),
    expect: paths => {
      coming = paths;
      ready.clear();
    },
    read: async path => {
      if (joinInside('', path) !== path) return failed(path, 'link');
      const known = ready.get(path);
      ready.delete(path);
      if (known) return known;
      const isNext = coming[0] === path;
      const batch = isNext ? coming.slice(0, FILES_AT_ONCE) : [path];
      const [first, ...others] = await walk.files.read(batch.map(walk.toUri), SIZE_LIMIT);
      if (isNext) {
        coming = coming.slice(1 + others.length);
        for (const [index, answer] of others.entries()) {
          const other = batch[index + 1];
          if (other !== undefined) ready.set(other, contentOf(other, answer));
        }
      }
      return first ? contentOf(path, first) : failed(path, 'unreadable');
    },
  };
}

/** As much as is read from disk. */
const SIZE_LIMIT = 20 * 1024 * 1024;

function contentOf(path: string, answer: FileAnswer): FileContent {
  if (!('content' in answer)) return failed(path, answer.failure);
  // The empty text is no base64, and a file may be empty.
  const bytes = answer.content === '' ? new Uint8Array() : fromBase64(answer.content);
  return bytes ? { ok: true, bytes } : failed(path, 'unreadable');
}

function failed(path: string, failure: FileFailure): FileContent {
  return { ok: false, problem: { path, ...FAILURES[failure] } };
}

const FAILURES: Readonly<Record<FileFailure, { code: ProblemCode; message: Phrase }>> = {
  missing: { code: 'unreadable', message: phrase('problem.gone') },
  unreadable: { code: 'unreadable', message: phrase('problem.unreadable-here') },
  'too-large': { code: 'too-large', message: phrase('problem.too-large') },
  'not-a-file': { code: 'not-a-file', message: phrase('problem.not-a-file-here') },
  link: {
    code: 'unreadable',
    message: phrase('problem.link-here'),
  },
};
