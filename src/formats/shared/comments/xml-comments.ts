import type { Comment } from '../../../model/extraction.ts';
import { descendants, type XmlDocument } from '../../../parsers/xml/element.ts';
import { suppressionComments } from './suppression-comments.ts';

/** A document's comments that may hold a suppression; a block is an element. */
export function xmlComments(text: string, { roots, comments }: XmlDocument): Comment[] {
  return suppressionComments(text, comments, () =>
    roots.flatMap(root => [...descendants(root)].map(element => element.span)),
  );
}
