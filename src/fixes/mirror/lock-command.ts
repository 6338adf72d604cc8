import { dirname } from '../../text/path.ts';
import { inFolder } from '../../text/shell-command.ts';
import type { Source } from '../../text/source.ts';

/**
 * What to run where a manifest's hash in the lockfile covers the places that packages come from: without it the package
 * manager refuses the lockfile. `undefined` where it has no such hash.
 */
export function lockCommand(source: Source, offset: number, format: string | undefined): string | undefined {
  const command = format === 'pyproject' ? BY_TOOL[toolAt(source.text, offset)] : BY_FORMAT[format ?? ''];
  return command === undefined ? undefined : inFolder(dirname(source.path), command);
}

/** https://pipenv.pypa.io/en/latest/pipfile.html */
const BY_FORMAT: Readonly<Record<string, string>> = { pipfile: 'pipenv lock' };

/** https://python-poetry.org/docs/cli/#lock, https://pdm-project.org/en/latest/usage/lockfile/ */
const BY_TOOL: Readonly<Record<string, string>> = { poetry: 'poetry lock', pdm: 'pdm lock' };

/** The tool whose table a place of a `pyproject.toml` is in; empty in none. */
function toolAt(text: string, offset: number): string {
  const header = text.lastIndexOf('\n[', offset);
  return /^\[{1,2}\s*tool\s*\.\s*([\w-]+)/.exec(text.slice(header + 1, offset))?.[1] ?? '';
}
