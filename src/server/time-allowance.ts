/** How long a file may take in an editor: somebody waits for the answer about another one. */
export const EDITOR_ALLOWANCE = { base: 4000, perMillion: 500 };
