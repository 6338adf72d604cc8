import type { Reference } from '../../../model/extraction.ts';
import type { PlacedText } from '../../../parsers/placed-text.ts';
import { registrySetting } from '../registries/registry-setting.ts';
import type { Where } from '../strings.ts';
import { packageReference } from './package-reference.ts';
import { packageUrl } from './package-url.ts';

/**
 * A package of conda.
 * @param written what is asked of its version, as in `>=1,<2` or `=1.2=build`; empty for any
 * (https://docs.conda.io/projects/conda/en/stable/dev-guide/api/conda/models/match_spec/).
 */
export function condaReference(name: PlacedText, written: string, where: Where): Reference {
  const exact = /^={1,2}\s*([0-9][^\s=*<>!,|~]*)(?:=[^\s]*)?$/.exec(written)?.[1];
  const version = written === '' ? {} : { version: written };
  const found = {
    purl: packageUrl('conda', name.text.toLowerCase(), exact),
    name: name.text,
    ...version,
    dependency: 'direct',
  } as const;
  return packageReference(found, name.span, {
    ...where,
    structuralPath: [...where.structuralPath, name.text],
  });
}

/** A channel by its address; a name alone is one of the tool's default server. */
export function channelReferences(channel: PlacedText, where: Where): Reference[] {
  return channel.text.includes('://') ? registrySetting(channel, 'conda', where) : [];
}
