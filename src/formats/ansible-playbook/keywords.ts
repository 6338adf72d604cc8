/**
 * The keywords of plays, roles, blocks and tasks; any other key of a task is its module.
 * https://docs.ansible.com/ansible/latest/reference_appendices/playbooks_keywords.html
 */
export const KEYWORDS: ReadonlySet<string> = new Set(
  `any_errors_fatal args async become become_exe become_flags become_method become_user changed_when check_mode
  connection debugger delay delegate_facts delegate_to diff failed_when force_handlers gather_facts gather_subset
  gather_timeout hosts ignore_errors ignore_unreachable listen loop loop_control max_fail_percentage name no_log notify
  order poll port register remote_user retries run_once serial strategy tags throttle timeout until vars_prompt when
  fact_path static private allow_duplicates`.split(/\s+/),
);

/** What is said under these is about the run, or prose. */
export const SILENT_KEYWORDS: ReadonlySet<string> = new Set(
  `when register name tags notify listen until changed_when failed_when vars_prompt loop_control become_user
  remote_user delegate_to hosts`.split(/\s+/),
);

/** Lists of tasks or plays inside a play, a block or a role. */
export const TASK_LISTS: ReadonlySet<string> = new Set([
  'tasks',
  'pre_tasks',
  'post_tasks',
  'handlers',
  'block',
  'rescue',
  'always',
]);
