import type { Format } from '../../model/format.ts';

/** https://developer.hashicorp.com/vagrant/docs/vagrantfile */
export const vagrantfile: Format = {
  id: 'vagrantfile',
  title: 'Vagrantfile',
  family: 'infrastructure',
  files: ['Vagrantfile', 'Vagrantfile.*', '*.Vagrantfile'],
  lineComment: '#',
  module: path => `vagrant:${path}`,
  extracts:
    'providers and what they are told, regions, plug-ins, box addresses, shell and Docker provisioners, URLs in any text',
  resolves: 'variables of the file',
  load: async () => (await import('./extract.ts')).extractVagrantfile,
};
