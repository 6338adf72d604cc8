import assert from 'node:assert/strict';
import { spawnSync } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { isSignedBy, readPublicKey, sha256, signBytes } from '../../src/ruleset/signature.ts';
import { toBase64 } from '../../src/text/base64.ts';

/** Keys and signatures that openssl made, for this test alone. */
const KEYS = join(import.meta.dirname, 'keys');
const text = (name: string) => readFileSync(join(KEYS, name), 'utf8');
const content = Uint8Array.from(readFileSync(join(KEYS, 'policy.jsonc')));

async function verifies(key: string, signature: string, bytes = content): Promise<boolean> {
  const publicKey = readPublicKey(key);
  assert.ok(publicKey, 'no public key');
  return isSignedBy(publicKey, bytes, signature);
}

describe('detached signatures', () => {
  for (const kind of ['p256', 'ed25519'] as const) {
    it(`${kind}: one made by openssl verifies`, async () => {
      assert.ok(await verifies(text(`${kind}.pub`), text(`policy.${kind}.sig`)));
    });

    it(`${kind}: the key may stand on one line, as a setting has it`, async () => {
      const line = text(`${kind}.pub`).replace(/-----[A-Z ]+-----|\s/g, '');
      assert.ok(await verifies(line, text(`policy.${kind}.sig`)));
    });

    it(`${kind}: what is signed here verifies, with a line break behind it and in lines of 64`, async () => {
      const signature = (await signBytes(text(`${kind}.pem`), content)) ?? '';
      assert.ok(await verifies(text(`${kind}.pub`), `${signature}\n`));
      assert.ok(await verifies(text(`${kind}.pub`), signature.replace(/.{64}/g, '$&\n')));
    });

    it(`${kind}: a changed byte, another key, another kind of key, or no signature at all does not`, async () => {
      const signature = text(`policy.${kind}.sig`);
      const changed = Uint8Array.from(content);
      changed[5] = (changed[5] ?? 0) ^ 1;
      assert.equal(await verifies(text(`${kind}.pub`), signature, changed), false);
      assert.equal(await verifies(text('other.pub'), signature), false);
      assert.equal(await verifies(text(kind === 'p256' ? 'ed25519.pub' : 'p256.pub'), signature), false);
      for (const none of ['', 'AAAA', 'not base64!', signature.slice(0, -8), `${signature.slice(0, -4)}AAAA`])
        assert.equal(await verifies(text(`${kind}.pub`), none), false, none);
    });
  }

  it('signs with the older form of an EC key', async () => {
    const signature = await signBytes(text('p256-sec1.pem'), content);
    assert.ok(await verifies(text('p256.pub'), signature ?? ''));
  });

  it('takes no other keys', async () => {
    for (const key of [
      '',
      'x',
      text('p256.pem'),
      '-----BEGIN PUBLIC KEY-----\nAAAA\n-----END PUBLIC KEY-----',
    ])
      assert.equal(readPublicKey(key), undefined);
    for (const key of [
      '',
      text('p256.pub'),
      '-----BEGIN ENCRYPTED PRIVATE KEY-----\nAAAA\n-----END ENCRYPTED PRIVATE KEY-----',
    ])
      assert.equal(await signBytes(key, content), undefined);
  });

  it('never throws, whatever the signature holds', async () => {
    const der = (bytes: readonly number[]) => toBase64(Uint8Array.from(bytes));
    for (const bytes of [
      [0x30],
      [0x30, 0x80],
      [0x30, 0x04, 2, 1, 1],
      [0x30, 6, 2, 1, 0, 2, 1, 0],
      [0x30, 0x82, 0xff, 0xff],
    ])
      assert.equal(await verifies(text('p256.pub'), der(bytes)), false);
  });

  it('many signatures: DER integers of every length come out right', async () => {
    for (let at = 0; at < 60; at++) {
      const bytes = new TextEncoder().encode(`policy ${at}`);
      const signature = (await signBytes(text('p256.pem'), bytes)) ?? '';
      assert.ok(await verifies(text('p256.pub'), signature, bytes));
    }
  });

  it('hashes', async () => {
    assert.equal(
      await sha256(new Uint8Array()),
      'e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855',
    );
  });
});

/** A machine may have no openssl; the signatures that are checked in were made by one. */
const OPENSSL = 'openssl';
const hasOpenssl = spawnSync(OPENSSL, ['version']).status === 0;

(hasOpenssl ? describe : describe.skip)('openssl on this machine', () => {
  let folder: string;
  before(() => {
    folder = mkdtempSync(join(tmpdir(), 'signature-'));
    writeFileSync(join(folder, 'policy.jsonc'), content);
  });
  after(() => rmSync(folder, { recursive: true }));

  function openssl(...argv: readonly string[]): Buffer {
    const { status, stdout, stderr } = spawnSync(OPENSSL, argv, { cwd: folder });
    assert.equal(status, 0, stderr.toString());
    return stdout;
  }

  it('verifies what is signed here with its keys', async () => {
    openssl('genpkey', '-algorithm', 'EC', '-pkeyopt', 'ec_paramgen_curve:P-256', '-out', 'ec.pem');
    openssl('pkey', '-in', 'ec.pem', '-pubout', '-out', 'ec.pub');
    const signature = (await signBytes(readFileSync(join(folder, 'ec.pem'), 'utf8'), content)) ?? '';
    writeFileSync(join(folder, 'sig'), Buffer.from(signature, 'base64'));
    openssl('dgst', '-sha256', '-verify', 'ec.pub', '-signature', 'sig', 'policy.jsonc');
  });

  it('verifies what is signed here with Ed25519', async () => {
    openssl('genpkey', '-algorithm', 'ed25519', '-out', 'ed.pem');
    openssl('pkey', '-in', 'ed.pem', '-pubout', '-out', 'ed.pub');
    const signature = (await signBytes(readFileSync(join(folder, 'ed.pem'), 'utf8'), content)) ?? '';
    writeFileSync(join(folder, 'sig'), Buffer.from(signature, 'base64'));
    openssl(
      'pkeyutl',
      '-verify',
      '-pubin',
      '-inkey',
      'ed.pub',
      '-rawin',
      '-in',
      'policy.jsonc',
      '-sigfile',
      'sig',
    );
  });

  it('signs what verifies here, as cosign does too: base64 of the DER', async () => {
    openssl('ecparam', '-name', 'prime256v1', '-genkey', '-noout', '-out', 'old.pem');
    openssl('pkey', '-in', 'old.pem', '-pubout', '-out', 'old.pub');
    const signature = openssl('dgst', '-sha256', '-sign', 'old.pem', 'policy.jsonc').toString('base64');
    assert.ok(await verifies(readFileSync(join(folder, 'old.pub'), 'utf8'), signature));
  });
});
