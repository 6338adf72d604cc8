import type { Format } from '../../model/format.ts';
import { armModule, isParameterFile, templateMarker, templatesOfParameters } from './module.ts';

/** Templates of Azure Resource Manager and their parameters (https://learn.microsoft.com/en-us/azure/azure-resource-manager/templates/syntax). */
export const arm: Format = {
  id: 'arm',
  title: 'ARM templates',
  family: 'infrastructure',
  files: ['*.json', '*.jsonc'],
  sniff: head => SCHEMA.test(head),
  module: armModule,
  outerModules: path => (isParameterFile(path) ? templatesOfParameters(path) : []),
  // https://learn.microsoft.com/en-us/azure/azure-resource-manager/templates/linked-templates
  callMarker: module => templateMarker(module, 'json'),
  calls: { kinds: ['arm'], signs: ['templateLink'] },
  extracts:
    'resource types, locations, container images, settings as environment variables, custom scripts, hosts in any text, values of parameters',
  resolves:
    'parameters with their allowed values and parameter files, variables, `concat`, `format`, `if` and other functions, nested and linked templates; the location of the resource group stays unknown',
  load: async () => (await import('./extract.ts')).extractArm,
};

const SCHEMA = /"\$schema"\s*:\s*"[^"]{0,200}deployment(?:Template|Parameters)\.json/i;
