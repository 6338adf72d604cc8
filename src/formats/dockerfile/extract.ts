import type { Reference } from '../../model/extraction.ts';
import type { Extract } from '../../model/format.ts';
import { type Dockerfile, type DockerInstruction, parseDockerfile } from '../../parsers/dockerfile/parse.ts';
import { dockerWord, dockerWords } from '../../parsers/dockerfile/words.ts';
import { type InterpolatedText, literalText, withoutVariables } from '../../parsers/interpolation.ts';
import { slicePlaced } from '../../parsers/placed-text.ts';
import { expressionOf } from '../shared/expressions.ts';
import { imageReferences } from '../shared/packages/image-reference.ts';
import { assignmentOf, type CommandWord, commandWords } from '../shared/scripts/command-words.ts';
import {
  environmentReferences,
  environmentValueReferences,
  variableNameReference,
} from '../shared/settings/environment.ts';
import type { Where } from '../shared/strings.ts';
import { copiedReferences } from './copy.ts';
import { dockerfileModule } from './module.ts';
import { runReferences } from './run.ts';
import { Stages } from './stages.ts';
import { suppressionComments } from './suppressions.ts';

/** Images, mirrors, hosts and environment variables of a Dockerfile, with its variables as definitions. */
export const extractDockerfile: Extract = source => {
  const file = parseDockerfile(source);
  const scope = dockerfileModule(source.path);
  const reader = new InstructionReader(file, scope);
  return {
    references: [...syntaxImage(file, scope), ...file.instructions.flatMap(each => reader.read(each))],
    definitions: reader.stages.definitions,
    calls: [],
    comments: suppressionComments(source.text, file),
    problems: file.problems,
  };
};

/** `# syntax=docker/dockerfile:1`: the image that builds. */
function syntaxImage({ directives }: Dockerfile, scope: string): Reference[] {
  return directives
    .filter(({ name }) => name === 'syntax')
    .flatMap(({ value }) =>
      imageReferences(withoutVariables(value), { scope, structuralPath: ['syntax'] }, (_name, span) => ({
        type: 'unknown',
        reason: 'unsupported-expression',
        span,
      })),
    );
}

class InstructionReader {
  readonly stages: Stages;
  private readonly file: Dockerfile;
  private readonly scope: string;
  /** Names that a `FROM` uses: their values are judged there, as images. */
  private readonly imageArguments: ReadonlySet<string>;

  constructor(file: Dockerfile, scope: string) {
    this.file = file;
    this.scope = scope;
    this.stages = new Stages(scope);
    this.imageArguments = namesUsedByFrom(file);
  }

  read(instruction: DockerInstruction): Reference[] {
    switch (instruction.keyword) {
      case 'FROM':
        return this.from(instruction);
      case 'ARG':
        return this.words(instruction).flatMap(word => this.argument(word));
      case 'ENV':
        return this.environment(instruction);
      case 'COPY':
      case 'ADD':
        return copiedReferences(
          instruction,
          this.words(instruction),
          this.stages,
          this.where(instruction.keyword),
        );
      case 'RUN':
      case 'CMD':
      case 'ENTRYPOINT':
      case 'HEALTHCHECK':
        return runReferences(instruction, this.stages, this.where(instruction.keyword));
      default:
        // Labels and maintainers are prose; users, ports and folders name nobody.
        return [];
    }
  }

  private from(instruction: DockerInstruction): Reference[] {
    const words = this.words(instruction).filter(({ text }) => !text.startsWith('--'));
    const [image, as, name] = words;
    const stage = as?.text.toLowerCase() === 'as' ? name?.text : undefined;
    const isStage = image === undefined || this.stages.has(image.text);
    this.stages.begin(image?.text ?? '', stage);
    if (isStage || image.text === 'scratch') return [];
    return imageReferences(image.word, this.where('FROM'), this.stages.lookUpGlobal);
  }

  private argument(word: CommandWord): Reference[] {
    const assignment = assignmentOf(word);
    if (!assignment) {
      const name = literalText(word.word);
      if (!name) return [];
      const isGlobal = this.stages.current === '';
      this.stages.declareArgument(name.text, undefined);
      return isGlobal ? [] : variableNameReference(name, this.where('ARG', name.text));
    }
    const { name, value } = assignment;
    const { lookUp } = this.stages;
    const where = this.where('ARG', name.text);
    const isImage = this.stages.current === '' && this.imageArguments.has(name.text);
    const references = [
      ...variableNameReference(name, where),
      ...(isImage ? [] : environmentValueReferences(name.text, value, where, lookUp)),
    ];
    this.stages.declareArgument(name.text, expressionOf(value, lookUp));
    return references;
  }

  private environment(instruction: DockerInstruction): Reference[] {
    const words = this.words(instruction);
    const [first] = words;
    if (!first) return [];
    const assignments = assignmentOf(first)
      ? words.flatMap(word => assignmentOf(word) ?? [])
      : this.separated(instruction, first);
    // All values of one ENV are made from what holds before it.
    const values = assignments.map(({ value }) => expressionOf(value, this.stages.lookUp));
    const references = assignments.flatMap(({ name, value }) =>
      environmentReferences(name, value, this.where('ENV', name.text), this.stages.lookUp),
    );
    assignments.forEach(({ name }, index) => {
      const value = values[index];
      if (value) this.stages.setEnvironment(name.text, value);
    });
    return references;
  }

  /** `ENV name value with blanks`. */
  private separated({ arguments: input }: DockerInstruction, first: CommandWord) {
    const name = literalText(first.word);
    const valueStart = /^\S+\s+/.exec(input.text)?.[0].length;
    if (!name || valueStart === undefined) return [];
    const value = dockerWord(slicePlaced(input, valueStart, input.text.length), this.file.escape);
    return [{ name, value }];
  }

  private words({ arguments: input }: DockerInstruction): CommandWord[] {
    return commandWords(dockerWords(input, this.file.escape));
  }

  private where(...path: readonly string[]): Where {
    const { current } = this.stages;
    return { scope: this.scope, structuralPath: current === '' ? path : [current, ...path] };
  }
}

/** The variables in the images of all `FROM` lines, and those that their values are made of. */
function namesUsedByFrom(file: Dockerfile): Set<string> {
  const names = new Set<string>();
  const add = (text: InterpolatedText): void => {
    for (const name of variableNames(text)) names.add(name);
  };
  const firstFrom = file.instructions.findIndex(({ keyword }) => keyword === 'FROM');
  for (const { keyword, arguments: input } of file.instructions) {
    if (keyword === 'FROM') dockerWords(input, file.escape).forEach(add);
  }
  // An argument can only use those above it.
  for (const { arguments: input } of file.instructions.slice(0, Math.max(firstFrom, 0)).toReversed()) {
    for (const word of commandWords(dockerWords(input, file.escape))) {
      const assignment = assignmentOf(word);
      if (assignment && names.has(assignment.name.text)) add(assignment.value);
    }
  }
  return names;
}

function variableNames({ parts }: InterpolatedText): string[] {
  return parts.flatMap(part =>
    part.type === 'text' ? [] : [part.name, ...(part.operand ? variableNames(part.operand) : [])],
  );
}
