import type { Expression } from '../../../model/expression.ts';
import type { Reference } from '../../../model/extraction.ts';
import { attributeOf, type HclBlock, type HclBody } from '../../../parsers/hcl/tree.ts';
import { elementsOf } from './elements.ts';
import type { Place } from './place.ts';
import { within } from './place.ts';
import { scriptReferences, wordReferences } from './scripts.ts';

/** The attributes of a block that are commands, and so are read as such and not as any other text. */
export function commandAttributes({ type, body }: HclBlock): ReadonlySet<string> {
  if (type === 'provisioner' && !hasOtherInterpreter(body)) return PROVISIONER;
  return type === 'exec' ? EXEC : NONE;
}

const PROVISIONER: ReadonlySet<string> = new Set(['command', 'inline']);
const EXEC: ReadonlySet<string> = new Set(['command', 'args']);
const NONE: ReadonlySet<string> = new Set();

/** `interpreter = ["python3", "-c"]`: the command is no script of a shell. */
function hasOtherInterpreter(body: HclBody): boolean {
  const interpreter = attributeOf(body, 'interpreter')?.value;
  const program = interpreter?.type === 'collection' ? interpreter.items[0]?.value : undefined;
  return program?.type === 'literal' && !/(?:^|\/)(?:ba|da|k|z)?sh$/.test(program.value);
}

/** `provisioner "local-exec" { command = "…" }`, `provisioner "remote-exec" { inline = ["…"] }` */
export function provisionerReferences(block: HclBlock, place: Place): Reference[] {
  if (block.type !== 'provisioner') return [];
  const names = commandAttributes(block);
  return block.body.attributes
    .filter(({ name }) => names.has(name))
    .flatMap(({ name, value }) => scriptReferences(value, within(place, name), NAMING_TOOLS));
}

/** What is run for a machine that works with clouds: which tools it calls is a reference. */
const NAMING_TOOLS = { namesTools: true } as const;

/**
 * `exec { command = "…", args = […] }`: what gives a provider its credentials, or looks whether a container lives. It
 * is the words of one command.
 * @param read an attribute of the block or object, which is the last step of `place`.
 */
export function execReferences(read: (name: string) => Expression | undefined, place: Place): Reference[] {
  if (place.structuralPath.at(-1) !== 'exec') return [];
  const words = ['command', 'args'].flatMap(name => {
    const value = read(name);
    return value ? elementsOf(value) : [];
  });
  return wordReferences(words, place, NAMING_TOOLS);
}
