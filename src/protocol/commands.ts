/** The commands of the palette, all in the category "Vendor Diligence". Ids are without the section. */
export const COMMANDS = {
  scanWorkspace: { title: 'Scan Workspace' },
  restartServer: { title: 'Restart Server' },
  showOutput: { title: 'Show Output' },
} as const;

export type CommandName = keyof typeof COMMANDS;

/** The id under which a command is registered. */
export function commandId(name: CommandName): string {
  return `vendorDiligence.${name}`;
}
