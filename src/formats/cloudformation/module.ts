import type { ModuleCalls } from '../../model/format.ts';
import { basename } from '../../text/path.ts';

/**
 * The module of a template, which is also the scope of its names: the template and the files of values that are
 * named after it.
 */
export function templateModule(path: string): string {
  return PREFIX + path.replace(ENDING, '');
}

const PREFIX = 'template:';

const ENDING = /(?:[.-](?:parameters?|params))?(?:\.(?:template|cfn|ros|sam))?\.(?:ya?ml|json|template)$/i;

/** A nested stack names the file of its template, whatever its ending. */
export function templateMarker(module: string): string {
  return `${basename(module.slice(PREFIX.length))}.`;
}

/** Nested stacks, and nested applications of the Serverless Application Model. */
export const TEMPLATE_CALLS: ModuleCalls = {
  kinds: ['template'],
  signs: ['TemplateURL', '::Serverless::Application'],
};

/** The name by which a template knows the region of its stack, when a file beside it tells it. */
export const STACK_REGION = 'region of the stack';
