import type { Reference } from '../../model/extraction.ts';
import type { Extract } from '../../model/format.ts';
import { type Line, linesOf } from '../../parsers/lines.ts';
import { slicePlaced } from '../../parsers/placed-text.ts';
import { interpolate } from '../../parsers/variable.ts';
import { basename } from '../../text/path.ts';
import { span } from '../../text/span.ts';
import { scriptComments } from '../shared/comments/script-comments.ts';
import { unknownVariable } from '../shared/expressions.ts';
import { folderModule } from '../shared/modules/folder-module.ts';
import { refineEcosystem } from '../shared/registries/system-mirrors.ts';
import { mirrorsIn } from '../shared/strings.ts';

/** The addresses in a list of package sources. */
export const extractPackageSources: Extract = ({ path, text }) => {
  const scope = folderModule('package-sources', path);
  const family = familyOf(path);
  const references: Reference[] = [];
  for (const line of linesOf(text)) {
    const start = startOfAddresses(line);
    if (start === undefined) continue;
    const comment = line.text.slice(start).search(/\s#/);
    const end = comment < 0 ? line.text.length : start + comment;
    const value = slicePlaced({ text: line.text, span: span(line.start, line.end) }, start, end);
    const where = { scope, structuralPath: [basename(path), line.text.slice(0, start).trim()] };
    references.push(
      ...mirrorsIn(
        interpolate(value, '$$'),
        refineEcosystem(family, value.text),
        where,
        unknownVariable,
      ).filter(({ value: address }) => address.type !== 'unknown'),
    );
  }
  return { references, definitions: [], calls: [], comments: scriptComments(text), problems: [] };
};

/** A package tool, or a family that addresses tell more of. */
function familyOf(path: string): string {
  const name = basename(path);
  if (name.endsWith('.repo')) return 'yum';
  if (name === 'repositories') return 'alpine';
  return /^(?:mirrorlist|pacman)/.test(name) ? 'pacman' : 'apt';
}

/** Behind the word that says what the line is; other settings and comments have no addresses. */
function startOfAddresses({ text }: Line): number | undefined {
  return SETTING.exec(text)?.[0].length;
}

/** `deb […]`, `URIs:`, `baseurl=`, `Server = `, or an address alone, perhaps with a tag before it. */
const SETTING =
  /^(?:deb(?:-src)?[ \t]+(?:\[[^\]]*\][ \t]+)?|URIs:[ \t]*|(?:baseurl|mirrorlist|metalink|gpgkey)[ \t]*=[ \t]*|(?:Cache)?Server[ \t]*=[ \t]*|(?:@[\w-]+[ \t]+)?(?=(?:https?|ftp|mirror(?:\+https?)?):\/\/))/i;
