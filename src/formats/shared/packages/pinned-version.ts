import { UNKNOWN_PART } from '../../../text/unknown-part.ts';
import { exactVersion } from './named-package.ts';

/** `1.2.3`, `= 1.2.3` or `== 1.2.3`: the one version; `undefined` for anything else. */
export function pinnedVersion(written: string | undefined): string | undefined {
  return exactVersion(written?.replace(/^\s*={1,2}\s*/, '').trim());
}

/** What is known of a version's text, as it is shown. */
export function shownVersion(known: string): string {
  return known.replaceAll(UNKNOWN_PART, '…');
}
