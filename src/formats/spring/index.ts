import type { Format } from '../../model/format.ts';
import { isKubernetesManifest } from '../kubernetes/sniff.ts';
import { folderModule } from '../shared/modules/folder-module.ts';

/**
 * Settings of Spring Boot (https://docs.spring.io/spring-boot/reference/features/external-config.html), Quarkus and
 * Micronaut.
 */
export const spring: Format = {
  id: 'spring',
  title: 'Spring Boot, Quarkus, Micronaut settings',
  family: 'application-settings',
  files: [
    'application.yml',
    'application.yaml',
    'application.properties',
    'application-*.yml',
    'application-*.yaml',
    'application-*.properties',
    'bootstrap.yml',
    'bootstrap.yaml',
    'bootstrap.properties',
    'bootstrap-*.yml',
    'bootstrap-*.yaml',
    'bootstrap-*.properties',
    'microprofile-config.properties',
    // What a Nacos server holds, as it exports it: a folder for each group.
    '**/DEFAULT_GROUP/*.yml',
    '**/DEFAULT_GROUP/*.yaml',
    '**/DEFAULT_GROUP/*.properties',
  ],
  lineComment: '#',
  // An Argo CD application is often in a file of this name.
  sniff: head => !isKubernetesManifest(head),
  module: path => folderModule('spring', path),
  extracts: 'hosts and regions in values, names of the environment variables that they use',
  resolves:
    'placeholders with their defaults, from the settings of the folder and those of its profiles, anchors and merge keys',
  load: async () => (await import('./extract.ts')).extractSpring,
};
