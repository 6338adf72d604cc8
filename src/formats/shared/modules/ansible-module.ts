import type { Expression } from '../../../model/expression.ts';
import type { Definition, ModuleCall } from '../../../model/extraction.ts';
import { jinjaExpression } from '../../../parsers/jinja/expression.ts';
import { jinjaScript, jinjaText } from '../../../parsers/jinja/text.ts';
import { dirname } from '../../../text/path.ts';
import { type Span, span } from '../../../text/span.ts';
import type { Wording } from '../../kubernetes/wording.ts';

/** Folders that are parts of a project, or of a role. */
const PARTS =
  /^(?:group_vars|host_vars|inventory|inventories|playbooks|tasks|handlers|templates|vars|defaults|meta|collections|environments)$/;

/** A role, or else the project that a file is part of. Also their scope. */
export function ansibleModule(path: string): string {
  return `ansible:${roleFolder(path) ?? projectFolder(path)}`;
}

/** A role reads the project's variables too. */
export function outerAnsible(path: string): string[] {
  return roleFolder(path) === undefined ? [] : [`ansible:${projectFolder(path)}`];
}

function roleFolder(path: string): string | undefined {
  return /^((?:.*\/)?roles\/[^/]+)\//.exec(path)?.[1];
}

function projectFolder(path: string): string {
  const folders = dirname(path).split('/');
  const index = folders.findIndex(folder => folder === 'roles' || PARTS.test(folder));
  return folders.slice(0, index < 0 ? folders.length : index).join('/');
}

/** By which a role reads the project's variables; once for each role. */
export function projectCalls(path: string): ModuleCall[] {
  const role = roleFolder(path);
  if (role === undefined || !/\/tasks\/main\.ya?ml$/.test(path)) return [];
  return [
    {
      scope: `ansible:${role}`,
      target: `ansible:${projectFolder(path)}`,
      name: PROJECT,
      span: span(0, 0),
      inputs: new Map(),
    },
  ];
}

const PROJECT = 'project';

/** Values with `{{ … }}` in them, resolved in the role and then in the project. */
export function ansibleWording(path: string): Wording {
  const isInRole = roleFolder(path) !== undefined;
  const variableOf = (name: string, place: Span): Expression => {
    const own = { type: 'variable', name, span: place } as const;
    if (!isInRole) return own;
    const outer: Expression = { type: 'variable', name: `${PROJECT}.${outputName(name)}`, span: place };
    return { ...own, fallback: outer };
  };
  return {
    textOf: jinjaText,
    lookUp: (written, place) => jinjaExpression(written, place, variableOf),
    scriptOf: jinjaScript,
  };
}

/**
 * A variable: any of its definitions may win, by rules that depend on hosts and on the command line
 * (https://docs.ansible.com/ansible/latest/playbook_guide/playbooks_variables.html#understanding-variable-precedence).
 */
export function ansibleDefinitions(path: string, name: string, value: Expression): Definition[] {
  const scope = ansibleModule(path);
  const own: Definition = { scope, name, value, precedence: 'alternative' };
  return roleFolder(path) === undefined
    ? [own, { scope, name: `output.${outputName(name)}`, value, precedence: 'alternative' }]
    : [own];
}

/** Names of outputs hold no dot. */
function outputName(name: string): string {
  return name.replaceAll('.', ':');
}
