import { closeSync, openSync, readSync } from 'node:fs';

/** Small, because a thousand files may be read side by side. */
const CHUNK_LENGTH = 16 * 1024;

/**
 * The bytes of a file, piece by piece. The file is opened anew for each piece: any number of files can be read side by
 * side without running out of descriptors.
 * @throws the system's error when the file cannot be read
 */
export function* fileChunks(path: string): Generator<Uint8Array> {
  for (let position = 0; ; ) {
    const chunk = readAt(path, position);
    if (chunk.length === 0) return;
    position += chunk.length;
    yield chunk;
  }
}

function readAt(path: string, position: number): Uint8Array {
  const buffer = new Uint8Array(CHUNK_LENGTH);
  const descriptor = openSync(path, 'r');
  try {
    return buffer.subarray(0, readSync(descriptor, buffer, 0, CHUNK_LENGTH, position));
  } finally {
    closeSync(descriptor);
  }
}
