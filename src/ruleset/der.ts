/** The little of ASN.1 DER that keys and signatures need (https://www.itu.int/rec/T-REC-X.690). */

/** An element's content; `undefined` when the bytes are not one element with this tag. */
export function derContent(bytes: Uint8Array, tag: number): Uint8Array | undefined {
  const element = firstElement(bytes);
  return element && bytes[0] === tag && element.end === bytes.length
    ? bytes.subarray(element.start, element.end)
    : undefined;
}

/** The elements that stand one after another in `bytes`; `undefined` when something else is between them. */
export function derElements(bytes: Uint8Array): Uint8Array[] | undefined {
  const elements: Uint8Array[] = [];
  for (let rest = bytes; rest.length > 0; ) {
    const element = firstElement(rest);
    if (!element) return undefined;
    elements.push(rest.subarray(0, element.end));
    rest = rest.subarray(element.end);
  }
  return elements;
}

/** An element with the given tag and content. */
export function derElement(tag: number, ...contents: readonly Uint8Array[]): Uint8Array {
  const length = contents.reduce((sum, content) => sum + content.length, 0);
  return joinBytes([Uint8Array.from([tag, ...derLength(length)]), ...contents]);
}

export const DER = { integer: 0x02, octets: 0x04, sequence: 0x30 } as const;

/** All the bytes in one array. */
export function joinBytes(parts: readonly Uint8Array[]): Uint8Array<ArrayBuffer> {
  const joined = new Uint8Array(parts.reduce((sum, part) => sum + part.length, 0));
  let at = 0;
  for (const part of parts) {
    joined.set(part, at);
    at += part.length;
  }
  return joined;
}

function derLength(length: number): number[] {
  if (length < 0x80) return [length];
  return length < 0x100 ? [0x81, length] : [0x82, length >> 8, length & 0xff];
}

/** Lengths of more than two bytes do not occur in keys and signatures. */
function firstElement(bytes: Uint8Array): { start: number; end: number } | undefined {
  const [, first = 0xff, second = 0, third = 0] = bytes;
  const [start, length] =
    first < 0x80
      ? [2, first]
      : first === 0x81
        ? [3, second]
        : first === 0x82
          ? [4, second * 256 + third]
          : [0, 0];
  const end = start + length;
  return start > 0 && end <= bytes.length ? { start, end } : undefined;
}
