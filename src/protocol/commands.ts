/** The commands of the palette, all in the category "Vendor Diligence". Ids are without the section. */
export const COMMANDS = {
  scanWorkspace: { title: 'Scan Workspace' },
  showDossier: { title: 'Show Vendor Dossier' },
  restartServer: { title: 'Restart Server' },
  showOutput: { title: 'Show Output' },
} as const;

export type CommandName = keyof typeof COMMANDS;

/** Commands that only links of ours run; the palette does not have them. */
export const LINK_COMMANDS = ['showFixes', 'addException'] as const;
export type LinkCommandName = (typeof LINK_COMMANDS)[number];

/** The id under which a command is registered. */
export function commandId(name: CommandName | LinkCommandName): string {
  return `vendorDiligence.${name}`;
}
