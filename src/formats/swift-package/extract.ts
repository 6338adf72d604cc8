import type { Extract } from '../../model/format.ts';
import { type CodeItem, itemsOf, labelledItem, stringOf } from '../../parsers/code/call.ts';
import { SWIFT } from '../../parsers/code/dialect.ts';
import { textOfNodes } from '../../parsers/code/value.ts';
import { type CallPath, type CodeCall, isWithin, walkCode } from '../../parsers/code/walk.ts';
import { literalText } from '../../parsers/interpolation.ts';
import { scopeVariable } from '../shared/expressions.ts';
import { knownText } from '../shared/known-text.ts';
import { folderModule } from '../shared/modules/folder-module.ts';
import { packageReferences } from '../shared/packages/named-package.ts';
import { pinnedVersion, shownVersion } from '../shared/packages/pinned-version.ts';
import { swiftPackage } from '../shared/packages/swift-package.ts';
import { readScript, scriptExtraction } from '../shared/scripts/code-script.ts';
import { CodeReferences } from '../shared/scripts/code-strings.ts';

/** `.package(url: "…", from: "1.0.0")`, `.package(id: "scope.name", …)`, `.binaryTarget(url: "…")`. */
export const extractSwiftPackage: Extract = source => {
  const script = readScript(source, SWIFT);
  const scope = folderModule('swift', source.path);
  const found = new CodeReferences(scope, scopeVariable);
  const known = knownText(script.variables);

  walkCode(script.file.nodes, {
    call: readCall,
    statement: (nodes, path) => found.noteStrings(nodes, path),
  });
  found.addRest(path => isWithin(path, 'plugin', 'product'));
  return scriptExtraction(source, scope, script, found.references);

  function readCall({ name, items }: CodeCall, path: CallPath | undefined): void {
    if (name !== 'package' && name !== 'Package.Dependency.package') return;
    const { written, pinned } = requirementOf(items);
    const id = stringOf(labelledItem(items, 'id'));
    if (id) {
      const text = known(id.text);
      const named = { type: 'swift', path: text.replace('.', '/'), name: text, span: id.text.span };
      found.add(packageReferences({ ...named, written, version: pinned }, found.where(path, text)));
    }
    const url = labelledItem(items, 'url');
    const text = url && textOfNodes(url.nodes);
    if (!text) return;
    const where = found.where(path, known(text).replaceAll('\0', ''));
    const address = literalText(text);
    if (address) found.add(swiftPackage(address, written, pinned, where));
    found.addAddress(text, where);
  }

  function requirementOf(items: readonly CodeItem[]): {
    written?: string | undefined;
    pinned?: string | undefined;
  } {
    for (const { label, nodes } of items) {
      // `.exact("1.0.0")`, `.upToNextMajor(from: "1.0.0")`, `"1.0.0"..<"2.0.0"`.
      const inner = nodes.flatMap(node => (node.kind === 'group' ? itemsOf(node.nodes) : []))[0];
      const string =
        nodes.find(node => node.kind === 'string') ?? inner?.nodes.find(node => node.kind === 'string');
      if (string?.kind !== 'string' || label === 'url' || label === 'name' || label === 'id') continue;
      const word = nodes.find(node => node.kind === 'word');
      const isExact = label === 'exact' || (word?.kind === 'word' && word.text === 'exact');
      const version = shownVersion(known(string.text));
      return { written: version, pinned: isExact ? pinnedVersion(version) : undefined };
    }
    return {};
  }
};
