import { type Comment, SUPPRESSION_MARKER } from '../../model/extraction.ts';
import type { Extract } from '../../model/format.ts';
import { jinjaAsYaml, unmasked } from '../../parsers/jinja/mask.ts';
import type { TreeScalar } from '../../parsers/tree.ts';
import { parseYaml } from '../../parsers/yaml/parse.ts';
import { makeSource, type Source } from '../../text/source.ts';
import { span } from '../../text/span.ts';
import { Collector } from '../kubernetes/collector.ts';
import { readTexts } from '../kubernetes/containers.ts';
import { readManifest } from '../kubernetes/extract.ts';
import type { Wording } from '../kubernetes/wording.ts';
import { scriptComments } from '../shared/comments/script-comments.ts';
import { withoutMarks } from '../shared/go-template.ts';
import { ansibleModule, ansibleWording } from '../shared/modules/ansible-module.ts';
import { inside } from '../shared/tree-path.ts';
import { uniqueReferences } from '../shared/unique-references.ts';

/** What a file refers to that is made of a template, by the name that it gets. */
export const extractJinjaTemplate: Extract = source => {
  const name = source.path.replace(/\.j2$/, '');
  const { collector, comments } = /\.ya?ml$/.test(name) ? readYaml(source) : readText(source, name);
  return {
    // A file that names no mirror is none itself.
    references: uniqueReferences(withoutMarks(collector.references)).filter(
      ({ kind, span: { start, end } }) => kind !== 'mirror' || end - start < source.text.length,
    ),
    definitions: [],
    calls: [],
    comments,
    // It need be nothing that can be parsed before it is rendered.
    problems: [],
  };
};

interface Reading {
  readonly collector: Collector;
  readonly comments: readonly Comment[];
}

function readYaml({ path, text }: Source): Reading {
  const collector = new Collector(ansibleModule(path), unmaskingWording(path, text));
  const file = parseYaml(makeSource(path, jinjaAsYaml(text)), SUPPRESSION_MARKER);
  for (const document of file.documents) readManifest(collector, document);
  return { collector, comments: file.comments };
}

function unmaskingWording(path: string, text: string): Wording {
  const { textOf, lookUp, scriptOf } = ansibleWording(path);
  return {
    textOf: masked => textOf(unmasked(masked, text)),
    lookUp,
    scriptOf: masked => scriptOf(unmasked(masked, text)),
  };
}

/** Any other file, as one that is named after the folder that it stands in and so is no variable. */
function readText({ path, text }: Source, name: string): Reading {
  const collector = new Collector(ansibleModule(path), ansibleWording(path));
  const place = span(0, text.length);
  const value: TreeScalar = { kind: 'scalar', type: 'string', text, span: place };
  const key = `templates/${name.replace(/^.*templates\//s, '')}`;
  const entry = { key, keySpan: span(0, 0), value };
  readTexts(collector, { kind: 'map', span: place, entries: [entry] }, inside(undefined, 'template'));
  return { collector, comments: scriptComments(text) };
}
