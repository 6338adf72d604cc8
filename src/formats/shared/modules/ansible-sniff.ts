/** Does the first line of content begin a list? Playbooks and task files are lists, other YAML seldom is. */
export function isTopLevelList(head: string): boolean {
  for (const line of head.split('\n', MAX_LINES)) {
    const content = line.trimEnd();
    if (content === '' || content.startsWith('#') || content.startsWith('---')) continue;
    return /^-(?:[ \t]|$)/.test(content);
  }
  return false;
}

/** Longer than any licence above a file. */
const MAX_LINES = 400;

/**
 * A playbook or a file of tasks, by what only Ansible has: the hosts of a play, a module by its full name, or keywords
 * of tasks.
 */
export function isAnsibleList(head: string): boolean {
  return isTopLevelList(head) && !/^(?:-[ \t]+)?apiVersion[ \t]*:/m.test(head) && ANSIBLE.test(head);
}

const ANSIBLE =
  /^(?:-[ \t]+|[ \t]{2,})(?:hosts|import_playbook|gather_facts|become|become_user|register|notify|changed_when|failed_when|delegate_to|with_items|include_tasks|import_tasks|include_role|import_role|include_vars|set_fact|ansible\.builtin\.\w+|[a-z0-9_]+\.[a-z0-9_]+\.[a-z0-9_]+)[ \t]*:/m;

/** Variables by name; a vault that is encrypted as a whole has none. */
export function isVariables(head: string): boolean {
  return /^["']?[A-Za-z_][\w-]*["']?[ \t]*:/m.test(head) && !/^apiVersion[ \t]*:/m.test(head);
}
