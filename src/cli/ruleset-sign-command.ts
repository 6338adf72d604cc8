import { isSignedBy, readPublicKey, signBytes } from '../engine/index.ts';
import { readBytes, writeTextFile } from '../node/text-file.ts';
import type { Environment } from './command.ts';
import { EXIT_CODE, type ExitCode } from './exit-code.ts';
import type { Streams } from './streams.ts';
import { UsageError } from './usage-error.ts';

/** Writes the detached signature of a file beside it, as base64. */
export async function signCommand(
  file: string,
  { key, output = `${file}.sig` }: { readonly key: string; readonly output?: string },
  { stderr }: Streams,
  { workingFolder }: Environment,
): Promise<ExitCode> {
  const content = mustRead(workingFolder, file, 'file');
  const signature = await signBytes(asText(mustRead(workingFolder, key, 'key')), content);
  if (signature === undefined) {
    throw new UsageError(
      `vendor-diligence: "${key}" is no private key that can sign: it must be an unencrypted PEM key of ECDSA P-256 or Ed25519.`,
    );
  }
  const failure = writeTextFile(workingFolder, output, [`${signature}\n`]);
  if (failure !== undefined) throw new UsageError(`vendor-diligence: cannot write "${output}": ${failure}.`);
  stderr.write(`vendor-diligence: wrote the signature to "${output}".\n`);
  return EXIT_CODE.clean;
}

/** Says whether a file's detached signature is the key's. */
export async function verifyCommand(
  file: string,
  { key, signature = `${file}.sig` }: { readonly key: string; readonly signature?: string },
  { stderr }: Streams,
  { workingFolder }: Environment,
): Promise<ExitCode> {
  const content = mustRead(workingFolder, file, 'file');
  const publicKey = readPublicKey(asText(mustRead(workingFolder, key, 'key')));
  if (!publicKey) {
    throw new UsageError(
      `vendor-diligence: "${key}" is no public key that can verify: it must be a PEM key of ECDSA P-256 or Ed25519.`,
    );
  }
  const given = asText(mustRead(workingFolder, signature, 'signature'));
  if (!(await isSignedBy(publicKey, content, given))) {
    throw new UsageError(`vendor-diligence: "${signature}" is no signature of this key for "${file}".`);
  }
  stderr.write(`vendor-diligence: "${file}" is signed by this key.\n`);
  return EXIT_CODE.clean;
}

function mustRead(folder: string, path: string, what: string): Uint8Array<ArrayBuffer> {
  const bytes = readBytes(folder, path);
  if (typeof bytes !== 'string') return bytes;
  throw new UsageError(`vendor-diligence: the ${what} "${path}" cannot be read: ${bytes}.`);
}

function asText(bytes: Uint8Array): string {
  return new TextDecoder().decode(bytes);
}
