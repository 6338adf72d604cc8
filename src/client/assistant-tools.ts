import {
  type CancellationToken,
  type Disposable,
  LanguageModelTextPart,
  type LanguageModelTool,
  LanguageModelToolResult,
  l10n,
  lm,
} from 'vscode';
import { ASSISTANT_EXPLAIN, ASSISTANT_SCAN, ASSISTANT_TOOLS } from '../protocol/assistant.ts';
import type { Session } from './session.ts';

/** Lets an assistant in the editor ask the engine instead of guessing; nothing where the editor has no such interface. */
export function registerTools(session: Pick<Session, 'ask' | 'scan'>): Disposable[] {
  // Editors that are made from VS Code can leave it out.
  const { registerTool } = (lm as Partial<typeof lm> | undefined) ?? {};
  if (!registerTool) return [];
  return [
    registerTool<{ path?: unknown }>(
      ASSISTANT_TOOLS.scan.name,
      tool(l10n.t('Scanning for flagged vendors'), ({ path }, token) =>
        session.scan(ASSISTANT_SCAN, { path: typeof path === 'string' ? path : '' }, () => {}, token),
      ),
    ),
    registerTool<{ subject?: unknown }>(
      ASSISTANT_TOOLS.explain.name,
      tool(l10n.t('Looking up the evidence'), ({ subject }) =>
        session.ask(ASSISTANT_EXPLAIN, { subject: typeof subject === 'string' ? subject : '' }),
      ),
    ),
  ];
}

function tool<Input>(
  invocationMessage: string,
  run: (input: Input, token: CancellationToken) => Promise<string | undefined>,
): LanguageModelTool<Input> {
  return {
    prepareInvocation: () => ({ invocationMessage }),
    invoke: async ({ input }, token) =>
      new LanguageModelToolResult([new LanguageModelTextPart((await run(input, token)) ?? '')]),
  };
}
