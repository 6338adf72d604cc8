import type { ReferenceKind } from '../../model/vocabulary.ts';
import { normaliseAddress } from './address.ts';
import { parseImageName } from './image-name.ts';
import { normaliseProvider } from './terraform-address.ts';

/**
 * The form of a name of this kind that is compared, for the catalog's values and for those of files alike.
 * Case counts only in environment variables: every other kind's names are folded by the tools themselves or
 * are lower case by rule.
 */
export function normaliseName(kind: ReferenceKind, name: string): string {
  const text = name.trim();
  switch (kind) {
    case 'environment-variable':
      return text;
    case 'provider':
      return normaliseProvider(text);
    case 'action':
      // The owner, the name and a path; what follows `@` is a version.
      return text.replace(/@.*$/s, '').toLowerCase();
    case 'api-group':
      // `oss.alibabacloud.crossplane.io/v1alpha1`
      return text.replace(/\/.*$/s, '').toLowerCase();
    case 'chart':
      return text.replace(/^[a-z+]+:\/\//i, '').toLowerCase();
    default:
      return text.toLowerCase();
  }
}

/** The same for an indicator's value, which can also be the beginning, the end or a pattern of a name. */
export function normaliseIndicator(kind: ReferenceKind, value: string): string {
  if (kind === 'image') return normaliseImageIndicator(value);
  return isHostKind(kind) ? normaliseAddress(value).toLowerCase() : normaliseName(kind, value);
}

/** Kinds whose values are hosts, or hosts with a path. */
export function isHostKind(kind: ReferenceKind): boolean {
  return kind === 'host' || kind === 'image' || kind === 'mirror';
}

/** A repository without registry is on Docker Hub; a pattern says itself where it may match. */
function normaliseImageIndicator(value: string): string {
  if (value.includes('*') || !value.includes('/')) return normaliseAddress(value).toLowerCase();
  const { registry, repository } = parseImageName(value);
  return repository === '' ? registry : `${registry}/${repository}`;
}
