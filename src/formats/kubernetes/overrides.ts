import type { Expression } from '../../model/expression.ts';
import { withoutTag } from '../../text/image-tag.ts';

/** The name by which a manifest's image is replaced: its own without tag and digest. */
export function overrideName(image: string): string {
  return `${OVERRIDES}${withoutTag(image.replace(/@.*$/s, ''))}`;
}

/** What the names of replaced images begin with: overlays hand them down to their bases. */
export const OVERRIDES = 'image ';

/** An image as it is written, or as kustomizations that take the manifest in replace it. */
export function replaceable(image: Expression): Expression {
  if (image.type !== 'literal') return image;
  const { span, value } = image;
  return {
    type: 'choice',
    options: [image, { type: 'variable', name: overrideName(value), span, fallback: image }],
    span,
  };
}
