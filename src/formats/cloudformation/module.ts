/**
 * The module of a template, which is also the scope of its names: the template and the files of values that are
 * named after it.
 */
export function templateModule(path: string): string {
  return `template:${path.replace(ENDING, '')}`;
}

const ENDING = /(?:[.-](?:parameters?|params))?(?:\.(?:template|cfn|ros|sam))?\.(?:ya?ml|json|template)$/i;

/** The name by which a template knows the region of its stack, when a file beside it tells it. */
export const STACK_REGION = 'region of the stack';
