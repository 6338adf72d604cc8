import type { InterpolatedText } from '../../../parsers/interpolation.ts';
import { type CommandWord, wordAfter } from './command-words.ts';
import { optionValues } from './option-values.ts';

/** Words of a container tool's command line, by what they are. */
export interface ContainerWords {
  readonly images: readonly IndexedWord[];
  /** `NAME=value` of `--build-arg` and `--env`. */
  readonly assignments: readonly IndexedWord[];
}

interface IndexedWord {
  readonly value: InterpolatedText;
  /** The word's index among the command's words. */
  readonly index: number;
}

/** What a tool that pulls, runs or copies images is told; `undefined` when `name` is no such tool. */
export function containerWords(name: string, words: readonly CommandWord[]): ContainerWords | undefined {
  if (DOCKER_LIKE.has(name)) return dockerWords(words);
  if (name === 'skopeo') return { images: words.flatMap(withTransport), assignments: [] };
  if (name === 'kubectl' || name === 'oc') return { images: kubectlImages(words), assignments: [] };
  if (PULLERS.has(name)) return { images: operandsOf(words, 'every'), assignments: [] };
  return undefined;
}

const DOCKER_LIKE = new Set(['docker', 'podman', 'nerdctl', 'buildah', 'finch']);
/** Their subcommand is found like Docker's: it is the word before the image. */
const PULLERS = new Set(['crictl', 'ctr', 'crane', 'regctl', 'oras']);

function dockerWords(words: readonly CommandWord[]): ContainerWords {
  const subcommand = words.findIndex(({ text }) => SUBCOMMANDS.has(text));
  const which = SUBCOMMANDS.get(words[subcommand]?.text ?? '');
  const assignments = optionValues(words, name => ASSIGNMENT_OPTIONS.has(name));
  if (which === undefined) return { images: [], assignments };
  const operands = which === 'none' ? [] : operandsOf(words, which, subcommand);
  const tagged = optionValues(words, name => which === 'none' && IMAGE_OPTIONS.has(name));
  return { images: [...operands, ...tagged], assignments };
}

/** Which of a subcommand's operands are images. */
type Operands = 'first' | 'every' | 'none';

const SUBCOMMANDS = new Map<string, Operands>([
  ['pull', 'every'],
  ['push', 'every'],
  ['tag', 'every'],
  ['rmi', 'every'],
  ['save', 'every'],
  ['run', 'first'],
  ['create', 'first'],
  ['from', 'first'],
  ['login', 'first'],
  ['logout', 'first'],
  ['build', 'none'],
  ['bud', 'none'],
]);

const ASSIGNMENT_OPTIONS = new Set(['--build-arg', '-e', '--env']);
const IMAGE_OPTIONS = new Set(['-t', '--tag', '--cache-from', '--cache-to']);

/** Options without a value; all others that do not hold `=` take the next word. */
const FLAG =
  /^-(?:[ditPqaf]+|-(?:detach|interactive|tty|rm|privileged|init|read-only|quiet|all-tags|all|force|publish-all|no-healthcheck|oom-kill-disable|password-stdin|plain-http|all-platforms|disable-content-trust|tls-verify|local|k8s-image))$/;

function operandsOf(words: readonly CommandWord[], which: Operands, subcommand?: number): IndexedWord[] {
  const start = subcommand ?? words.findIndex(({ text }) => SUBCOMMANDS.has(text));
  const operands: IndexedWord[] = [];
  for (let index = start < 0 ? words.length : start + 1; index < words.length; index++) {
    const word = words[index];
    if (!word) break;
    if (word.text.startsWith('-')) {
      if (!word.text.includes('=') && !FLAG.test(word.text)) index++;
    } else {
      operands.push({ value: word.word, index });
      if (which === 'first') break;
    }
  }
  return operands;
}

/** `docker://registry.example.com/name`. */
function withTransport(word: CommandWord, index: number): IndexedWord[] {
  return /^(?:docker|oci):\/\//.test(word.text) ? [{ value: word.word, index }] : [];
}

/** `kubectl run web --image=…` and `kubectl set image deployment/web web=…`. */
function kubectlImages(words: readonly CommandWord[]): IndexedWord[] {
  const options = optionValues(words, name => name === '--image');
  if (!words.some(({ text }, index) => text === 'image' && words[index - 1]?.text === 'set')) return options;
  const set = words.flatMap((word, index): IndexedWord[] => {
    const equals = /^[a-z0-9*][a-z0-9.-]*=/.exec(word.text)?.[0].length;
    return equals === undefined ? [] : [{ value: wordAfter(word, equals), index }];
  });
  return [...options, ...set];
}
