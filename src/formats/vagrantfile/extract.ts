import type { Reference } from '../../model/extraction.ts';
import type { Extract } from '../../model/format.ts';
import { type CodeItem, labelledItem, stringOf, stringsOf } from '../../parsers/code/call.ts';
import { RUBY_WITH_SCRIPTS } from '../../parsers/code/dialect.ts';
import { type CodeNode, isMark } from '../../parsers/code/node.ts';
import { parseCode } from '../../parsers/code/parse.ts';
import { textOfNodes } from '../../parsers/code/value.ts';
import { type CallPath, type CodeCall, isWithin, lastPart, walkCode } from '../../parsers/code/walk.ts';
import { type InterpolatedText, literalText, visibleText } from '../../parsers/interpolation.ts';
import type { Span } from '../../text/span.ts';
import { expressionOf, scopeVariable } from '../shared/expressions.ts';
import { isRegionName } from '../shared/hcl/attribute-names.ts';
import { imageReferences } from '../shared/packages/image-reference.ts';
import { scriptExtraction } from '../shared/scripts/code-script.ts';
import { CodeReferences } from '../shared/scripts/code-strings.ts';
import { shellReferences } from '../shared/scripts/shell-references.ts';
import type { Where } from '../shared/strings.ts';

/** Providers, plug-ins, boxes and provisioners of a Vagrantfile. */
export const extractVagrantfile: Extract = source => {
  const file = parseCode(source, RUBY_WITH_SCRIPTS);
  const variables = variablesIn(file.nodes);
  const scope = `vagrant:${source.path}`;
  const found = new CodeReferences(scope, scopeVariable);
  /** Which provider a block's parameter stands for: `do |aws, override|`. */
  const providers = new Map<string, string>();

  walkCode(file.nodes, { call: readCall, assignment: readAssignment, statement: readStatement });
  found.addRest(path => isWithin(path, 'post_up_message'));
  return scriptExtraction(source, scope, { file, variables }, found.references);

  function readCall(call: CodeCall, path: CallPath | undefined): void {
    const where = found.where(path);
    switch (lastPart(call.name)) {
      case 'provider':
        readProvider(call, path);
        break;
      case 'provision':
        readProvision(call, where);
        break;
      case 'pull_images':
        for (const item of call.items) addImage(stringOf(item)?.text, where);
        break;
      case 'run':
        addImage(stringOf(labelledItem(call.items, 'image'))?.text, where);
        break;
      case 'has_plugin?':
        for (const item of call.items.slice(0, 1)) addPlugin(nameIn(item), where);
        break;
    }
  }

  function readProvider({ items, nodes, end }: CodeCall, path: CallPath | undefined): void {
    const name = nameIn(items[0]);
    if (!name) return;
    addPlugin(name, found.where(path, 'provider'));
    const parameter = parameterOf(nodes, end);
    if (parameter !== undefined) providers.set(parameter, name.text);
  }

  function readProvision({ items }: CodeCall, where: Where): void {
    const inline = stringOf(labelledItem(items, 'inline'));
    if (inline) addScript(inline.text, where);
    for (const image of stringsOf(labelledItem(items, 'images'))) addImage(image.text, where);
  }

  function readAssignment(name: string, value: readonly CodeNode[], path: CallPath | undefined): void {
    const where = found.where(path, name);
    if (name.endsWith('.plugins')) {
      for (const item of stringsAt(value)) addPlugin({ text: item.text, span: item.span }, where);
    }
    const provider = providers.get(name.slice(0, Math.max(0, name.indexOf('.'))));
    const text = provider === undefined ? undefined : textOfNodes(value);
    if (provider === undefined || !text) return;
    const setting = lastPart(name);
    if (setting === 'image' && provider === 'docker') addImage(text, where);
    else if (isRegionName(setting)) addRegion(text, provider, where);
    else found.addAddress(text, where);
  }

  /** A text of several lines is a script, wherever it is used. */
  function readStatement(nodes: readonly CodeNode[], path: CallPath | undefined): void {
    found.noteStrings(nodes, path);
    for (const node of nodes) {
      if (node.kind === 'string' && visibleText(node.text).text.includes('\n'))
        addScript(node.text, found.where(path));
    }
  }

  function addScript(text: InterpolatedText, where: Where): void {
    found.understand(text);
    const context = { where, lookUp: scopeVariable };
    found.add(shellReferences(visibleText(text), context));
  }

  function addImage(text: InterpolatedText | undefined, where: Where): void {
    if (!text) return;
    found.understand(text);
    found.add(imageReferences(text, where, scopeVariable));
  }

  function addRegion(text: InterpolatedText, provider: string, where: Where): void {
    found.understand(text);
    const { span } = text;
    found.add([
      {
        kind: 'region',
        value: expressionOf(text, scopeVariable),
        span,
        provider: { type: 'literal', value: `plugin/${provider}`, span },
        ...where,
      },
    ]);
  }

  function addPlugin(name: Name | undefined, where: Where): void {
    if (!name) return;
    const value = { type: 'literal', value: name.text, span: name.span } as const;
    const plugin: Reference = { kind: 'plugin', value, span: name.span, ...where };
    found.add([plugin]);
  }
};

/** What is set in a block, such as `aws.region`, is that block's own. */
function variablesIn(nodes: readonly CodeNode[]): ReadonlyMap<string, InterpolatedText> {
  const variables = new Map<string, InterpolatedText>();
  walkCode(nodes, {
    assignment: (name, value) => {
      const text = name.includes('.') ? undefined : textOfNodes(value);
      if (text) variables.set(name, text);
    },
  });
  return variables;
}

interface Name {
  readonly text: string;
  readonly span: Span;
}

/** `"aws"` or `:aws`. */
function nameIn(item: CodeItem | undefined): Name | undefined {
  const string = stringOf(item);
  if (string) return literalText(string.text);
  const [colon, word] = item?.nodes ?? [];
  return isMark(colon, ':') && word?.kind === 'word' ? word : undefined;
}

/** `x` of `do |x, override|`, behind the arguments of a call. */
function parameterOf(nodes: readonly CodeNode[], end: number): string | undefined {
  const [begin, bar, name] = nodes.slice(end, end + 3);
  const isBlock = begin?.kind === 'word' && begin.text === 'do' && isMark(bar, '|');
  return isBlock && name?.kind === 'word' ? name.text : undefined;
}

/** The strings of a list or a map, and none that are inside of one of these. */
function stringsAt(value: readonly CodeNode[]): Name[] {
  const group = value.find(node => node.kind === 'group');
  const nodes = group?.kind === 'group' ? group.nodes : value;
  return nodes.flatMap(node => (node.kind === 'string' ? (literalText(node.text) ?? []) : []));
}
