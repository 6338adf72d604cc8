import type { Reference } from '../../model/extraction.ts';
import { type InterpolatedText, visibleText, withoutVariables } from '../../parsers/interpolation.ts';
import { childElement, childElements, descendants, type XmlElement } from '../../parsers/xml/element.ts';
import { findHosts } from '../../text/hosts.ts';
import type { VariableLookUp } from '../shared/expressions.ts';
import { type KnownText, knownText } from '../shared/known-text.ts';
import { mavenReferences } from '../shared/packages/maven-package.ts';
import { propertyText } from '../shared/property-text.ts';
import { mirrorsIn, stringReferences, type Where } from '../shared/strings.ts';
import { isInUrl } from '../shared/url-references.ts';

/** Walks a pom and collects its references. */
export class PomReader {
  private readonly references: Reference[] = [];
  private readonly scope: string;
  private readonly lookUp: VariableLookUp;
  private readonly known: KnownText;

  constructor(scope: string, lookUp: VariableLookUp, variables: ReadonlyMap<string, InterpolatedText>) {
    this.scope = scope;
    this.lookUp = lookUp;
    this.known = knownText(variables);
  }

  finish(): Reference[] {
    return this.references;
  }

  /** A project, or a profile of one. */
  read(project: XmlElement, path: readonly string[] = []): void {
    for (const section of project.children) this.readSection(section, [...path, section.name]);
    if (project.name === 'extensions') this.readArtifacts(project, 'extension', path);
  }

  private readSection(section: XmlElement, path: readonly string[]): void {
    const { name } = section;
    if (name === 'parent') this.readArtifact(section, path);
    else if (name === 'dependencies') this.readArtifacts(section, 'dependency', path);
    else if (name === 'dependencyManagement')
      this.readArtifacts(childElement(section, 'dependencies'), 'dependency', path);
    else if (name === 'build' || name === 'reporting') this.readBuild(section, path);
    else if (REPOSITORY_SECTIONS.has(name)) this.readRepositories(section, path);
    else if (name === 'properties') this.readHosts(section, path);
    else if (name === 'profiles') {
      for (const profile of childElements(section, 'profile'))
        this.read(profile, [...path, childElement(profile, 'id')?.text.text ?? '']);
    }
  }

  private readBuild(build: XmlElement, path: readonly string[]): void {
    this.readArtifacts(childElement(build, 'extensions'), 'extension', path);
    for (const holder of [build, childElement(build, 'pluginManagement')]) {
      for (const plugin of childElements(childElement(holder, 'plugins'), 'plugin'))
        this.readPlugin(plugin, path);
    }
  }

  private readPlugin(plugin: XmlElement, path: readonly string[]): void {
    this.readArtifact(plugin, path, DEFAULT_PLUGIN_GROUP);
    this.readArtifacts(childElement(plugin, 'dependencies'), 'dependency', [...path, nameOf(plugin)]);
    const executions = childElements(childElement(plugin, 'executions'), 'execution');
    for (const holder of [plugin, ...executions]) {
      const configuration = childElement(holder, 'configuration');
      if (configuration) this.readConfiguration(configuration, [...path, nameOf(plugin), 'configuration']);
    }
  }

  /** Processors and the like are given as artifacts too. */
  private readConfiguration(configuration: XmlElement, path: readonly string[]): void {
    this.readHosts(configuration, path);
    for (const element of descendants(configuration)) {
      if (childElement(element, 'groupId') && childElement(element, 'version'))
        this.readArtifact(element, path);
    }
  }

  private readArtifacts(list: XmlElement | undefined, name: string, path: readonly string[]): void {
    for (const artifact of childElements(list, name)) this.readArtifact(artifact, path);
  }

  private readArtifact(element: XmlElement, path: readonly string[], defaultGroup?: string): void {
    const [groupId, artifactId, version] = ['groupId', 'artifactId', 'version'].map(name => {
      const text = childElement(element, name)?.text;
      return text && propertyText(text, 'braces');
    });
    if (!artifactId) return;
    const fallback = defaultGroup && withoutVariables({ text: defaultGroup, span: artifactId.span });
    const group = groupId ?? (fallback || undefined);
    if (!group) return;
    const coordinate = {
      group,
      artifact: artifactId,
      span: artifactId.span,
      ...(version ? { version } : {}),
    };
    this.add(mavenReferences(coordinate, this.where([...path, nameOf(element)]), this.known, this.lookUp));
  }

  private readRepositories(section: XmlElement, path: readonly string[]): void {
    for (const element of descendants(section)) {
      if (!/repository$/i.test(element.name)) continue;
      const url = childElement(element, 'url')?.text;
      if (!url) continue;
      const where = this.where([...path, childElement(element, 'id')?.text.text ?? element.name]);
      this.add(mirrorsIn(propertyText(url, 'braces'), 'maven', where, this.lookUp));
    }
  }

  /** Addresses in values of any meaning. Words with dots that are no hosts are frequent there. */
  private readHosts(section: XmlElement, path: readonly string[]): void {
    for (const element of descendants(section)) {
      const text = propertyText(element.text, 'braces');
      const visible = visibleText(text).text;
      const isAddress = IMAGE_SETTINGS.test(element.name)
        ? findHosts(visible).length > 0
        : findHosts(visible).some(mention => isInUrl(visible, mention));
      if (isAddress) this.add(stringReferences(text, this.where([...path, element.name]), this.lookUp));
    }
  }

  private where(path: readonly string[]): Where {
    return { scope: this.scope, structuralPath: path };
  }

  private add(references: readonly Reference[]): void {
    for (const reference of references) this.references.push(reference);
  }
}

const REPOSITORY_SECTIONS = new Set(['repositories', 'pluginRepositories', 'distributionManagement']);

/** https://maven.apache.org/pom.html#plugins */
const DEFAULT_PLUGIN_GROUP = 'org.apache.maven.plugins';

/** Settings of plugins that build images: a registry or a repository, without scheme. */
const IMAGE_SETTINGS = /(?:image|registry|repository|endpoint|host)(?:name|url)?$|^(?:from|to|name)$/i;

function nameOf(element: XmlElement): string {
  return childElement(element, 'artifactId')?.text.text ?? element.name;
}
