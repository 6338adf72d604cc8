import type { Extract } from '../../model/format.ts';
import { type CodeItem, labelledItem } from '../../parsers/code/call.ts';
import { GROOVY } from '../../parsers/code/dialect.ts';
import type { CodeNode } from '../../parsers/code/node.ts';
import { textOfNodes } from '../../parsers/code/value.ts';
import {
  type CallPath,
  type CodeCall,
  type CodeVisitor,
  isWithin,
  lastPart,
  walkCode,
} from '../../parsers/code/walk.ts';
import type { InterpolatedText } from '../../parsers/interpolation.ts';
import { parsePowerShell } from '../../parsers/powershell.ts';
import { parseShell } from '../../parsers/shell.ts';
import { parseShellTemplate } from '../../parsers/shell-template.ts';
import type { Span } from '../../text/span.ts';
import { scopeVariable, type VariableLookUp } from '../shared/expressions.ts';
import { folderModule } from '../shared/modules/folder-module.ts';
import { imageReferences } from '../shared/packages/image-reference.ts';
import { regionReference, regionsIn } from '../shared/region-value.ts';
import { readScript, scriptExtraction } from '../shared/scripts/code-script.ts';
import { CodeReferences } from '../shared/scripts/code-strings.ts';
import { assignmentOf, commandWords } from '../shared/scripts/command-words.ts';
import { commandReferences } from '../shared/scripts/shell-references.ts';
import { environmentReferences } from '../shared/settings/environment.ts';
import { snakeCase } from '../shared/settings/setting-names.ts';

/** Images, registries, variables and scripts of a pipeline in Groovy. */
export const extractJenkinsfile: Extract = source => {
  const script = readScript(source, GROOVY);
  const scope = folderModule('jenkinsfile', source.path);
  const lookUp = variableOf(new Set(script.variables.keys()));
  const reader = new JenkinsReader(scope, lookUp);
  walkCode(script.file.nodes, reader);
  return scriptExtraction(source, scope, script, reader.finish());
};

/** `env.NAME`, `params.NAME` and `NAME` are one; what the file does not set comes with the build. */
function variableOf(names: ReadonlySet<string>): VariableLookUp {
  return (name, span, fallback) => {
    const own = name.replace(/^(?:env|params)\./, '');
    if (names.has(own)) return scopeVariable(own, span, fallback);
    return fallback ?? { type: 'unknown', reason: 'set-at-run-time', span };
  };
}

class JenkinsReader implements CodeVisitor {
  private readonly found: CodeReferences;
  private readonly lookUp: VariableLookUp;

  constructor(scope: string, lookUp: VariableLookUp) {
    this.lookUp = lookUp;
    this.found = new CodeReferences(scope, lookUp);
  }

  finish() {
    this.found.addRest(path => isWithin(path, ...PROSE));
    return this.found.references;
  }

  call({ name, items }: CodeCall, path: CallPath | undefined): void {
    const last = lastPart(name);
    const region = labelledItem(items, 'region');
    if (region) this.readRegions(region, path, last);
    if (SCRIPTS.has(last)) this.readScript(labelledItem(items, 'script') ?? items[0], path, last);
    else if (last === 'image' || name === 'docker.build') this.readImage(items[0], path, last);
    else if (last === 'withRegistry' || last === 'registryUrl') this.readImage(items[0], path, last);
    else if (last === 'yaml') this.readAddress(textOf(items[0]), path);
    else if (last === 'withEnv') for (const item of items) this.readAssignments(item.nodes, path);
    else if (last === 'docker') this.readImage(items.length === 1 ? items[0] : undefined, path, last);
  }

  assignment(name: string, value: readonly CodeNode[], path: CallPath | undefined, nameSpan: Span): void {
    if (!isWithin(path, 'environment')) return;
    const text = textOfNodes(value);
    if (text) this.found.understand(text);
    const place = { text: name, span: nameSpan };
    this.found.add(environmentReferences(place, text, this.found.where(path, name), this.lookUp));
  }

  statement(nodes: readonly CodeNode[], path: CallPath | undefined): void {
    this.found.noteStrings(nodes, path);
    if (path?.name === 'url' || path?.name === 'remote') this.readAddress(textOfNodes(nodes), path);
  }

  private readAddress(text: InterpolatedText | undefined, path: CallPath | undefined): void {
    if (text) this.found.addAddress(text, this.found.where(path));
  }

  private readScript(item: CodeItem | undefined, path: CallPath | undefined, name: string): void {
    const text = textOf(item);
    if (!text) return;
    this.found.understand(text);
    const where = this.found.where(path, name);
    const commands = parseShellTemplate(text, POWERSHELL.has(name) ? parsePowerShell : parseShell);
    this.found.add(commandReferences(commands, { where, lookUp: this.lookUp, namesTools: true as const }));
  }

  /** `withAWS(region: 'us-east-1')`: the step's name tells whose region it is. */
  private readRegions(item: CodeItem, path: CallPath | undefined, step: string): void {
    const text = textOf(item);
    if (!text) return;
    this.found.understand(text);
    const where = this.found.where(path, step);
    const holder = `setting/${snakeCase(step).replaceAll('_', '.')}.region`;
    this.found.add(regionsIn(text).map(region => regionReference(holder, region, where, this.lookUp)));
  }

  private readImage(item: CodeItem | undefined, path: CallPath | undefined, name: string): void {
    const text = textOf(item);
    if (!text) return;
    this.found.understand(text);
    const where = this.found.where(path, name);
    const [first] = text.parts;
    const isAddress = first?.type === 'text' && /^https?:\/\//.test(first.text.text);
    if (isAddress) this.found.addAddress(text, where);
    else this.found.add(imageReferences(text, where, this.lookUp));
  }

  /** `withEnv(['NAME=value'])`. */
  private readAssignments(nodes: readonly CodeNode[], path: CallPath | undefined): void {
    for (const node of nodes) {
      if (node.kind === 'group') this.readAssignments(node.nodes, path);
      if (node.kind !== 'string') continue;
      for (const word of commandWords([node.text])) {
        const assignment = assignmentOf(word);
        if (!assignment) continue;
        this.found.understand(node.text);
        const where = this.found.where(path, assignment.name.text);
        this.found.add(environmentReferences(assignment.name, assignment.value, where, this.lookUp));
      }
    }
  }
}

/** The argument's text, also when something is done with the string: `'''…'''.stripIndent()`. */
function textOf(item: CodeItem | undefined): InterpolatedText | undefined {
  const whole = textOfNodes(item?.nodes ?? []);
  if (whole) return whole;
  const first = item?.nodes.find(node => node.kind === 'string');
  return first?.kind === 'string' ? first.text : undefined;
}

/** Steps that run a script. */
const POWERSHELL = new Set(['powershell', 'pwsh']);
const SCRIPTS = new Set(['sh', 'bat', ...POWERSHELL]);

/** What is said to people. */
const PROSE = [
  'echo',
  'error',
  'println',
  'description',
  'input',
  'mail',
  'emailext',
  'slackSend',
  'currentBuild',
];
