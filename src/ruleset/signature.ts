import { fromBase64, toBase64 } from '../text/base64.ts';
import { DER, derContent, derElement, derElements, joinBytes } from './der.ts';

/**
 * Detached signatures that `openssl` and `cosign` make and check: ECDSA on P-256 with SHA-256, the signature in DER, and
 * Ed25519; each as base64. Web Crypto alone, so that it works in a browser.
 */

/** A public key that signatures can be checked with. */
export interface PublicKey {
  readonly algorithm: Algorithm;
  /** SubjectPublicKeyInfo (https://www.rfc-editor.org/rfc/rfc5280#section-4.1.2.7). */
  readonly der: Uint8Array<ArrayBuffer>;
}

type Algorithm = 'P-256' | 'Ed25519';

/** Reads a public key: PEM, or its base64 alone. `undefined` when it is none of the two kinds. */
export function readPublicKey(text: string): PublicKey | undefined {
  const der = fromBase64(pemBody(text, 'PUBLIC KEY') ?? text);
  const info = der && derContent(der, DER.sequence);
  const algorithm = info && algorithmIn(derElements(info)?.[0]);
  return der && algorithm ? { algorithm, der } : undefined;
}

/** Whether `signature` (base64) is the key's for exactly these bytes. */
export async function isSignedBy(
  key: PublicKey,
  bytes: Uint8Array<ArrayBuffer>,
  signature: string,
): Promise<boolean> {
  const given = fromBase64(signature);
  const raw = given && (key.algorithm === 'P-256' ? rawFromDer(given) : given);
  if (!raw) return false;
  try {
    const imported = await crypto.subtle.importKey('spki', key.der, importParameters(key.algorithm), false, [
      'verify',
    ]);
    return await crypto.subtle.verify(signParameters(key.algorithm), imported, raw, bytes);
  } catch {
    return false;
  }
}

/**
 * Signs the bytes: base64, or `undefined` when `privateKey` is no unencrypted PEM key of the two kinds. Takes what
 * `openssl genpkey`, `openssl ecparam -genkey` and `openssl pkcs8` write.
 */
export async function signBytes(
  privateKey: string,
  bytes: Uint8Array<ArrayBuffer>,
): Promise<string | undefined> {
  const der = privateKeyInfo(privateKey);
  const info = der && derContent(der, DER.sequence);
  const algorithm = info && algorithmIn(derElements(info)?.[1]);
  if (!der || !algorithm) return undefined;
  try {
    const key = await crypto.subtle.importKey('pkcs8', der, importParameters(algorithm), false, ['sign']);
    const raw = new Uint8Array(await crypto.subtle.sign(signParameters(algorithm), key, bytes));
    return toBase64(algorithm === 'P-256' ? derFromRaw(raw) : raw);
  } catch {
    return undefined;
  }
}

/** The SHA-256 of the bytes in lower-case hexadecimal digits. */
export async function sha256(bytes: Uint8Array<ArrayBuffer>): Promise<string> {
  const digest = new Uint8Array(await crypto.subtle.digest('SHA-256', bytes));
  return Array.from(digest, byte => byte.toString(16).padStart(2, '0')).join('');
}

/** AlgorithmIdentifiers: id-ecPublicKey with prime256v1 (RFC 5480), id-Ed25519 (RFC 8410). */
const IDENTIFIERS: readonly (readonly [algorithm: Algorithm, hex: string])[] = [
  ['P-256', '301306072a8648ce3d020106082a8648ce3d030107'],
  ['Ed25519', '300506032b6570'],
];

function algorithmIn(identifier: Uint8Array | undefined): Algorithm | undefined {
  const hex = Array.from(identifier ?? [], byte => byte.toString(16).padStart(2, '0')).join('');
  return IDENTIFIERS.find(([, known]) => known === hex)?.[0];
}

/** PKCS #8; an EC key in its older form (RFC 5915) is wrapped in it. */
function privateKeyInfo(pem: string): Uint8Array<ArrayBuffer> | undefined {
  const pkcs8 = pemBody(pem, 'PRIVATE KEY');
  if (pkcs8 !== undefined) return fromBase64(pkcs8);
  const older = fromBase64(pemBody(pem, 'EC PRIVATE KEY') ?? '');
  const identifier = fromHex(IDENTIFIERS[0]?.[1] ?? '');
  const version = derElement(DER.integer, Uint8Array.of(0));
  return older && joinBytes([derElement(DER.sequence, version, identifier, derElement(DER.octets, older))]);
}

function fromHex(hex: string): Uint8Array {
  return Uint8Array.from(hex.match(/../g) ?? [], byte => Number.parseInt(byte, 16));
}

function pemBody(pem: string, label: string): string | undefined {
  return new RegExp(`-----BEGIN ${label}-----([A-Za-z0-9+/=\\s]+)-----END ${label}-----`).exec(pem)?.[1];
}

function importParameters(algorithm: Algorithm) {
  return algorithm === 'P-256' ? { name: 'ECDSA', namedCurve: 'P-256' } : { name: 'Ed25519' };
}

function signParameters(algorithm: Algorithm) {
  return algorithm === 'P-256' ? { name: 'ECDSA', hash: 'SHA-256' } : { name: 'Ed25519' };
}

/** Web Crypto has r and s one after the other, 32 bytes each; DER has them as a sequence of two integers (RFC 3279). */
function rawFromDer(signature: Uint8Array): Uint8Array<ArrayBuffer> | undefined {
  const sequence = derContent(signature, DER.sequence);
  const elements = sequence ? derElements(sequence) : undefined;
  const [r, s] = (elements ?? []).map(element => fixedInteger(derContent(element, DER.integer)));
  return elements?.length === 2 && r && s ? joinBytes([r, s]) : undefined;
}

const COORDINATE_LENGTH = 32;

function fixedInteger(content: Uint8Array | undefined): Uint8Array | undefined {
  const digits = content?.subarray(content.findIndex(byte => byte !== 0));
  if (!digits || digits.length > COORDINATE_LENGTH) return undefined;
  const fixed = new Uint8Array(COORDINATE_LENGTH);
  fixed.set(digits, COORDINATE_LENGTH - digits.length);
  return fixed;
}

function derFromRaw(raw: Uint8Array): Uint8Array {
  const halves = [raw.subarray(0, COORDINATE_LENGTH), raw.subarray(COORDINATE_LENGTH)];
  return derElement(DER.sequence, ...halves.map(integerElement));
}

/** Without zeros in front, but for the one that keeps it positive. */
function integerElement(half: Uint8Array): Uint8Array {
  const digits = half.subarray(half.findIndex(byte => byte !== 0));
  const isNegative = (digits[0] ?? 0) >= 0x80;
  return derElement(DER.integer, ...(isNegative ? [Uint8Array.of(0)] : []), digits);
}
