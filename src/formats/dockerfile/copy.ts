import type { Reference } from '../../model/extraction.ts';
import type { DockerInstruction } from '../../parsers/dockerfile/parse.ts';
import { withoutVariables } from '../../parsers/interpolation.ts';
import { interpolate } from '../../parsers/variable.ts';
import { imageReferences } from '../shared/packages/image-reference.ts';
import { ecosystemOfFile, refineEcosystem } from '../shared/registries/system-mirrors.ts';
import { type CommandWord, wordAfter } from '../shared/scripts/command-words.ts';
import { mirrorsIn, stringReferences, type Where } from '../shared/strings.ts';
import type { Stages } from './stages.ts';

/** What `COPY` and `ADD` take from elsewhere: an image, an address, or text written in the Dockerfile. */
export function copiedReferences(
  instruction: DockerInstruction,
  words: readonly CommandWord[],
  stages: Stages,
  where: Where,
): Reference[] {
  const target = words.at(-1)?.text ?? '';
  return [
    ...words.flatMap(word => stageOrImage(word, FROM_OPTION, stages, where)),
    ...(instruction.keyword === 'ADD'
      ? words.slice(0, -1).flatMap(word => addedAddress(word, stages, where))
      : []),
    ...writtenFiles(instruction, target, stages, where),
  ];
}

const FROM_OPTION = '--from=';

/**
 * The image that an option's value names, unless it names a stage above.
 * @param prefix the part of the word before the value.
 */
export function stageOrImage(word: CommandWord, prefix: string, stages: Stages, where: Where): Reference[] {
  if (!word.text.startsWith(prefix)) return [];
  const name = word.text.slice(prefix.length);
  if (stages.has(name) || /^\d+$/.test(name)) return [];
  return imageReferences(wordAfter(word, prefix.length), where, stages.lookUp);
}

function addedAddress({ word, text }: CommandWord, stages: Stages, where: Where): Reference[] {
  return /:\/\/|^git@/.test(text) ? stringReferences(word, where, stages.lookUp) : [];
}

function writtenFiles(
  { heredocs }: DockerInstruction,
  target: string,
  stages: Stages,
  where: Where,
): Reference[] {
  const file = ecosystemOfFile(target);
  return heredocs.flatMap(({ body, isLiteral }) => {
    const text = isLiteral ? withoutVariables(body) : interpolate(body, '\\$');
    return file === undefined
      ? stringReferences(text, where, stages.lookUp)
      : mirrorsIn(text, refineEcosystem(file, body.text), where, stages.lookUp);
  });
}
