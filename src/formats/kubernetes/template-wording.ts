import type { GoTemplate } from '../shared/go-template.ts';
import type { Wording } from './wording.ts';

/** Values have the template's actions in them. */
export function templateWording(template: GoTemplate): Wording {
  return {
    textOf: text => template.interpolate(text),
    lookUp: template.lookUp,
    scriptOf: text => template.scriptOf(text),
  };
}
