import type { Expression } from '../../../model/expression.ts';
import type { Reference } from '../../../model/extraction.ts';
import {
  literalText,
  sliceInterpolated,
  visibleText,
  withoutVariables,
} from '../../../parsers/interpolation.ts';
import { type PlacedText, slicePlaced } from '../../../parsers/placed-text.ts';
import { parseShell, type ShellCommand, type ShellHeredoc } from '../../../parsers/shell.ts';
import { parseShellTemplate } from '../../../parsers/shell-template.ts';
import { interpolate } from '../../../parsers/variable.ts';
import type { VariableLookUp } from '../expressions.ts';
import { imageReferences } from '../packages/image-reference.ts';
import { partitionReference, regionReference } from '../region-value.ts';
import { refineEcosystem } from '../registries/system-mirrors.ts';
import { environmentReferences, environmentValueReferences } from '../settings/environment.ts';
import { mirrorsIn, stringReferences, type Where } from '../strings.ts';
import { namedProviders } from '../tools/provider-options.ts';
import { toolProvider } from '../tools/tool-provider.ts';
import { filesByPipeline, withoutPrefixes } from './command-context.ts';
import { assignmentOf, type CommandWord, commandName, commandWords, wordAfter } from './command-words.ts';
import { containerWords } from './container-tools.ts';
import { installedPackages } from './install-commands.ts';
import { optionValues } from './option-values.ts';
import { ORDINARY_TOOLS } from './ordinary-tools.ts';
import { mirrorWords } from './package-tools.ts';
import { partitionWords, regionWords } from './place-words.ts';
import { holdsMessage, printedCommands, tellsPeople } from './printed-text.ts';
import { commandOfFind, looksForText } from './searched-text.ts';
import { addedLine, substitutionsOf } from './sed-script.ts';
import { ASSIGNING } from './shell-assignments.ts';
import { anyItem, loopOver } from './shell-loops.ts';

/** Where a script stands, and what its variables are. */
export interface ShellContext {
  readonly where: Where;
  readonly lookUp: VariableLookUp;
  /** The script works with clouds: which tools it calls is a reference. */
  readonly namesTools?: true;
  /** What gets the words when they are options only, as a container's arguments are: a program's name or an image. */
  readonly program?: string | undefined;
}

/** What a shell script refers to: mirrors that tools are told to use, packages, images, variables, repositories, hosts. */
export function shellReferences(script: PlacedText, context: ShellContext): Reference[] {
  return commandReferences(parseShell(script), context);
}

/** The same for commands that are split already. */
export function commandReferences(commands: readonly ShellCommand[], context: ShellContext): Reference[] {
  return new CommandReader(context, 0).read(commands);
}

/** Scripts in arguments of scripts in …: deeper than anybody writes. */
const MAX_SCRIPT_DEPTH = 3;

class CommandReader {
  private readonly context: ShellContext;
  private readonly depth: number;
  /** What holds outside of loops. */
  private readonly outer: ShellContext;
  /** The variables of the loops so far: one holds until it is set otherwise. */
  private readonly loops: Map<string, Expression>;

  constructor(outer: ShellContext, depth: number, loops = new Map<string, Expression>()) {
    this.outer = outer;
    this.depth = depth;
    this.loops = loops;
    this.context = {
      ...outer,
      lookUp: (name, span, fallback) => loops.get(name) ?? outer.lookUp(name, span, fallback),
    };
  }

  read(commands: readonly ShellCommand[]): Reference[] {
    const files = filesByPipeline(commands);
    const isPrinted = printedCommands(commands);
    return commands.flatMap(command =>
      this.readCommand(command, files.get(command.pipeline), isPrinted(command)),
    );
  }

  /**
   * @param file the ecosystem of the configuration file that the pipeline writes.
   * @param isPrinted nothing reads what the command writes.
   */
  private readCommand(command: ShellCommand, file: string | undefined, isPrinted: boolean): Reference[] {
    const { assignments, words } = withoutPrefixes(commandWords(command.words));
    const name = commandName(words[0]);
    if (isPrinted && tellsPeople(name, words.slice(1)))
      return assignments.flatMap(word => this.assignment(word));
    return [
      ...assignments.flatMap(word => this.assignment(word)),
      ...words.slice(0, 1).flatMap(word => this.strings(word)),
      ...this.tool(words),
      ...this.providers(words),
      ...this.arguments(name, words.slice(1), file),
      ...command.heredocs.flatMap(heredoc => this.heredoc(name, heredoc, file)),
    ];
  }

  /**
   * A tool by its name, when it is not one of every system. A word alone is rather the pattern of a `case` or the
   * head of a function.
   */
  private tool([first, second]: readonly CommandWord[]): Reference[] {
    const place = first && literalText(first.word);
    if (!this.context.namesTools || !place || !second) return [];
    const { text } = place;
    const name = text.slice(Math.max(text.lastIndexOf('/'), text.lastIndexOf('\\')) + 1);
    if (!TOOL.test(name) || ORDINARY_TOOLS.has(name)) return [];
    const own = slicePlaced(place, text.length - name.length, text.length);
    const value = { type: 'literal', value: name.replace(/\.exe$/, ''), span: own.span } as const;
    return [{ kind: 'command', value, span: own.span, ...this.context.where }];
  }

  /** The clouds that options name for the tool. */
  private providers(words: readonly CommandWord[]): Reference[] {
    const { where, lookUp, program } = this.context;
    return namedProviders(words, program).flatMap(({ tool, name }) =>
      toolProvider(tool, name, where, lookUp),
    );
  }

  /** `setx NAME value` and `set -gx NAME value` of other shells. */
  private pair(words: readonly CommandWord[]): Reference[] {
    const [name, value] = words.filter(({ text }) => !text.startsWith('-'));
    const place = name && literalText(name.word);
    if (!place || !value || place.text.includes('=')) return words.flatMap(word => this.assignment(word));
    return environmentReferences(place, value.word, this.context.where, this.context.lookUp);
  }

  private assignment(word: CommandWord): Reference[] {
    const found = assignmentOf(word);
    if (!found) return this.strings(word);
    const { where, lookUp } = this.context;
    const { name } = found;
    this.loops.delete(name.text);
    const value = holdsMessage(name.text, visibleText(found.value).text) ? undefined : found.value;
    // Names with small letters are the script's own.
    if (/^[A-Z][A-Z0-9_]*$/.test(name.text)) return environmentReferences(name, value, where, lookUp);
    return value ? environmentValueReferences(name.text, value, where, lookUp) : [];
  }

  private arguments(name: string, words: readonly CommandWord[], file: string | undefined): Reference[] {
    if (looksForText(name, words)) return [];
    if (name === 'find') return this.found(words, file);
    if (name === 'for') return this.loop(words);
    if (PAIRING.has(name)) return this.pair(words);
    if (ASSIGNING.has(name)) return words.flatMap(word => this.assignment(word));
    if (SHELLS.has(name)) return this.innerScript(words);
    if (name === 'sed' || name === 'perl') return words.flatMap(word => this.edited(word, file));
    if (name === 'go' && words[0]?.text === 'env')
      return words.slice(1).flatMap(word => this.assignment(word));
    if (name === 'helm') return this.helm(words);
    if (name === 'git') return words.flatMap(rewriteParts).flatMap(word => this.strings(word));
    const containers = containerWords(name, words);
    if (containers) {
      const { where, lookUp } = this.context;
      return [
        ...containers.images.flatMap(({ value }) => imageReferences(value, where, lookUp)),
        ...commandWords(containers.assignments.map(({ value }) => value)).flatMap(word =>
          this.assignment(word),
        ),
        ...this.others(words, [...containers.images, ...containers.assignments], undefined),
      ];
    }
    return this.packageTool(name, words, file);
  }

  /** Each item is a value that the variable is given. */
  private loop(words: readonly CommandWord[]): Reference[] {
    const { where, lookUp } = this.outer;
    const loop = loopOver(words);
    if (!loop) return this.others(words, [], undefined);
    this.loops.set(loop.name.text, anyItem(loop, this.outer.lookUp));
    return loop.items.flatMap(({ word }) => environmentValueReferences(loop.name.text, word, where, lookUp));
  }

  /** What is looked for is used by nobody; the command that is run with what was found is one like any other. */
  private found(words: readonly CommandWord[], file: string | undefined): Reference[] {
    const [first, ...others] = commandOfFind(words);
    return first ? this.arguments(commandName(first), others, file) : [];
  }

  private packageTool(name: string, words: readonly CommandWord[], file: string | undefined): Reference[] {
    const { where, lookUp } = this.context;
    const mirrors = mirrorWords(name, words);
    const regions = regionWords(name, words);
    const partitions = partitionWords(name, words).flatMap(({ name: option, value, index }) => {
      const reference = partitionReference(option, value, where, lookUp);
      return reference ? [{ reference, index }] : [];
    });
    return [
      ...mirrors.flatMap(({ value, ecosystem }) =>
        mirrorsIn(value, refineEcosystem(ecosystem, visibleText(value).text), where, lookUp),
      ),
      ...regions.map(({ value }) => regionReference(`command/${name}`, value, where, lookUp)),
      ...partitions.map(({ reference }) => reference),
      ...installedPackages(name, words, where),
      ...this.others(words, [...mirrors, ...regions, ...partitions], file),
    ];
  }

  /** The words that no rule has taken. */
  private others(
    words: readonly CommandWord[],
    taken: readonly { readonly index: number }[],
    file: string | undefined,
  ): Reference[] {
    const indices = new Set(taken.map(({ index }) => index));
    return words.filter((_, index) => !indices.has(index)).flatMap(({ word }) => this.written(word, file));
  }

  /** `helm repo add name https://…`, `helm pull --repo https://…`, `helm install oci://…`. */
  private helm(words: readonly CommandWord[]): Reference[] {
    const repositories = optionValues(words, name => name === '--repo');
    const addresses = words.flatMap((word, index) =>
      /^(?:https?|oci):\/\//.test(word.text) ? [{ value: word.word, index }] : [],
    );
    const { where, lookUp } = this.context;
    const charts = [...new Map([...repositories, ...addresses].map(each => [each.index, each])).values()];
    return [
      ...charts
        .flatMap(({ value }) => mirrorsIn(value, 'helm', where, lookUp))
        .map(({ ecosystem: _, ...reference }): Reference => ({ ...reference, kind: 'chart' })),
      ...this.others(words, charts, undefined),
    ];
  }

  /** `sh -c "…"`: the argument is a script; `bash script.sh https://…`: it is not. */
  private innerScript(words: readonly CommandWord[]): Reference[] {
    const option = words.findIndex(({ text }) => /^-[a-z]*c$/.test(text));
    return words.flatMap((word, index) =>
      index === option + 1 && option >= 0 && this.depth < MAX_SCRIPT_DEPTH
        ? this.innerCommands(word.word)
        : this.strings(word),
    );
  }

  /** What sed adds, or puts in the place of something else; the file that it edits tells whose address it is. */
  private edited({ word }: CommandWord, file: string | undefined): Reference[] {
    const { where, lookUp } = this.context;
    const added = addedLine(word);
    if (added) return this.written(added, file);
    return substitutionsOf(word).flatMap(({ pattern, replacement }) => {
      const { text } = visibleText(replacement);
      const ecosystem = refineEcosystem(file ?? 'apt', `${pattern} ${text}`);
      const isKnown = file !== undefined || ecosystem !== 'apt';
      return isKnown
        ? mirrorsIn(replacement, ecosystem, where, lookUp).filter(({ value }) => value.type !== 'unknown')
        : stringReferences(replacement, where, lookUp);
    });
  }

  /** Text that goes into a configuration file, or that only is what it is. */
  private written(word: CommandWord['word'], file: string | undefined): Reference[] {
    const { where, lookUp } = this.context;
    if (file === undefined) return stringReferences(word, where, lookUp);
    const { text } = visibleText(word);
    const isAddress = literalText(word) !== undefined || /\.|:\/\//.test(text);
    return isAddress ? mirrorsIn(word, refineEcosystem(file, text), where, lookUp) : [];
  }

  /** A script when a shell reads it, else what is written somewhere. */
  private heredoc(name: string, { body, isLiteral }: ShellHeredoc, file: string | undefined): Reference[] {
    const isScript =
      SHELLS.has(name) || (name === '' && file === undefined && !OTHER_INTERPRETER.test(body.text));
    if (isScript && this.depth < MAX_SCRIPT_DEPTH) return this.innerCommands(withoutVariables(body));
    return this.written(isLiteral ? withoutVariables(body) : interpolate(body, '\\$'), file);
  }

  private innerCommands(script: CommandWord['word']): Reference[] {
    return new CommandReader(this.outer, this.depth + 1, this.loops).read(parseShellTemplate(script));
  }

  private strings({ word }: CommandWord): Reference[] {
    return stringReferences(word, this.context.where, this.context.lookUp);
  }
}

/** `url."https://mirror/".insteadOf`, perhaps with `=https://…`: the addresses are what is in front and behind. */
function rewriteParts(word: CommandWord): CommandWord[] {
  const [key = ''] = /\.(?:push)?insteadOf(?==|$)/i.exec(word.text) ?? [];
  if (key === '') return [word];
  const at = word.text.indexOf(key);
  return commandWords([sliceInterpolated(word.word, 0, at), wordAfter(word, at + key.length)]);
}

const PAIRING = new Set(['set', 'setx']);
const SHELLS = new Set(['sh', 'bash', 'ash', 'dash', 'zsh', 'ksh', 'su']);

/** The first line of a script that no shell reads. */
const OTHER_INTERPRETER = /^\s*#!(?![^\n]*\b(?:sh|bash|ash|dash|zsh|ksh)\b)/;

/** Names of programs are lower case; what begins otherwise is a variable's name or a function. */
const TOOL = /^[a-z][a-z0-9-]*(?:\.exe)?$/;
