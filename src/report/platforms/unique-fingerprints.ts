/**
 * Platforms take findings of one fingerprint for one finding. The returned function is asked for each finding in turn:
 * from the second of the same fingerprint on it adds a number.
 */
export function uniqueFingerprints(): (fingerprint: string) => string {
  const seen = new Map<string, number>();
  return fingerprint => {
    const count = (seen.get(fingerprint) ?? 0) + 1;
    seen.set(fingerprint, count);
    return count === 1 ? fingerprint : `${fingerprint}-${count}`;
  };
}
