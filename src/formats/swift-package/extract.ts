import type { Extract } from '../../model/format.ts';
import { type CodeItem, itemsOf, labelledItem, stringOf } from '../../parsers/code/call.ts';
import { SWIFT } from '../../parsers/code/dialect.ts';
import { textOfNodes } from '../../parsers/code/value.ts';
import { type CallPath, type CodeCall, type CodeVisitor, isWithin } from '../../parsers/code/walk.ts';
import { literalText } from '../../parsers/interpolation.ts';
import { withoutUnknown } from '../../text/unknown-part.ts';
import { type KnownText, knownText } from '../shared/known-text.ts';
import { packageReferences } from '../shared/packages/named-package.ts';
import { pinnedVersion, shownVersion } from '../shared/packages/pinned-version.ts';
import { swiftPackage } from '../shared/packages/swift-package.ts';
import { extractBuildScript } from '../shared/scripts/build-script.ts';
import type { CodeReferences } from '../shared/scripts/code-strings.ts';

/** `.package(url: "…", from: "1.0.0")`, `.package(id: "scope.name", …)`, `.binaryTarget(url: "…")`. */
export const extractSwiftPackage: Extract = source =>
  extractBuildScript(source, {
    dialect: SWIFT,
    module: 'swift',
    readerOf: (found, { variables }) => new SwiftReader(found, knownText(variables)),
    isProse: path => isWithin(path, 'plugin', 'product'),
  });

class SwiftReader implements CodeVisitor {
  private readonly found: CodeReferences;
  private readonly known: KnownText;

  constructor(found: CodeReferences, known: KnownText) {
    this.found = found;
    this.known = known;
  }

  call({ name, items }: CodeCall, path: CallPath | undefined): void {
    if (name !== 'package' && name !== 'Package.Dependency.package') return;
    const { written, pinned } = this.requirementOf(items);
    const id = stringOf(labelledItem(items, 'id'));
    if (id) {
      const text = this.known(id.text);
      const named = { type: 'swift', path: text.replace('.', '/'), name: text, span: id.text.span };
      this.found.add(packageReferences({ ...named, written, version: pinned }, this.found.where(path, text)));
    }
    const url = labelledItem(items, 'url');
    const text = url && textOfNodes(url.nodes);
    if (!text) return;
    const where = this.found.where(path, withoutUnknown(this.known(text)));
    const address = literalText(text);
    if (address) this.found.add(swiftPackage(address, written, pinned, where));
    this.found.addAddress(text, where);
  }

  private requirementOf(items: readonly CodeItem[]): {
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
      const version = shownVersion(this.known(string.text));
      return { written: version, pinned: isExact ? pinnedVersion(version) : undefined };
    }
    return {};
  }
}
