import type { Extract } from '../../model/format.ts';
import { type CodeItem, labelledItem, stringOf, stringsOf } from '../../parsers/code/call.ts';
import { PYTHON } from '../../parsers/code/dialect.ts';
import type { CodeString } from '../../parsers/code/node.ts';
import { type CallPath, type CodeCall, isWithin, lastPart, walkCode } from '../../parsers/code/walk.ts';
import { scopeVariable } from '../shared/expressions.ts';
import { knownText } from '../shared/known-text.ts';
import { folderModule } from '../shared/modules/folder-module.ts';
import { coordinateOf, mavenReferences } from '../shared/packages/maven-package.ts';
import { packageReferences } from '../shared/packages/named-package.ts';
import { pinnedVersion, shownVersion } from '../shared/packages/pinned-version.ts';
import { readScript, scriptExtraction } from '../shared/scripts/code-script.ts';
import { CodeReferences } from '../shared/scripts/code-strings.ts';

/** What a Bazel workspace gets from elsewhere. */
export const extractBazel: Extract = source => {
  const script = readScript(source, PYTHON);
  const scope = folderModule('bazel', source.path);
  const found = new CodeReferences(scope, scopeVariable);
  const known = knownText(script.variables);

  walkCode(script.file.nodes, {
    call: readCall,
    statement: (nodes, path) => {
      found.noteStrings(nodes, path);
      if (isWithin(path, 'artifacts', 'boms', 'maven_artifacts', 'artifact_pins'))
        readArtifacts(nodes.filter(isString), path);
    },
  });
  found.addRest(path => isWithin(path, 'load', 'doc', 'homepage'));
  return scriptExtraction(source, scope, script, found.references);

  function readCall({ name, items }: CodeCall, path: CallPath | undefined): void {
    const short = lastPart(name);
    if (short === 'bazel_dep') readModule(items, path);
    else if (short === 'artifact') readArtifact(items, path);
    else if (short === 'go_repository' || (short === 'module' && labelledItem(items, 'path')))
      readGo(items, path);
    else if (short === 'pull' || short === 'container_pull' || short === 'oci_pull') readImage(items, path);
    if (short.startsWith('maven') || short === 'install' || short === 'artifact')
      readRepositories(items, path);
    if (short.endsWith('_override'))
      for (const registry of stringsOf(labelledItem(items, 'registry'))) addRegistry(registry, path);
  }

  /** `bazel_dep(name = "…", version = "…")`. */
  function readModule(items: readonly CodeItem[], path: CallPath | undefined): void {
    const name = stringOf(labelledItem(items, 'name'));
    if (!name) return;
    const version = stringOf(labelledItem(items, 'version'));
    const written = version && shownVersion(known(version.text));
    const module = known(name.text);
    const named = { type: 'bazel', path: module, name: module, span: name.text.span, written };
    found.add(
      packageReferences(
        { ...named, version: pinnedVersion(written) },
        found.where(path, 'bazel_dep', module),
      ),
    );
  }

  /** `maven.artifact(group = …, artifact = …, version = …)`, in its older form by position. */
  function readArtifact(items: readonly CodeItem[], path: CallPath | undefined): void {
    const [group, artifact, version] = ['group', 'artifact', 'version'].map(
      (label, index) =>
        stringOf(labelledItem(items, label)) ??
        stringOf(items.filter(item => item.label === undefined)[index]),
    );
    if (!group || !artifact) return;
    const coordinate = { group: group.text, artifact: artifact.text, span: artifact.text.span };
    const versioned = version ? { ...coordinate, version: version.text } : coordinate;
    found.add(mavenReferences(versioned, found.where(path, 'artifact'), known, scopeVariable));
  }

  function readArtifacts(strings: readonly CodeString[], path: CallPath | undefined): void {
    for (const { text } of strings) {
      const coordinate = coordinateOf(text);
      if (!coordinate) continue;
      found.understand(text);
      found.add(mavenReferences(coordinate, found.where(path), known, scopeVariable));
    }
  }

  function readRepositories(items: readonly CodeItem[], path: CallPath | undefined): void {
    for (const label of ['repositories', 'server_urls']) {
      for (const { text } of stringsOf(labelledItem(items, label)))
        found.addMirror(text, 'maven', found.where(path, label));
    }
  }

  function readGo(items: readonly CodeItem[], path: CallPath | undefined): void {
    const name = stringOf(labelledItem(items, 'importpath')) ?? stringOf(labelledItem(items, 'path'));
    if (!name) return;
    const version = stringOf(labelledItem(items, 'version'));
    const written = version && known(version.text);
    const module = known(name.text);
    found.understand(name.text);
    const named = { type: 'golang', path: module, name: module, span: name.text.span, written };
    found.add(packageReferences({ ...named, version: pinnedVersion(written) }, found.where(path, module)));
  }

  /** `oci.pull(image = "registry/repository")`, `container_pull(registry = …, repository = …)`. */
  function readImage(items: readonly CodeItem[], path: CallPath | undefined): void {
    for (const label of ['image', 'registry']) {
      const string = stringOf(labelledItem(items, label));
      if (string) found.addAddress(string.text, found.where(path, label));
    }
  }

  function addRegistry({ text }: CodeString, path: CallPath | undefined): void {
    found.addMirror(text, 'bazel', found.where(path, 'registry'));
  }
};

function isString(node: { readonly kind: string }): node is CodeString {
  return node.kind === 'string';
}
