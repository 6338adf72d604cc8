import type { Expression } from '../../model/expression.ts';
import type { ModuleCall } from '../../model/extraction.ts';
import { attributeOf, type HclBlock } from '../../parsers/hcl/tree.ts';
import { joinInside } from '../../text/path.ts';
import { mapBody } from '../shared/hcl/map-expression.ts';
import type { Place } from '../shared/hcl/place.ts';
import { putIn } from '../shared/hcl/repetition.ts';
import { startUpModule } from '../shared/modules/start-up-module.ts';
import { shellModule } from '../shell/module.ts';
import { folderOfModule } from './scope.ts';

/**
 * The files that a block fills in: `templatefile("user-data.sh.tpl", { … })`
 * (https://developer.hashicorp.com/terraform/language/functions/templatefile), and what `template_file` did before it.
 */
export function templateCalls(block: HclBlock, place: Place): ModuleCall[] {
  if (!place.text.slice(block.span.start, block.span.end).includes('file(')) return [];
  const calls: ModuleCall[] = [];
  const add = (path: Expression | undefined, given: Expression | undefined): void => {
    if (path) calls.push(...callsOf(path, given, place));
  };
  mapBody(block.body, expression => {
    if (expression.type === 'call' && expression.name === 'templatefile') {
      const [path, given] = expression.arguments;
      add(path, given);
    }
    return undefined;
  });
  const template = attributeOf(block.body, 'template')?.value;
  if (block.labels[0]?.text === 'template_file' && template?.type === 'call' && template.name === 'file')
    add(template.arguments[0], attributeOf(block.body, 'vars')?.value);
  return calls;
}

function callsOf(path: Expression, given: Expression | undefined, place: Place): ModuleCall[] {
  const file = fileAt(path, place);
  if (file === undefined) return [];
  const value = given && putIn(given, place.loops);
  const items = value?.type === 'collection' ? value.items : [];
  // What the file is only its own text tells.
  return [startUpModule(file), shellModule(file)].map(target => ({
    scope: place.scope,
    target,
    name: 'templatefile',
    span: path.span,
    inputs: new Map(
      items.flatMap(({ key, value: input }) => (key === undefined ? [] : [[key, input] as const])),
    ),
    ...(value && value.type !== 'collection' && { otherInputs: { prefix: '', value } }),
  }));
}

/** A path in the module's own folder, or from it. */
function fileAt(path: Expression, { text, scope }: Place): string | undefined {
  const parts = path.type === 'template' ? path.parts : [path];
  const [first, ...more] = parts;
  const isFromModule =
    first?.type === 'unknown' && text.slice(first.span.start, first.span.end) === 'path.module';
  const [literal, ...others] = isFromModule ? more : parts;
  if (literal?.type !== 'literal' || others.length > 0 || literal.value.includes('*')) return undefined;
  return joinInside(folderOfModule(scope), literal.value.replace(/^\/(?=.)/, ''));
}
