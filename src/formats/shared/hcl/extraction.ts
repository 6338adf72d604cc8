import { type Extraction, SUPPRESSION_MARKER } from '../../../model/extraction.ts';
import { commentsWith } from '../../../parsers/hcl/comments.ts';
import type { HclFile } from '../../../parsers/hcl/tree.ts';
import type { Source } from '../../../text/source.ts';
import { type Extracted, joinExtracted } from './extracted.ts';

/** All that a file in HCL says: its parts, the comments that may hold a suppression, and what could not be read. */
export function hclExtraction(file: HclFile, source: Source, ...parts: readonly Extracted[]): Extraction {
  return {
    comments: commentsWith(SUPPRESSION_MARKER, file, source.text),
    problems: file.problems,
    ...joinExtracted(parts),
  };
}

/** Is the file in HCL's JSON syntax? */
export function isJson({ path }: Pick<Source, 'path'>): boolean {
  return path.endsWith('.json');
}
