import { groupBy } from '../text/group-by.ts';
import { dirname } from '../text/path.ts';
import type { Source } from '../text/source.ts';
import { onceFor } from './once-for.ts';

/** The texts of one folder, without those below it. */
export function sourcesIn(folder: string, sources: ReadonlyMap<string, Source>): readonly Source[] {
  return byFolder(sources).get(folder) ?? [];
}

const byFolder = onceFor((sources: ReadonlyMap<string, Source>) =>
  groupBy(sources.values(), ({ path }) => dirname(path)),
);
