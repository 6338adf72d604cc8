import type { Format } from '../../model/format.ts';
import { folderModule } from '../shared/modules/folder-module.ts';

/**
 * Settings of tools that call language models: LiteLLM (https://docs.litellm.ai/docs/proxy/configs), Continue
 * (https://docs.continue.dev/reference), Aider (https://aider.chat/docs/config/aider_conf.html), servers of the Model
 * Context Protocol (https://code.visualstudio.com/docs/copilot/chat/mcp-servers), editors.
 */
export const aiTools: Format = {
  id: 'ai-tools',
  title: 'Settings of AI tools and editors',
  family: 'application-settings',
  files: [
    'litellm*.yaml',
    'litellm*.yml',
    '**/.continue/config.json',
    '**/.continue/config.yaml',
    '**/.continue/**/*.yaml',
    '.aider.conf.yml',
    '.aider.conf.yaml',
    'mcp.json',
    '.mcp.json',
    '**/.vscode/settings.json',
    '**/.claude/settings.json',
    '**/.gemini/settings.json',
    '**/.codex/config.toml',
    '*.code-workspace',
  ],
  module: path => folderModule('ai-tools', path),
  extracts:
    'base URLs of models and, without one, their providers, commands and environment variables of servers, hosts in URLs of other values',
  resolves: 'anchors and merge keys',
  load: async () => (await import('./extract.ts')).extractAiTools,
};
