import { kindOfModule } from '../model/format.ts';
import { groupBy } from '../text/group-by.ts';
import { dirname } from '../text/path.ts';
import type { Source } from '../text/source.ts';
import type { FixContext } from './context.ts';
import { onceFor } from './once-for.ts';

/** Files whose regions move together. */
export interface MoveUnit {
  /** Different for different units of the same sources. */
  readonly name: string;
  readonly files: readonly Source[];
}

/**
 * The files that move with a file: all of its folder, as scripts and texts beside a module belong to it. Where the folder has
 * several modules of the file's own kind, such as templates that are deployed each for itself, only those of its module.
 */
export function moveUnitOf(path: string, { sources, formatOf }: Sources): MoveUnit {
  const folder = dirname(path);
  const units = unitsOf(sources)(formatOf);
  return units.byFile.get(path) ?? units.byFolder.get(folder) ?? folderUnit(folder, []);
}

/** The units that something in a file moves with: its own, and its folder's. */
export function moveUnitsWith(path: string, context: Sources): ReadonlySet<MoveUnit> {
  const own = moveUnitOf(path, context);
  return new Set([own, unitsOf(context.sources)(context.formatOf).byFolder.get(dirname(path)) ?? own]);
}

type Sources = Pick<FixContext, 'sources' | 'formatOf'>;

interface Units {
  readonly byFolder: ReadonlyMap<string, MoveUnit>;
  /** Of files that do not move with their folder. */
  readonly byFile: ReadonlyMap<string, MoveUnit>;
}

const unitsOf = onceFor((sources: FixContext['sources']) =>
  onceFor((formatOf: FixContext['formatOf']): Units => {
    const byFolder = new Map<string, MoveUnit>();
    const byFile = new Map<string, MoveUnit>();
    for (const [folder, files] of groupBy(sources.values(), ({ path }) => dirname(path))) {
      byFolder.set(folder, folderUnit(folder, files));
      const modules = groupBy(files, source => formatOf(source)?.module(source.path));
      const kinds = groupBy(modules.keys(), module => module && kindOfModule(module));
      for (const [module, own] of modules) {
        if (module === undefined || (kinds.get(kindOfModule(module))?.length ?? 0) < 2) continue;
        for (const { path } of own) byFile.set(path, { name: module, files: own });
      }
    }
    return { byFolder, byFile };
  }),
);

/** No module's key ends like that. */
function folderUnit(folder: string, files: readonly Source[]): MoveUnit {
  return { name: `${folder}/`, files };
}
