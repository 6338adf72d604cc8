import { dirname } from '../../text/path.ts';
import { templateModule } from '../cloudformation/module.ts';

/** The settings are those of the template that is called so by default. */
export function samTemplateModule(path: string): string {
  const folder = dirname(path);
  return templateModule(folder === '' ? 'template.yaml' : `${folder}/template.yaml`);
}
