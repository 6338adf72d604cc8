import type { Reference } from '../../model/extraction.ts';
import type { Extract } from '../../model/format.ts';
import { type CodeItem, labelledItem, stringOf, stringsOf } from '../../parsers/code/call.ts';
import { RUBY_WITH_SCRIPTS } from '../../parsers/code/dialect.ts';
import { type CodeNode, isMark } from '../../parsers/code/node.ts';
import { parseCode } from '../../parsers/code/parse.ts';
import { textOfNodes } from '../../parsers/code/value.ts';
import {
  type CallPath,
  type CodeCall,
  type CodeVisitor,
  isWithin,
  lastPart,
  walkCode,
} from '../../parsers/code/walk.ts';
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
  const scope = `vagrant:${source.path}`;
  const found = new CodeReferences(scope, scopeVariable);
  walkCode(file.nodes, new VagrantReader(found));
  found.addRest(path => isWithin(path, 'post_up_message'));
  return scriptExtraction(source, scope, { file, variables: variablesIn(file.nodes) }, found.references);
};

class VagrantReader implements CodeVisitor {
  private readonly found: CodeReferences;
  /** Which provider a block's parameter stands for: `do |aws, override|`. */
  private readonly providers = new Map<string, string>();

  constructor(found: CodeReferences) {
    this.found = found;
  }

  call(call: CodeCall, path: CallPath | undefined): void {
    const where = this.found.where(path);
    switch (lastPart(call.name)) {
      case 'provider':
        this.readProvider(call, path);
        break;
      case 'provision':
        this.readProvision(call, where);
        break;
      case 'pull_images':
        for (const item of call.items) this.addImage(stringOf(item)?.text, where);
        break;
      case 'run':
        this.addImage(stringOf(labelledItem(call.items, 'image'))?.text, where);
        break;
      case 'has_plugin?':
        for (const item of call.items.slice(0, 1)) this.addPlugin(nameIn(item), where);
        break;
    }
  }

  assignment(name: string, value: readonly CodeNode[], path: CallPath | undefined): void {
    const where = this.found.where(path, name);
    if (name.endsWith('.plugins')) {
      for (const item of stringsAt(value)) this.addPlugin({ text: item.text, span: item.span }, where);
    }
    const provider = this.providers.get(name.slice(0, Math.max(0, name.indexOf('.'))));
    const text = provider === undefined ? undefined : textOfNodes(value);
    if (provider === undefined || !text) return;
    const setting = lastPart(name);
    if (setting === 'image' && provider === 'docker') this.addImage(text, where);
    else if (isRegionName(setting)) this.addRegion(text, provider, where);
    else this.found.addAddress(text, where);
  }

  /** A text of several lines is a script, wherever it is used. */
  statement(nodes: readonly CodeNode[], path: CallPath | undefined): void {
    this.found.noteStrings(nodes, path);
    for (const node of nodes) {
      if (node.kind === 'string' && visibleText(node.text).text.includes('\n'))
        this.addScript(node.text, this.found.where(path));
    }
  }

  private readProvider({ items, nodes, end }: CodeCall, path: CallPath | undefined): void {
    const name = nameIn(items[0]);
    if (!name) return;
    this.addPlugin(name, this.found.where(path, 'provider'));
    const parameter = parameterOf(nodes, end);
    if (parameter !== undefined) this.providers.set(parameter, name.text);
  }

  private readProvision({ items }: CodeCall, where: Where): void {
    const inline = stringOf(labelledItem(items, 'inline'));
    if (inline) this.addScript(inline.text, where);
    for (const image of stringsOf(labelledItem(items, 'images'))) this.addImage(image.text, where);
  }

  private addScript(text: InterpolatedText, where: Where): void {
    this.found.understand(text);
    const context = { where, lookUp: scopeVariable };
    this.found.add(shellReferences(visibleText(text), context));
  }

  private addImage(text: InterpolatedText | undefined, where: Where): void {
    if (!text) return;
    this.found.understand(text);
    this.found.add(imageReferences(text, where, scopeVariable));
  }

  private addRegion(text: InterpolatedText, provider: string, where: Where): void {
    this.found.understand(text);
    const { span } = text;
    this.found.add([
      {
        kind: 'region',
        value: expressionOf(text, scopeVariable),
        span,
        provider: { type: 'literal', value: `plugin/${provider}`, span },
        ...where,
      },
    ]);
  }

  private addPlugin(name: Name | undefined, where: Where): void {
    if (!name) return;
    const value = { type: 'literal', value: name.text, span: name.span } as const;
    const plugin: Reference = { kind: 'plugin', value, span: name.span, ...where };
    this.found.add([plugin]);
  }
}

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
