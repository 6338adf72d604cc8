import type { Format } from '../../model/format.ts';
import { dockerfileModule } from './module.ts';

/** Dockerfiles and Containerfiles (https://docs.docker.com/reference/dockerfile/). */
export const dockerfile: Format = {
  id: 'dockerfile',
  title: 'Dockerfile',
  family: 'containers',
  files: [
    'Dockerfile',
    'Dockerfile.*',
    'Dockerfile-*',
    'Dockerfile_*',
    '*.dockerfile',
    '*.Dockerfile',
    'dockerfile',
    'Containerfile',
    'Containerfile.*',
    '*.containerfile',
  ],
  lineComment: '#',
  // `Dockerfile.dockerignore` has such a name too.
  sniff: head => INSTRUCTION.test(head),
  module: dockerfileModule,
  extracts:
    'base images, images of COPY --from and RUN --mount, the syntax image, mirrors, packages and hosts in RUN, ENV, ARG and ADD, names of environment variables',
  resolves: 'ARG and ENV by position and stage, defaults and alternatives of variables',
  load: async () => (await import('./extract.ts')).extractDockerfile,
};

const INSTRUCTION =
  /^[ \t]*(?:(?:FROM|ARG|RUN|ENV|COPY|ADD|CMD|ENTRYPOINT|ONBUILD|WORKDIR)[ \t]+\S|#[ \t]*syntax[ \t]*=)/im;
