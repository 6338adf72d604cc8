import type { Format } from '../../model/format.ts';
import { armModule, templateMarker, templatesOfParameters } from '../arm/module.ts';

/** Bicep files and their parameters (https://learn.microsoft.com/en-us/azure/azure-resource-manager/bicep/file). */
export const bicep: Format = {
  id: 'bicep',
  title: 'Bicep',
  family: 'infrastructure',
  files: ['*.bicep', '*.bicepparam'],
  lineComment: '//',
  module: armModule,
  outerModules: path => (path.endsWith('.bicepparam') ? templatesOfParameters(path) : []),
  callMarker: module => templateMarker(module, 'bicep'),
  calls: { kinds: ['arm'] },
  extracts:
    'resources and their types, modules, locations, container images, settings as environment variables, scripts, hosts in any text, values of parameters',
  resolves:
    'parameters with their allowed values and parameter files, variables, interpolation, conditions, loops, functions, inputs and outputs of local modules; the location of the resource group stays unknown',
  load: async () => (await import('./extract.ts')).extractBicep,
};
