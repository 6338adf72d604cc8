/** The bytes of a base64 text, whose line breaks do not count; `undefined` when it is none. */
export function fromBase64(text: string): Uint8Array<ArrayBuffer> | undefined {
  const compact = text.replace(/\s+/g, '');
  if (compact === '' || compact.length % 4 !== 0 || !/^[A-Za-z0-9+/]+={0,2}$/.test(compact)) return undefined;
  const characters = atob(compact);
  const bytes = new Uint8Array(characters.length);
  for (let index = 0; index < bytes.length; index++) bytes[index] = characters.charCodeAt(index);
  return bytes;
}

/** The bytes as base64. */
export function toBase64(bytes: Uint8Array): string {
  let characters = '';
  for (let start = 0; start < bytes.length; start += BLOCK_LENGTH) {
    characters += String.fromCharCode(...bytes.subarray(start, start + BLOCK_LENGTH));
  }
  return btoa(characters);
}

/** Far fewer than the arguments that a call may have. */
const BLOCK_LENGTH = 8192;
