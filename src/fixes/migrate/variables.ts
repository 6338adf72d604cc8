import { attributeOf, type HclAttribute } from '../../parsers/hcl/tree.ts';
import type { PlacedEdit } from '../edits.ts';
import { valueSpan } from './layout.ts';
import { blocksIn, type ModuleFile, type ModuleFiles } from './module-files.ts';
import type { Places } from './places.ts';

/** A value that a variable or local can have. */
interface GivenValue {
  readonly file: ModuleFile;
  /** `var.region`, `local.zone`. */
  readonly name: string;
  readonly attribute: HclAttribute;
}

/** The variables and locals of a module that say where something is. */
export class PlaceVariables {
  private readonly given: readonly GivenValue[];
  private readonly places: Places;
  private readonly isShared: boolean;
  private readonly used = new Set<string>();

  /** @param isShared something that does not move uses them too, so that they keep their values */
  constructor(module: ModuleFiles, places: Places, isShared: boolean) {
    this.given = valuesIn(module);
    this.places = places;
    this.isShared = isShared;
  }

  /**
   * The expression of a region or zone as it is to be: itself, when the variables in it move. A shared variable's value
   * takes its place; `undefined` when that is not known.
   */
  replace(expression: string): string | undefined {
    const names = expression.match(/\b(?:var|local)\.[\w-]+/g) ?? [];
    for (const name of names) this.used.add(name);
    if (!this.isShared || names.length === 0) return expression;
    const [given] = this.given.filter(({ name }) => name === expression);
    const moved = given && this.moved(given);
    return moved === undefined ? undefined : JSON.stringify(moved);
  }

  /** The edits of defaults, locals and files of values that `replace` was asked about. */
  edits(): PlacedEdit[] {
    if (this.isShared) return [];
    return this.given.flatMap(given => {
      const moved = this.used.has(given.name) ? this.moved(given) : undefined;
      if (moved === undefined) return [];
      const { file, attribute } = given;
      const edit = { span: valueSpan(file.text, attribute), newText: JSON.stringify(moved) };
      return [{ path: file.path, edit }];
    });
  }

  private moved({ attribute: { value } }: GivenValue): string | undefined {
    if (value.type !== 'literal') return undefined;
    return this.places.isRegion(value.value)
      ? this.places.region(value.value)
      : this.places.zone(value.value);
  }
}

/** Files of values come first: they win. */
function valuesIn(module: ModuleFiles): GivenValue[] {
  const values = module.values.flatMap(file =>
    file.tree.body.attributes.map(attribute => ({ file, name: `var.${attribute.name}`, attribute })),
  );
  const own = blocksIn(module).flatMap(({ file, block }): GivenValue[] => {
    if (block.type === 'locals') {
      return block.body.attributes.map(attribute => ({ file, name: `local.${attribute.name}`, attribute }));
    }
    const attribute = block.type === 'variable' ? attributeOf(block.body, 'default') : undefined;
    return attribute ? [{ file, name: `var.${block.labels[0]?.text}`, attribute }] : [];
  });
  return [...values, ...own];
}
