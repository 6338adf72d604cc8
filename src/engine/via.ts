import type { DependencyGraph, Reference } from '../model/extraction.ts';
import { createDependencyPaths, type DependencyPath } from '../resolve/dependency-path.ts';
import type { Location } from '../text/span.ts';
import type { LoadedFile } from './load.ts';
import { projectManifests } from './projects.ts';

/** How a lockfile's package came in, and the manifest line that asks for it. */
export interface Via {
  /** The direct dependency first, the package last. */
  readonly names: readonly string[];
  /** Where the manifest names the direct dependency; absent when the manifest is not there. */
  readonly at?: Location;
  /** The module of that manifest. */
  readonly module?: string;
}

/** Answers for the lockfile packages of one component; walks a graph only when it is asked about. */
export class DependencyOrigins {
  private readonly manifests: ReadonlyMap<string, LoadedFile>;
  private readonly declarations = new Map<string, ReadonlyMap<string, Reference>>();
  private readonly paths = new Map<DependencyGraph, (node: string) => DependencyPath | undefined>();

  constructor(files: readonly LoadedFile[]) {
    const manifests = files.filter(file => file.format.generated !== true);
    this.manifests = new Map(manifests.map(file => [file.source.path, file]));
  }

  /** The way in of a package that a lockfile lists; `undefined` for any other reference. */
  viaOf(reference: Reference, { extraction }: LoadedFile): Via | undefined {
    const node = reference.package?.node;
    if (node === undefined || !extraction.graph) return undefined;
    const path = this.pathsOf(extraction.graph)(node);
    if (!path) return undefined;
    const at = this.declarationOf(path.manifest, path.names[0]);
    const module = at && this.manifests.get(at.path)?.module;
    return { names: path.names, ...(at ? { at } : {}), ...(module === undefined ? {} : { module }) };
  }

  private pathsOf(graph: DependencyGraph): (node: string) => DependencyPath | undefined {
    let paths = this.paths.get(graph);
    if (!paths) {
      paths = createDependencyPaths(graph, this.declaredAround(graph));
      this.paths.set(graph, paths);
    }
    return paths;
  }

  /** What the manifests list that a lockfile was made from, when it does not say so itself. */
  private declaredAround(graph: DependencyGraph): ReadonlyMap<string, Iterable<string>> {
    const [main] = graph.rootsAreGuessed ? graph.roots.values() : [];
    const manifests = main === undefined ? [] : [main, ...this.projectsOf(main)];
    return new Map(manifests.map(path => [path, this.declaredIn(path).keys()]));
  }

  /** Those of the projects that share a manifest's lockfile. */
  private projectsOf(path: string): string[] {
    const manifest = this.manifests.get(path);
    return manifest ? projectManifests(manifest.extraction, [...this.manifests.keys()]) : [];
  }

  private declarationOf(manifest: string, name: string | undefined): Location | undefined {
    const reference = this.declaredIn(manifest).get(name ?? '');
    return reference && { path: manifest, span: reference.span };
  }

  private declaredIn(path: string): ReadonlyMap<string, Reference> {
    const manifest = this.manifests.get(path);
    const declared = this.declarations.get(path) ?? (manifest ? declaredIn(manifest) : new Map());
    this.declarations.set(path, declared);
    return declared;
  }
}

/** A manifest's own dependencies by name; the first mention of each. */
function declaredIn({ extraction }: LoadedFile): ReadonlyMap<string, Reference> {
  const declared = new Map<string, Reference>();
  for (const reference of extraction.references) {
    const named = reference.package;
    if (named?.dependency === 'direct' && !declared.has(named.name)) declared.set(named.name, reference);
  }
  return declared;
}
