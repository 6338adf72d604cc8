import type { Expression } from '../../model/expression.ts';
import { withoutVariables } from '../../parsers/interpolation.ts';
import { type PlacedText, slicePlaced } from '../../parsers/placed-text.ts';
import { parseShellTemplate } from '../../parsers/shell-template.ts';
import { childOf, type TreeNode, type TreeScalar } from '../../parsers/tree.ts';
import { span } from '../../text/span.ts';
import type { Collector } from '../kubernetes/collector.ts';
import { readEnvironment } from '../kubernetes/containers.ts';
import { readManifest } from '../kubernetes/extract.ts';
import { REGION_KEYS } from '../kubernetes/keys.ts';
import { chartReferences } from '../shared/packages/chart-reference.ts';
import { imageReferences } from '../shared/packages/image-reference.ts';
import { ecosystemOfFile, refineEcosystem } from '../shared/registries/system-mirrors.ts';
import { commandReferences } from '../shared/scripts/shell-references.ts';
import { templatedShellReferences } from '../shared/scripts/templated-script.ts';
import { mirrorsIn } from '../shared/strings.ts';
import { entriesOf, scalarAt } from '../shared/tree-access.ts';
import { inside, type TreePath } from '../shared/tree-path.ts';

/** Reads the arguments of modules (https://docs.ansible.com/ansible/latest/collections/). */
export class ModuleReader {
  private readonly collector: Collector;

  constructor(collector: Collector) {
    this.collector = collector;
  }

  /** @param module by its full or short name. */
  readArguments(module: string, value: TreeNode | undefined, path: TreePath): void {
    const name = module.slice(module.lastIndexOf('.') + 1);
    if (value?.kind === 'scalar') this.readFreeForm(name, module, value, path);
    const file = fileOf(name, value);
    for (const { key, value: argument } of entriesOf(value)) {
      if (argument) this.readArgument({ module, name, key, file }, argument, inside(path, key));
    }
    this.readChart(name, value, path);
  }

  private readArgument({ module, name, key, file }: Argument, value: TreeNode, path: TreePath): void {
    const mirror = MIRROR_ARGUMENTS.get(name)?.get(key);
    if (isRegionKey(key)) this.readRegions(module, value, path);
    else if (CONTAINER_MODULE.test(name) && isImageKey(name, key)) this.readImages(value, path);
    else if (key === 'image') this.readStrings(value, path);
    else if (ENVIRONMENT_ARGUMENTS.has(key) && readEnvironment(this.collector, value, path)) return;
    else if (COMMAND_MODULES.has(name) && SCRIPT_ARGUMENTS.has(key)) this.readScripts(value, path);
    else if (mirror !== undefined) this.readMirrors(mirror, value, path);
    else if (name === 'pip' && key === 'extra_args' && value.kind === 'scalar') this.readPip(value, path);
    else if (key === 'name' && INSTALLING.has(name)) this.readPackages(name, value, path);
    else if (TEXT_ARGUMENTS.has(key) && file !== undefined) this.readMirrors(file, value, path);
    else if (!PROSE_ARGUMENTS.has(key) && !(CHART_MODULES.has(name) && CHART_ARGUMENTS.has(key)))
      readManifest(
        this.collector,
        { kind: 'map', span: value.span, entries: [{ key, keySpan: value.span, value }] },
        path.parent,
      );
  }

  /** A script, or words `key=value`. */
  private readFreeForm(name: string, module: string, text: TreeScalar, path: TreePath): void {
    if (COMMAND_MODULES.has(name)) {
      this.readScripts(text, path);
      return;
    }
    for (const { 0: word, 1: key = '', index } of text.text.matchAll(KEY_VALUE)) {
      const start = index + key.length + 1;
      const written = slicePlaced(text, start, index + word.length);
      const value: TreeScalar = { kind: 'scalar', type: 'string', ...unquoted(written) };
      this.readArgument({ module, name, key, file: undefined }, value, inside(path, key));
    }
    if (!text.text.includes('=')) this.collector.addStrings(text, path);
  }

  private readRegions(module: string, value: TreeNode, path: TreePath): void {
    const provider: Expression = { type: 'literal', value: `plugin/${module}`, span: value.span };
    const scalars = value.kind === 'list' ? value.items : [value];
    for (const scalar of scalars)
      if (scalar.kind === 'scalar') this.collector.addName('region', scalar, path, provider);
  }

  private readImages(value: TreeNode, path: TreePath): void {
    const { textOf, lookUp } = this.collector.wording;
    const scalars = value.kind === 'list' ? value.items : [value];
    for (const scalar of scalars)
      if (scalar.kind === 'scalar')
        this.collector.add(imageReferences(textOf(scalar), this.collector.where(path), lookUp));
  }

  /** A cloud's image of a machine is no container image. */
  private readStrings(value: TreeNode, path: TreePath): void {
    if (value.kind === 'scalar') this.collector.addStrings(value, path);
  }

  private readScripts(value: TreeNode, path: TreePath): void {
    const { scriptOf, textOf, lookUp } = this.collector.wording;
    const context = { where: this.collector.where(path), lookUp };
    if (value.kind === 'scalar') this.collector.add(templatedShellReferences(scriptOf(value), context));
    else if (value.kind === 'list') {
      const words = value.items.flatMap(item => (item.kind === 'scalar' ? [textOf(item)] : []));
      this.collector.add(commandReferences([{ words, redirects: [], heredocs: [], pipeline: 1 }], context));
    }
  }

  /** The options of the command that the module runs. */
  private readPip(value: TreeScalar, path: TreePath): void {
    const { scriptOf, lookUp } = this.collector.wording;
    const [command] = parseShellTemplate(scriptOf(value));
    if (!command) return;
    const words = [...['pip', 'install'].map(written), ...command.words];
    const context = { where: this.collector.where(path), lookUp };
    this.collector.add(commandReferences([{ ...command, words }], context));
  }

  /** What the module's tool would be told to install. */
  private readPackages(tool: string, value: TreeNode, path: TreePath): void {
    const { textOf, lookUp } = this.collector.wording;
    const scalars = value.kind === 'list' ? value.items : [value];
    const names = scalars.flatMap(item => (item.kind === 'scalar' ? [textOf(item)] : []));
    const words = [...[tool, 'install'].map(written), ...names];
    const context = { where: this.collector.where(path), lookUp };
    this.collector.add(commandReferences([{ words, redirects: [], heredocs: [], pipeline: 1 }], context));
  }

  private readMirrors(family: string, value: TreeNode, path: TreePath): void {
    const { textOf, lookUp } = this.collector.wording;
    const scalars = value.kind === 'list' ? value.items : [value];
    for (const scalar of scalars) {
      if (scalar.kind !== 'scalar') continue;
      const ecosystem = refineEcosystem(family, scalar.text);
      this.collector.add(mirrorsIn(textOf(scalar), ecosystem, this.collector.where(path), lookUp));
    }
  }

  private readChart(name: string, value: TreeNode | undefined, path: TreePath): void {
    if (!CHART_MODULES.has(name)) return;
    const repository = scalarAt(value, 'chart_repo_url') ?? scalarAt(value, 'repo_url');
    const chart = scalarAt(value, 'chart_ref');
    const where = this.collector.where(path);
    const isKnown = repository !== undefined || (chart?.text.includes('://') ?? false);
    if (isKnown)
      this.collector.add(
        chartReferences({ repository: repository ?? chart, name: repository && chart }, where, text =>
          this.collector.expressionOf(text),
        ),
      );
  }
}

interface Argument {
  readonly module: string;
  readonly name: string;
  readonly key: string;
  /** The package tool whose configuration file the module writes. */
  readonly file: string | undefined;
}

/** A word of a command that the file does not have. */
function written(text: string) {
  return withoutVariables({ text, span: span(0, 0) });
}

function unquoted(text: PlacedText): PlacedText {
  const quote = text.text[0];
  const isQuoted = text.text.length > 1 && (quote === '"' || quote === "'") && text.text.endsWith(quote);
  return isQuoted ? slicePlaced(text, 1, text.text.length - 1) : text;
}

const KEY_VALUE = /(?<!\w)([A-Za-z_]\w*)=(?:"[^"\n]*"|'[^'\n]*'|(?:\{\{[^{}\n]*\}\}|[^\s{}]|[{}])+)/g;

/** `region`, `alicloud_region`, `ec2_region`. */
function isRegionKey(key: string): boolean {
  return REGION_KEYS.has(key) || REGION_ARGUMENT.test(key);
}

const REGION_ARGUMENT = /^(?:[a-z0-9]+_)?(?:region|zone|availability_zone|zone_id|region_id|location)$/;

const CONTAINER_MODULE = /docker|podman|container|^k8s$|nomad|^buildah/;

function isImageKey(name: string, key: string): boolean {
  if (key === 'image') return true;
  return /_image(?:_pull|_push|_tag)?$/.test(name) && (key === 'name' || key === 'repository');
}

/** Modules whose `name` is one or several packages of the tool that they are named after. */
const INSTALLING = new Set(['pip', 'pipx', 'npm', 'gem', 'cargo']);

const ENVIRONMENT_ARGUMENTS = new Set(['env', 'environment']);
const COMMAND_MODULES = new Set(['command', 'shell', 'raw', 'script', 'win_shell', 'win_command', 'expect']);
const SCRIPT_ARGUMENTS = new Set(['cmd', 'argv', '_raw_params', 'command']);
const TEXT_ARGUMENTS = new Set(['line', 'block', 'content', 'value', 'replace']);
const PROSE_ARGUMENTS = new Set(['msg', 'description', 'fail_msg', 'success_msg', 'prompt']);
const CHART_MODULES = new Set(['helm', 'helm_repository', 'helm_template', 'helm_pull']);
const CHART_ARGUMENTS = new Set(['chart_ref', 'chart_repo_url', 'repo_url']);

/** Arguments that say where packages come from. */
const MIRROR_ARGUMENTS: ReadonlyMap<string, ReadonlyMap<string, string>> = new Map([
  ['yum_repository', mirrors('yum', ['baseurl', 'mirrorlist', 'metalink', 'gpgkey'])],
  ['apt_repository', mirrors('apt', ['repo'])],
  ['deb822_repository', mirrors('apt', ['uris', 'signed_by'])],
  ['apt_key', mirrors('apt', ['url'])],
  ['rpm_key', mirrors('yum', ['key'])],
  ['zypper_repository', mirrors('zypper', ['repo'])],
  ['apk', mirrors('alpine', ['repository'])],
  ['npm', mirrors('npm', ['registry'])],
  ['gem', mirrors('rubygems', ['repository'])],
]);

function mirrors(ecosystem: string, keys: readonly string[]): ReadonlyMap<string, string> {
  return new Map(keys.map(key => [key, ecosystem]));
}

/** Which tool's settings a module writes, by the path that it writes to. */
function fileOf(name: string, value: TreeNode | undefined): string | undefined {
  if (!FILE_MODULES.has(name)) return undefined;
  const path = scalarAt(value, 'path') ?? scalarAt(value, 'dest') ?? childOf(value, 'destfile');
  return path?.kind === 'scalar' ? ecosystemOfFile(path.text) : undefined;
}

const FILE_MODULES = new Set(['copy', 'lineinfile', 'blockinfile', 'replace', 'ini_file', 'template']);
