import { type InterpolatedText, withoutVariables } from '../../parsers/interpolation.ts';
import type { PlacedText } from '../../parsers/placed-text.ts';
import { unknownVariable, type VariableLookUp } from '../shared/expressions.ts';
import { containerText } from './text.ts';

/** How texts have variables in them: the manifests themselves, or what a tool makes manifests of. */
export interface Wording {
  readonly textOf: (text: PlacedText) => InterpolatedText;
  readonly lookUp: VariableLookUp;
  /** A script; its variables are those that the tool puts in before any shell reads it. */
  readonly scriptOf: (text: PlacedText) => InterpolatedText;
  /** Where charts keep the registry that replaces the one of every image. */
  readonly registryVariable?: string;
}

/** `$(NAME)` is known within a container only. */
export const MANIFEST_WORDING: Wording = {
  textOf: text => (text.text.includes('$(') ? containerText(text) : withoutVariables(text)),
  lookUp: unknownVariable,
  scriptOf: withoutVariables,
};
