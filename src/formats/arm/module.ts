import { basename, dirname } from '../../text/path.ts';

/**
 * The module of a template, which is also the scope of its names: the template and the files of parameters that are
 * named after it. Bicep and ARM templates call each other, so that they share it.
 */
export function armModule(path: string): string {
  return moduleOf(path.replace(ENDING, ''));
}

/** The templates that a file of parameters may be for: by the first part of its name, or by what templates are called. */
export function templatesOfParameters(path: string): string[] {
  const folder = dirname(path);
  const [first = ''] = basename(path).split(/[.-]/);
  const names = [...new Set([first, ...USUAL_NAMES])];
  const folders = folder === '' ? [''] : [`${folder}/`, dirname(folder) === '' ? '' : `${dirname(folder)}/`];
  return folders
    .flatMap(each => names.map(name => moduleOf(each + name)))
    .filter(key => key !== armModule(path));
}

/** Does the file hold parameters, by its name? */
export function isParameterFile(path: string): boolean {
  return (
    /\.bicepparam$|[.-]?param(?:eter)?s?\b[^/]*\.json$/i.test(path) || /(?:^|\/)param(?:eter)?s\//i.test(path)
  );
}

const USUAL_NAMES = ['main', 'azuredeploy', 'mainTemplate', 'template', 'deploy'];
const ENDING = /(?:[.-](?:parameters?|params))?\.(?:json|jsonc|bicep|bicepparam)$/i;

/** What is in every file that calls a template, or gives it its parameters by `using`: the name of its file. */
export function templateMarker(module: string, ending: 'bicep' | 'json'): string {
  return `${basename(module.slice(PREFIX.length))}.${ending}`;
}

const PREFIX = 'arm:';

function moduleOf(stem: string): string {
  return PREFIX + stem;
}

/** The names by which a template's own things are looked up. */
export function parameterName(name: string): string {
  return `parameter ${name.toLowerCase()}`;
}

export function variableName(name: string): string {
  return `variable ${name.toLowerCase()}`;
}
