import { isSignedBy, readPublicKey, signBytes } from '../engine/index.ts';
import { readBytes, writeTextFile } from '../node/text-file.ts';
import { neutralise } from '../text/neutralise.ts';
import { phrase } from '../words/phrase.ts';
import type { Environment } from './command.ts';
import { EXIT_CODE, type ExitCode } from './exit-code.ts';
import { type LanguageOption, spokenLanguage } from './spoken-language.ts';
import type { Streams } from './streams.ts';
import { UsageError } from './usage-error.ts';

/** The options of `ruleset sign`. */
interface SignOptions extends LanguageOption {
  readonly key: string;
  readonly output?: string;
}

/** The options of `ruleset verify`. */
interface VerifyOptions extends LanguageOption {
  readonly key: string;
  readonly signature?: string;
}

/** Writes the detached signature of a file beside it, as base64. */
export async function signCommand(
  file: string,
  options: SignOptions,
  { stderr }: Streams,
  environment: Environment,
): Promise<ExitCode> {
  const { key, output = `${file}.sig` } = options;
  const { workingFolder } = environment;
  const content = mustRead(workingFolder, file);
  const signature = await signBytes(asText(mustRead(workingFolder, key)), content);
  if (signature === undefined) {
    throw new UsageError(phrase('sign.no-private-key', { key }));
  }
  const failure = writeTextFile(workingFolder, output, [`${signature}\n`]);
  if (failure !== undefined)
    throw new UsageError(phrase('cli.unwritable', { path: output, reason: failure }));
  const language = await spokenLanguage(options, environment);
  stderr.write(`vendor-diligence: ${neutralise(language.say('sign.written', { path: output }))}\n`);
  return EXIT_CODE.clean;
}

/** Says whether a file's detached signature is the key's. */
export async function verifyCommand(
  file: string,
  options: VerifyOptions,
  { stderr }: Streams,
  environment: Environment,
): Promise<ExitCode> {
  const { key, signature = `${file}.sig` } = options;
  const { workingFolder } = environment;
  const content = mustRead(workingFolder, file);
  const publicKey = readPublicKey(asText(mustRead(workingFolder, key)));
  if (!publicKey) {
    throw new UsageError(phrase('verify.no-public-key', { key }));
  }
  const given = asText(mustRead(workingFolder, signature));
  if (!(await isSignedBy(publicKey, content, given))) {
    throw new UsageError(phrase('verify.wrong', { signature, file }));
  }
  const language = await spokenLanguage(options, environment);
  stderr.write(`vendor-diligence: ${neutralise(language.say('verify.right', { file }))}\n`);
  return EXIT_CODE.clean;
}

function mustRead(folder: string, path: string): Uint8Array<ArrayBuffer> {
  const read = readBytes(folder, path);
  if ('bytes' in read) return read.bytes;
  throw new UsageError(phrase('cli.unreadable', { path, reason: read.reason }));
}

function asText(bytes: Uint8Array): string {
  return new TextDecoder().decode(bytes);
}
