/** The commands of the palette, all in the category "Vendor Diligence". Ids are without the section. */
export const COMMANDS = {
  scanWorkspace: { title: 'Scan Workspace', icon: 'refresh' },
  scanChanges: { title: 'Scan Changes Against Branch…', icon: 'git-compare' },
  scanStaged: { title: 'Scan Staged Changes' },
  showAll: { title: 'Show All Findings', icon: 'close-all', when: 'vendorDiligence.change' },
  showReport: { title: 'Show Report', icon: 'graph' },
  exportReport: { title: 'Export Report…' },
  showDossier: { title: 'Show Vendor Dossier' },
  createRuleset: { title: 'Create Ruleset…' },
  previewRuleset: {
    title: 'Preview Ruleset Changes',
    icon: 'open-preview',
    when: 'editorLangId == vendor-diligence-ruleset',
  },
  filterFindings: { title: 'Filter Findings…', icon: 'filter' },
  clearFilter: { title: 'Clear Filter', icon: 'clear-all', when: 'vendorDiligence.filtered' },
  restartServer: { title: 'Restart Server' },
  showOutput: { title: 'Show Output' },
} as const satisfies Readonly<Record<string, Command>>;

/** Commands of the view of findings: of its title, and of a finding in it. The palette does not have them. */
export const VIEW_COMMANDS = {
  groupByVendor: { title: 'By Vendor' },
  groupByFile: { title: 'By File' },
  groupByConcern: { title: 'By Concern' },
  groupBySeverity: { title: 'By Severity' },
  fixFinding: { title: 'Fix…', icon: 'lightbulb' },
  ignoreFinding: { title: 'Ignore with a Reason…', icon: 'circle-slash' },
  copyFinding: { title: 'Copy Message' },
  showFindingDossier: { title: 'Show Vendor Dossier' },
} as const satisfies Readonly<Record<string, Command>>;

/** `icon`: a name of the editor's icons. `when`: where the palette has it, if not everywhere. */
interface Command {
  readonly title: string;
  readonly icon?: string;
  readonly when?: string;
}

export type CommandName = keyof typeof COMMANDS;
export type ViewCommandName = keyof typeof VIEW_COMMANDS;

/** Commands that only links and entries of ours run; no menu has them. */
export const LINK_COMMANDS = ['showFixes', 'addException'] as const;
export type LinkCommandName = (typeof LINK_COMMANDS)[number];

/** The entry at the end of a list that shows more of it. */
export const SHOW_MORE = 'showMore';

/** The id under which a command is registered. */
export function commandId(name: CommandName | ViewCommandName | LinkCommandName | typeof SHOW_MORE): string {
  return `vendorDiligence.${name}`;
}
