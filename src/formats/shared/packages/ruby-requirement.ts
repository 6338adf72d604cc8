import { type CodeItem, stringsOf } from '../../../parsers/code/call.ts';
import { textOfNodes } from '../../../parsers/code/value.ts';
import type { InterpolatedText } from '../../../parsers/interpolation.ts';
import type { KnownText } from '../known-text.ts';
import { pinnedVersion, shownVersion } from './pinned-version.ts';

/** Which versions a declaration takes: `written` as it is shown, `version` when that is a single one. */
export interface RubyRequirement {
  readonly written: string;
  readonly version: string | undefined;
}

/** The requirements behind the name in `gem 'name', '>= 1.0', '< 3', git: '…'`; `pod` is written the same way. */
export function rubyRequirement(items: readonly CodeItem[], known: KnownText): RubyRequirement {
  const versions = items.filter(item => item.label === undefined).flatMap(versionsIn);
  const written = versions.map(version => shownVersion(known(version))).join(', ');
  return { written, version: versions.length === 1 ? pinnedVersion(written) : undefined };
}

/** `'~> 1.0'`, a list of such, or a variable. */
function versionsIn(item: CodeItem): InterpolatedText[] {
  const text = textOfNodes(item.nodes);
  return text ? [text] : stringsOf(item).map(string => string.text);
}
