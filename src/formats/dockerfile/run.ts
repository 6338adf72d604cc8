import type { Reference } from '../../model/extraction.ts';
import type { DockerHeredoc, DockerInstruction } from '../../parsers/dockerfile/parse.ts';
import { jsonWords } from '../../parsers/dockerfile/words.ts';
import { withoutVariables } from '../../parsers/interpolation.ts';
import { type PlacedText, PlacedTextBuilder, slicePlaced } from '../../parsers/placed-text.ts';
import { parseShell, type ShellCommand } from '../../parsers/shell.ts';
import { span } from '../../text/span.ts';
import { commandReferences } from '../shared/scripts/shell-references.ts';
import type { Where } from '../shared/strings.ts';
import { stageOrImage } from './copy.ts';
import type { Stages } from './stages.ts';

/** What the commands of `RUN`, `CMD`, `ENTRYPOINT` and `HEALTHCHECK` refer to, and the images that `RUN` mounts. */
export function runReferences(
  { arguments: input, heredocs }: DockerInstruction,
  stages: Stages,
  where: Where,
): Reference[] {
  const { options, command } = splitOptions(input);
  return [
    ...options.flatMap(option => mountedImage(option, stages, where)),
    ...commandReferences(commandsOf(command, heredocs), { where, lookUp: stages.lookUp }),
  ];
}

/** `--mount=…` and other options stand before the command, and before `CMD` in `HEALTHCHECK`. */
function splitOptions(input: PlacedText): { options: PlacedText[]; command: PlacedText } {
  const options: PlacedText[] = [];
  let end = 0;
  for (;;) {
    OPTION.lastIndex = end;
    const match = OPTION.exec(input.text);
    if (!match) break;
    end = OPTION.lastIndex;
    options.push(slicePlaced(input, end - match[0].trimStart().length, end));
  }
  const command = /^\s*CMD\s/.exec(input.text.slice(end, end + 100));
  return { options, command: slicePlaced(input, end + (command?.[0].length ?? 0), input.text.length) };
}

const OPTION = /\s*--[a-z]\S*/y;

/** `--mount=type=bind,from=image,target=/x`: `from` is a stage or an image. */
function mountedImage(option: PlacedText, stages: Stages, where: Where): Reference[] {
  const from = /^--mount=(?:.*,)?from=([^,]+)/.exec(option.text);
  const name = from?.[1];
  if (!from || !name) return [];
  const image = slicePlaced(option, from[0].length - name.length, from[0].length);
  return stageOrImage({ word: withoutVariables(image), text: image.text }, '', stages, where);
}

function commandsOf(command: PlacedText, heredocs: readonly DockerHeredoc[]): ShellCommand[] {
  const words = heredocs.length === 0 ? jsonWords(command) : undefined;
  if (words) return [{ words: words.map(withoutVariables), redirects: [], heredocs: [], pipeline: 1 }];
  return parseShell(heredocs.length === 0 ? command : withHeredocs(command, heredocs));
}

/** The command as a shell gets it: here-documents follow the line that begins them. */
function withHeredocs(command: PlacedText, heredocs: readonly DockerHeredoc[]): PlacedText {
  const builder = new PlacedTextBuilder();
  builder.appendSlice(command, 0, command.text.length);
  let end = command.span.end;
  const appendLine = (text: string): void => builder.append(`${text}\n`, span(end, end));
  appendLine('');
  for (const { body, delimiter } of heredocs) {
    builder.appendSlice(body, 0, body.text.length);
    end = body.span.end;
    appendLine(delimiter);
  }
  return builder.build(span(command.span.start, end));
}
