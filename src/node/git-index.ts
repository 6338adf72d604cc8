/** What a git index says is tracked. Folders are relative to the working tree's top, with `/`; the top is `''`. */
export interface TrackedFiles {
  readonly count: number;
  /** The names of the files, links and submodules that are tracked directly in this folder. */
  in(folder: string): readonly string[];
  /** Is anything in this folder or below it tracked? */
  hasBelow(folder: string): boolean;
}

/**
 * Reads the names out of a git index of version 2, 3 or 4
 * (https://git-scm.com/docs/index-format), `hashLength` being 20 (SHA-1) or 32 (SHA-256).
 * Returns `undefined` for bytes that are no such index. What is read is only ever compared with names that
 * are there on disk, so that a forged index cannot lead anywhere.
 */
export function readGitIndex(bytes: Buffer, hashLength: number): string[] | undefined {
  const names: string[] = [];
  return visitEntries(bytes, hashLength, name => names.push(name)) ? names : undefined;
}

/** A tracked file as git saw it last. */
export interface GitIndexEntry {
  /** Relative to the working tree's top, with `/`. */
  readonly name: string;
  readonly kind: 'file' | 'link' | 'submodule';
  /** Modification time; the nanoseconds are 0 where git does not keep them. */
  readonly seconds: number;
  readonly nanoseconds: number;
  /** In bytes, modulo 2^32. */
  readonly size: number;
  /** The blob's object id in hexadecimal digits. */
  readonly hash: string;
  /** One side of a merge conflict. */
  readonly isUnmerged: boolean;
  /** Not checked out on purpose (sparse checkout). */
  readonly isSkipped: boolean;
}

/** All entries with their state, as `readGitIndex` reads their names. */
export function readGitEntries(bytes: Buffer, hashLength: number): GitIndexEntry[] | undefined {
  const entries: GitIndexEntry[] = [];
  const isRead = visitEntries(bytes, hashLength, (name, at) => {
    const flags = bytes.readUInt16BE(at + STAT_LENGTH + hashLength);
    const more = flags & EXTENDED_FLAG ? bytes.readUInt16BE(at + STAT_LENGTH + hashLength + 2) : 0;
    entries.push({
      name,
      kind: KINDS[bytes.readUInt32BE(at + 24) >>> 12] ?? 'file',
      seconds: bytes.readUInt32BE(at + 8),
      nanoseconds: bytes.readUInt32BE(at + 12),
      size: bytes.readUInt32BE(at + 36),
      hash: bytes.toString('hex', at + STAT_LENGTH, at + STAT_LENGTH + hashLength),
      isUnmerged: (flags & STAGE_MASK) !== 0,
      isSkipped: (more & SKIP_WORKTREE_FLAG) !== 0,
    });
  });
  return isRead ? entries : undefined;
}

/**
 * Arranges `names` by folder. A set of all paths would be simpler, but making and asking it takes longer than
 * listing the folders.
 */
export function trackedFiles(names: readonly string[]): TrackedFiles {
  const byFolder = new Map<string, string[]>();
  const parents = new Set<string>(['']);
  let folder = '';
  let siblings: string[] = [];
  byFolder.set(folder, siblings);
  for (const name of names) {
    const slash = Math.max(0, name.lastIndexOf('/'));
    // Neighbours in an index mostly share their folder.
    if (slash !== folder.length || !name.startsWith(folder)) {
      folder = name.slice(0, slash);
      siblings = byFolder.get(folder) ?? [];
      if (siblings.length === 0) byFolder.set(folder, siblings);
      addWithParents(parents, folder);
    }
    siblings.push(name.slice(slash === 0 ? 0 : slash + 1));
  }
  return {
    count: names.length,
    in: path => byFolder.get(path) ?? NOTHING,
    hasBelow: path => parents.has(path),
  };
}

const NOTHING: readonly string[] = [];

const HEADER_LENGTH = 12;
/** Times, device, inode, mode, owner and size of an entry, in front of its hash. */
const STAT_LENGTH = 40;
const EXTENDED_FLAG = 0x4000;
const STAGE_MASK = 0x3000;
/** In the second word of flags. */
const SKIP_WORKTREE_FLAG = 0x4000;
/** By the upper four bits of the mode. */
const KINDS: Readonly<Record<number, GitIndexEntry['kind']>> = { 8: 'file', 10: 'link', 14: 'submodule' };

/** Calls `visit` with each name and where its entry begins; `false` for bytes that are no index. */
function visitEntries(
  bytes: Buffer,
  hashLength: number,
  visit: (name: string, start: number) => unknown,
): boolean {
  if (bytes.length < HEADER_LENGTH || bytes.toString('latin1', 0, 4) !== 'DIRC') return false;
  const version = bytes.readUInt32BE(4);
  if (version < 2 || version > 4) return false;
  const count = bytes.readUInt32BE(8);
  const flagsOffset = STAT_LENGTH + hashLength;
  // One conversion and cheap slices of it are several times faster than one conversion per name.
  const text = bytes.toString('latin1');
  let position = HEADER_LENGTH;
  let previous = '';
  for (let entry = 0; entry < count; entry++) {
    if (position + flagsOffset + 4 > bytes.length) return false;
    const extended = version > 2 && (bytes.readUInt16BE(position + flagsOffset) & EXTENDED_FLAG) !== 0;
    let start = position + flagsOffset + (extended ? 4 : 2);
    let kept = '';
    if (version === 4) {
      const strip = readStripLength(bytes, start);
      start = strip.end;
      kept = previous.slice(0, Math.max(0, previous.length - strip.value));
    }
    const end = text.indexOf('\0', start);
    if (end < 0) return false;
    previous = kept + text.slice(start, end);
    visit(decodeName(previous), position);
    position = version === 4 ? end + 1 : position + ((end - position + 8) & ~7);
  }
  return true;
}

/** How many bytes of the previous name an entry of version 4 drops: git's variable-width number. */
function readStripLength(bytes: Buffer, start: number): { value: number; end: number } {
  let position = start;
  let byte = bytes[position++] ?? 0;
  let value = byte & 0x7f;
  while ((byte & 0x80) !== 0) {
    byte = bytes[position++] ?? 0;
    value = (value + 1) * 128 + (byte & 0x7f);
  }
  return { value, end: position };
}

/** Names are UTF-8; most are ASCII, where the Latin-1 slice is the same. */
function decodeName(name: string): string {
  return NON_ASCII.test(name) ? Buffer.from(name, 'latin1').toString('utf8') : name;
}
const NON_ASCII = /[\x80-\xff]/;

function addWithParents(folders: Set<string>, folder: string): void {
  let current = folder;
  while (current !== '' && !folders.has(current)) {
    folders.add(current);
    current = current.slice(0, Math.max(0, current.lastIndexOf('/')));
  }
}
