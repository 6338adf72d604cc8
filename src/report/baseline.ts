import type { Finding } from '../model/finding.ts';
import { mapLazily, serialise } from './json/serialise.ts';

/** The text of a baseline file: one line per finding, sorted, so that its changes can be reviewed. */
export function baselineText(findings: readonly Finding[]): Iterable<string> {
  const entry = ({ fingerprint, rule, path, value }: Finding) => ({ fingerprint, rule, path, value });
  return serialise({ version: 1, findings: mapLazily(findings, entry) });
}
