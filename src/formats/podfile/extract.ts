import type { Extract } from '../../model/format.ts';
import { type CodeItem, labelledItem, stringOf, stringsOf } from '../../parsers/code/call.ts';
import { RUBY } from '../../parsers/code/dialect.ts';
import { textOfNodes } from '../../parsers/code/value.ts';
import { type CallPath, type CodeCall, isWithin, lastPart, walkCode } from '../../parsers/code/walk.ts';
import type { InterpolatedText } from '../../parsers/interpolation.ts';
import { scopeVariable } from '../shared/expressions.ts';
import { knownText } from '../shared/known-text.ts';
import { folderModule } from '../shared/modules/folder-module.ts';
import { packageReferences } from '../shared/packages/named-package.ts';
import { pinnedVersion, shownVersion } from '../shared/packages/pinned-version.ts';
import { readScript, scriptExtraction } from '../shared/scripts/code-script.ts';
import { CodeReferences } from '../shared/scripts/code-strings.ts';

/** Pods and where they come from, of a Podfile or a pod's specification. */
export const extractPodfile: Extract = source => {
  const script = readScript(source, RUBY);
  const scope = folderModule('cocoapods', source.path);
  const found = new CodeReferences(scope, scopeVariable);
  const known = knownText(script.variables);

  walkCode(script.file.nodes, {
    call: readCall,
    statement: (nodes, path) => found.noteStrings(nodes, path),
  });
  found.addRest(path => isWithin(path, ...PROSE));
  return scriptExtraction(source, scope, script, found.references);

  function readCall(call: CodeCall, path: CallPath | undefined): void {
    const name = lastPart(call.name);
    if (name === 'pod' || name === 'dependency') readPod(call.items, path);
    else if (call.name === 'source') {
      const text = textOfNodes(call.items[0]?.nodes ?? []);
      if (text) found.addMirror(text, 'cocoapods', found.where(path, 'source'));
    }
  }

  /** `pod 'Name/Part', '~> 1.0', :git => '…'`. */
  function readPod(items: readonly CodeItem[], path: CallPath | undefined): void {
    const [first, ...more] = items;
    const name = stringOf(first);
    if (!name || labelledItem(items, 'path')) return;
    const pod = known(name.text);
    const where = found.where(path, pod.replaceAll('\0', ''));
    const versions = more.filter(item => item.label === undefined).flatMap(versionsIn);
    const written = versions.map(version => shownVersion(known(version))).join(', ');
    const version = versions.length === 1 ? pinnedVersion(written) : undefined;
    found.understand(name.text);
    found.add(
      packageReferences(
        {
          type: 'cocoapods',
          path: pod.split('/')[0] ?? pod,
          name: pod,
          span: name.text.span,
          written,
          version,
        },
        where,
      ),
    );
    const server = stringOf(labelledItem(items, 'source'));
    if (server) found.addMirror(server.text, 'cocoapods', where);
    for (const label of ['git', 'podspec', 'http']) {
      const address = stringOf(labelledItem(items, label));
      if (address) found.addAddress(address.text, where);
    }
  }
};

/** `'~> 1.0'`, a list of such, or a variable. */
function versionsIn(item: CodeItem): InterpolatedText[] {
  const text = textOfNodes(item.nodes);
  return text ? [text] : stringsOf(item).map(string => string.text);
}

/** What a specification says of itself to readers. */
const PROSE = [
  'homepage',
  'description',
  'summary',
  'license',
  'author',
  'authors',
  'social_media_url',
  'screenshots',
  'documentation_url',
];
