import type { Reference } from '../../../model/extraction.ts';
import { type InterpolatedText, sliceInterpolated, visibleText } from '../../../parsers/interpolation.ts';
import { expressionOf, type VariableLookUp } from '../expressions.ts';
import type { Where } from '../strings.ts';

/**
 * A container image, as `FROM`, `image:` or `docker pull` name it. A transport before it (`docker://`) is left out.
 * @returns nothing for an empty value.
 */
export function imageReferences(text: InterpolatedText, where: Where, lookUp: VariableLookUp): Reference[] {
  const visible = visibleText(text).text;
  const start = TRANSPORT.exec(visible)?.[0].length ?? 0;
  const end = visible.trimEnd().length;
  if (end <= start) return [];
  const name = start === 0 && end === visible.length ? text : sliceInterpolated(text, start, end);
  return [{ kind: 'image', value: expressionOf(name, lookUp), span: name.span, ...where }];
}

/** https://github.com/containers/image/blob/main/docs/containers-transports.5.md, and Compose's `docker-image://`. */
const TRANSPORT = /^\s*(?:(?:docker|oci|docker-image):\/\/)?/;
