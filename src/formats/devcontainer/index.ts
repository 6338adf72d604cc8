import type { Format } from '../../model/format.ts';

/** Development containers (https://containers.dev/implementors/json_reference/). */
export const devcontainer: Format = {
  id: 'devcontainer',
  title: 'Dev containers',
  family: 'containers',
  files: ['devcontainer.json', '.devcontainer.json', 'devcontainer-feature.json', '**/.devcontainer/*.json'],
  sniff: head =>
    /"(?:image|build|dockerFile|dockerComposeFile|features|customizations|installsAfter)"\s*:/.test(head),
  module: path => `devcontainer:${path}`,
  extracts:
    'images, features, build arguments, environment variables, the commands of the life cycle, arguments of `docker run`, hosts in settings',
  resolves: 'nothing: variables are those of the machine',
  load: async () => (await import('./extract.ts')).extractDevcontainer,
};
