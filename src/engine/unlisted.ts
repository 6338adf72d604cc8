import { hostOf, normaliseAddress } from '../catalog/names/address.ts';
import { parseImageName } from '../catalog/names/image-name.ts';
import {
  isBuiltinProvider,
  normaliseProvider,
  parseModuleSource,
} from '../catalog/names/terraform-address.ts';
import type { Attribution, Match, UnlistedName } from '../model/match.ts';
import type { ReferenceKind } from '../model/vocabulary.ts';
import { UNKNOWN_PART } from '../text/unknown-part.ts';
import type { AnalysedReference } from './analyse.ts';

/**
 * A reference that belongs to no vendor of the catalog, as matches that a ruleset of approved names can judge. None for
 * kinds that say nothing of who stands behind them (a package's name, an endpoint that may be the project's own, a
 * setting), and for values that are not known far enough.
 */
export function unlistedMatches({ file, reference, reason, values, provider }: AnalysedReference): Match[] {
  if (reason !== 'not-in-catalog') return [];
  return values.flatMap(resolved => {
    const unlisted = read(reference.kind, resolved.value, provider);
    if (!unlisted || unlisted.group === '' || unlisted.name.includes(UNKNOWN_PART)) return [];
    const attribution: Attribution = {
      vendor: '',
      relationship: reference.kind === 'mirror' ? 'mirror' : 'service',
      confidence: values.length === 1 ? 'certain' : 'likely',
      indicator: unlisted.name,
      unlisted,
    };
    return [{ reference, path: file.source.path, resolved, attribution }];
  });
}

function read(kind: ReferenceKind, value: string, provider: string | undefined): UnlistedName | undefined {
  switch (kind) {
    case 'provider':
      return ofProvider(value);
    case 'resource':
    case 'data-source':
      return provider === undefined ? undefined : ofProvider(provider);
    case 'image':
      return ofImage(value);
    case 'mirror':
      return ofAddress(value);
    case 'chart':
      return value.includes('://') ? ofAddress(value) : undefined;
    case 'action':
      return ofAction(value);
    case 'module':
      return ofModule(value);
    default:
      return undefined;
  }
}

/** A name alone means `hashicorp/<name>`. */
function ofProvider(address: string): UnlistedName | undefined {
  const name = normaliseProvider(address);
  if (isBuiltinProvider(name) || name.startsWith('backend/')) return undefined;
  const full = name.includes('/') ? name : `hashicorp/${name}`;
  return { name: full, group: full };
}

function ofImage(value: string): UnlistedName {
  const { registry, repository } = parseImageName(value);
  return { name: repository === '' ? registry : `${registry}/${repository}`, group: registry };
}

function ofAddress(value: string): UnlistedName | undefined {
  const name = normaliseAddress(value);
  const group = hostOf(name);
  return group.includes('.') ? { name, group } : undefined;
}

function ofAction(value: string): UnlistedName | undefined {
  if (value.startsWith('docker://')) return ofImage(value);
  const name = value.replace(/@.*$/s, '').toLowerCase();
  const slash = name.indexOf('/');
  return slash > 0 ? { name, group: name.slice(0, slash) } : undefined;
}

/** A registry's modules stand under their namespace, those of a code host under their owner. */
function ofModule(value: string): UnlistedName | undefined {
  const source = parseModuleSource(value);
  if (source.type === 'local') return undefined;
  const segments = source.address.split('/');
  const group = segments.slice(0, segments[0]?.includes('.') ? 2 : 1).join('/');
  return { name: source.address, group };
}
