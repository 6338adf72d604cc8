import type { Extract } from '../../model/format.ts';
import { type CodeItem, labelledItem, stringOf, stringsOf } from '../../parsers/code/call.ts';
import { PYTHON } from '../../parsers/code/dialect.ts';
import type { CodeNode, CodeString } from '../../parsers/code/node.ts';
import {
  type CallPath,
  type CodeCall,
  type CodeVisitor,
  isWithin,
  lastPart,
} from '../../parsers/code/walk.ts';
import { scopeVariable } from '../shared/expressions.ts';
import { type KnownText, knownText } from '../shared/known-text.ts';
import { coordinateOf, mavenReferences } from '../shared/packages/maven-package.ts';
import { packageReferences } from '../shared/packages/named-package.ts';
import { pinnedVersion, shownVersion } from '../shared/packages/pinned-version.ts';
import { extractBuildScript } from '../shared/scripts/build-script.ts';
import type { CodeReferences } from '../shared/scripts/code-strings.ts';

/** What a Bazel workspace gets from elsewhere. */
export const extractBazel: Extract = source =>
  extractBuildScript(source, {
    dialect: PYTHON,
    module: 'bazel',
    readerOf: (found, { variables }) => new BazelReader(found, knownText(variables)),
    isProse: path => isWithin(path, 'load', 'doc', 'homepage'),
  });

class BazelReader implements CodeVisitor {
  private readonly found: CodeReferences;
  private readonly known: KnownText;

  constructor(found: CodeReferences, known: KnownText) {
    this.found = found;
    this.known = known;
  }

  call({ name, items }: CodeCall, path: CallPath | undefined): void {
    const short = lastPart(name);
    if (short === 'bazel_dep') this.readModule(items, path);
    else if (short === 'artifact') this.readArtifact(items, path);
    else if (short === 'go_repository' || (short === 'module' && labelledItem(items, 'path')))
      this.readGo(items, path);
    else if (short === 'pull' || short === 'container_pull' || short === 'oci_pull')
      this.readImage(items, path);
    if (short.startsWith('maven') || short === 'install' || short === 'artifact')
      this.readRepositories(items, path);
    if (short.endsWith('_override'))
      for (const registry of stringsOf(labelledItem(items, 'registry'))) this.addRegistry(registry, path);
  }

  statement(nodes: readonly CodeNode[], path: CallPath | undefined): void {
    if (isWithin(path, 'artifacts', 'boms', 'maven_artifacts', 'artifact_pins'))
      this.readArtifacts(nodes.filter(isString), path);
  }

  /** `bazel_dep(name = "…", version = "…")`. */
  private readModule(items: readonly CodeItem[], path: CallPath | undefined): void {
    const name = stringOf(labelledItem(items, 'name'));
    if (!name) return;
    const version = stringOf(labelledItem(items, 'version'));
    const written = version && shownVersion(this.known(version.text));
    const module = this.known(name.text);
    const named = { type: 'bazel', path: module, name: module, span: name.text.span, written };
    this.found.add(
      packageReferences(
        { ...named, version: pinnedVersion(written) },
        this.found.where(path, 'bazel_dep', module),
      ),
    );
  }

  /** `maven.artifact(group = …, artifact = …, version = …)`, in its older form by position. */
  private readArtifact(items: readonly CodeItem[], path: CallPath | undefined): void {
    const [group, artifact, version] = ['group', 'artifact', 'version'].map(
      (label, index) =>
        stringOf(labelledItem(items, label)) ??
        stringOf(items.filter(item => item.label === undefined)[index]),
    );
    if (!group || !artifact) return;
    const coordinate = { group: group.text, artifact: artifact.text, span: artifact.text.span };
    const versioned = version ? { ...coordinate, version: version.text } : coordinate;
    this.found.add(mavenReferences(versioned, this.found.where(path, 'artifact'), this.known, scopeVariable));
  }

  private readArtifacts(strings: readonly CodeString[], path: CallPath | undefined): void {
    for (const { text } of strings) {
      const coordinate = coordinateOf(text);
      if (!coordinate) continue;
      this.found.understand(text);
      this.found.add(mavenReferences(coordinate, this.found.where(path), this.known, scopeVariable));
    }
  }

  private readRepositories(items: readonly CodeItem[], path: CallPath | undefined): void {
    for (const label of ['repositories', 'server_urls']) {
      for (const { text } of stringsOf(labelledItem(items, label)))
        this.found.addMirror(text, 'maven', this.found.where(path, label));
    }
  }

  private readGo(items: readonly CodeItem[], path: CallPath | undefined): void {
    const name = stringOf(labelledItem(items, 'importpath')) ?? stringOf(labelledItem(items, 'path'));
    if (!name) return;
    const version = stringOf(labelledItem(items, 'version'));
    const written = version && this.known(version.text);
    const module = this.known(name.text);
    this.found.understand(name.text);
    const named = { type: 'golang', path: module, name: module, span: name.text.span, written };
    this.found.add(
      packageReferences({ ...named, version: pinnedVersion(written) }, this.found.where(path, module)),
    );
  }

  /** `oci.pull(image = "registry/repository")`, `container_pull(registry = …, repository = …)`. */
  private readImage(items: readonly CodeItem[], path: CallPath | undefined): void {
    for (const label of ['image', 'registry']) {
      const string = stringOf(labelledItem(items, label));
      if (string) this.found.addAddress(string.text, this.found.where(path, label));
    }
  }

  private addRegistry({ text }: CodeString, path: CallPath | undefined): void {
    this.found.addMirror(text, 'bazel', this.found.where(path, 'registry'));
  }
}

function isString(node: { readonly kind: string }): node is CodeString {
  return node.kind === 'string';
}
