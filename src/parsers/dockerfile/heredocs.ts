/** A here-document's beginning, as in `RUN <<EOF` (https://docs.docker.com/reference/dockerfile/#here-documents). */
export interface HeredocHeader {
  readonly delimiter: string;
  readonly isLiteral: boolean;
}

/** The here-documents that an instruction's first line begins, in order. */
export function heredocHeaders(line: string): HeredocHeader[] {
  if (!line.includes('<<')) return [];
  return [...line.matchAll(HEREDOC)].map(match => ({
    delimiter: match[2] ?? '',
    isLiteral: match[1] !== '',
  }));
}

/** `<<<` is a here-string; a shift such as `1 << 2` has no word behind it. */
const HEREDOC = /(?<![^\s;|&(\d])<<-?(["']?)([A-Za-z_][\w.-]*)\1(?![\w.-])/g;
