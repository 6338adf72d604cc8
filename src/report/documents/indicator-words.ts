import type { Finding, FindingKind } from '../../model/finding.ts';
import { ReferenceKindSchema } from '../../model/vocabulary.ts';
import type { Language } from '../language.ts';
import { kindWords } from '../words.ts';
import type { Line } from './document.ts';

/**
 * What gave a vendor away, in the reader's words: `provider aliyun/alicloud`. The trace names a kind of reference, or how the
 * finding's own kind was compared: `prefix alicloud_`.
 */
export function indicatorLine(indicator: string, { kind }: Finding, language: Language): Line {
  const [, first = '', value = indicator] = /^(zone of region|\S+) (.*)$/s.exec(indicator) ?? [];
  return [`${kindWords(kindOf(first, kind), language)} `, { code: shown(first, value) }];
}

function kindOf(first: string, own: FindingKind): FindingKind {
  if (first === 'zone of region') return 'region';
  // Images, charts and modules are known by their host.
  if (first === 'domain') return 'host';
  return ReferenceKindSchema.options.find(kind => kind === first) ?? own;
}

/** A part of a name is shown as one. */
function shown(compared: string, value: string): string {
  if (compared === 'prefix') return `${value}…`;
  return compared === 'suffix' ? `…${value}` : value;
}
