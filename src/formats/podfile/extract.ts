import type { Extract } from '../../model/format.ts';
import { type CodeItem, labelledItem, stringOf } from '../../parsers/code/call.ts';
import { RUBY } from '../../parsers/code/dialect.ts';
import { textOfNodes } from '../../parsers/code/value.ts';
import {
  type CallPath,
  type CodeCall,
  type CodeVisitor,
  isWithin,
  lastPart,
} from '../../parsers/code/walk.ts';
import { withoutUnknown } from '../../text/unknown-part.ts';
import { type KnownText, knownText } from '../shared/known-text.ts';
import { packageReferences } from '../shared/packages/named-package.ts';
import { rubyRequirement } from '../shared/packages/ruby-requirement.ts';
import { extractBuildScript } from '../shared/scripts/build-script.ts';
import type { CodeReferences } from '../shared/scripts/code-strings.ts';

/** Pods and where they come from, of a Podfile or a pod's specification. */
export const extractPodfile: Extract = source =>
  extractBuildScript(source, {
    dialect: RUBY,
    module: 'cocoapods',
    readerOf: (found, { variables }) => new PodReader(found, knownText(variables)),
    isProse: path => isWithin(path, ...PROSE),
  });

class PodReader implements CodeVisitor {
  private readonly found: CodeReferences;
  private readonly known: KnownText;

  constructor(found: CodeReferences, known: KnownText) {
    this.found = found;
    this.known = known;
  }

  call(call: CodeCall, path: CallPath | undefined): void {
    const name = lastPart(call.name);
    if (name === 'pod' || name === 'dependency') this.readPod(call.items, path);
    else if (call.name === 'source') {
      const text = textOfNodes(call.items[0]?.nodes ?? []);
      if (text) this.found.addMirror(text, 'cocoapods', this.found.where(path, 'source'));
    }
  }

  /** `pod 'Name/Part', '~> 1.0', :git => '…'`. */
  private readPod(items: readonly CodeItem[], path: CallPath | undefined): void {
    const [first, ...more] = items;
    const name = stringOf(first);
    if (!name || labelledItem(items, 'path')) return;
    const pod = this.known(name.text);
    const where = this.found.where(path, withoutUnknown(pod));
    const requirement = rubyRequirement(more, this.known);
    this.found.understand(name.text);
    this.found.add(
      packageReferences(
        {
          type: 'cocoapods',
          path: pod.split('/')[0] ?? pod,
          name: pod,
          span: name.text.span,
          ...requirement,
        },
        where,
      ),
    );
    const server = stringOf(labelledItem(items, 'source'));
    if (server) this.found.addMirror(server.text, 'cocoapods', where);
    for (const label of ['git', 'podspec', 'http']) {
      const address = stringOf(labelledItem(items, label));
      if (address) this.found.addAddress(address.text, where);
    }
  }
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
