import { type InterpolatedText, InterpolationBuilder } from '../../parsers/interpolation.ts';
import { type PlacedText, slicePlaced } from '../../parsers/placed-text.ts';
import { spanWithin, type TreeScalar } from '../../parsers/tree.ts';

/**
 * A value in which `$(NAME)` stands for another variable of the container
 * (https://kubernetes.io/docs/tasks/inject-data-application/define-interdependent-environment-variables/).
 */
export function containerText(scalar: PlacedText): InterpolatedText {
  const builder = new InterpolationBuilder(scalar);
  let position = 0;
  for (const { 0: use, 1: name = '', index } of scalar.text.matchAll(VARIABLE)) {
    builder.appendText(position, index);
    position = index + use.length;
    builder.appendVariable({
      type: 'variable',
      name,
      operator: '',
      span: spanWithin(scalar, index, position),
    });
  }
  builder.appendText(position, scalar.text.length);
  return builder.build(0, scalar.text.length);
}

const VARIABLE = /(?<!\$)\$\(([A-Za-z_][\w.-]{0,200})\)/g;

/** The names in a value that separates them by commas. */
export function listedNames(scalar: TreeScalar): PlacedText[] {
  return [...scalar.text.matchAll(/[^\s,]+/g)].map(({ 0: name, index }) =>
    slicePlaced(scalar, index, index + name.length),
  );
}
