import { generateKeyPairSync, sign } from 'node:crypto';
import { DER, derElement } from '../../src/ruleset/der.ts';

/** A server's key and certificate, both PEM. The certificate is its own authority. */
export interface ServerIdentity {
  readonly key: string;
  readonly cert: string;
}

/** Makes a self-signed certificate for 127.0.0.1 (https://www.rfc-editor.org/rfc/rfc5280#section-4.1). */
export function makeServerIdentity(): ServerIdentity {
  const { privateKey, publicKey } = generateKeyPairSync('ec', { namedCurve: 'P-256' });
  const name = sequence(derElement(0x31, sequence(hex('0603550403'), derElement(0x0c, text('loopback')))));
  const validity = sequence(derElement(0x17, text('200101000000Z')), derElement(0x17, text('490101000000Z')));
  const subjectAltName = sequence(
    hex('0603551d11'),
    derElement(DER.octets, sequence(derElement(0x87, Uint8Array.of(127, 0, 0, 1)))),
  );
  const isAuthority = sequence(hex('0603551d13'), derElement(DER.octets, sequence(hex('0101ff'))));
  const certificate = sequence(
    derElement(0xa0, hex('020102')),
    hex('020101'),
    ECDSA_WITH_SHA256,
    name,
    validity,
    name,
    publicKey.export({ format: 'der', type: 'spki' }),
    derElement(0xa3, sequence(subjectAltName, isAuthority)),
  );
  const signature = sign('sha256', certificate, privateKey);
  const signed = sequence(certificate, ECDSA_WITH_SHA256, derElement(0x03, Uint8Array.of(0), signature));
  const base64 = Buffer.from(signed).toString('base64');
  return {
    key: privateKey.export({ format: 'pem', type: 'pkcs8' }).toString(),
    cert: `-----BEGIN CERTIFICATE-----\n${base64}\n-----END CERTIFICATE-----\n`,
  };
}

const ECDSA_WITH_SHA256 = hex('300a06082a8648ce3d040302');

function sequence(...elements: readonly Uint8Array[]): Uint8Array {
  return derElement(DER.sequence, ...elements);
}

function hex(digits: string): Uint8Array {
  return Uint8Array.from(Buffer.from(digits, 'hex'));
}

function text(characters: string): Uint8Array {
  return new TextEncoder().encode(characters);
}
