import type { Extraction } from '../../../model/extraction.ts';
import type { CodeDialect } from '../../../parsers/code/dialect.ts';
import { type CallPath, type CodeVisitor, walkCode } from '../../../parsers/code/walk.ts';
import type { Source } from '../../../text/source.ts';
import { scopeVariable } from '../expressions.ts';
import { folderModule } from '../modules/folder-module.ts';
import { readScript, type Script, scriptExtraction } from './code-script.ts';
import { CodeReferences } from './code-strings.ts';

/** How one kind of program text says what a build gets from elsewhere. */
export interface BuildScript {
  readonly dialect: CodeDialect;
  /** Scripts of this name in one folder share their constants. */
  readonly module: string;
  /** Reads the declarations and collects in `found` what they refer to. */
  readonly readerOf: (found: CodeReferences, script: Script) => CodeVisitor;
  /** Is what stands there said to people? Addresses in it are left alone. */
  readonly isProse: (path: CallPath | undefined) => boolean;
}

/** What a build script's declarations refer to, and the addresses in all strings that they leave. */
export function extractBuildScript(
  source: Source,
  { dialect, module, readerOf, isProse }: BuildScript,
): Extraction {
  const script = readScript(source, dialect);
  const scope = folderModule(module, source.path);
  const found = new CodeReferences(scope, scopeVariable);
  const reader = readerOf(found, script);
  walkCode(script.file.nodes, {
    call: (call, path) => reader.call?.(call, path),
    assignment: (name, value, path, nameSpan) => reader.assignment?.(name, value, path, nameSpan),
    group: (group, path) => reader.group?.(group, path),
    statement: (nodes, path) => {
      found.noteStrings(nodes, path);
      reader.statement?.(nodes, path);
    },
  });
  found.addRest(isProse);
  return scriptExtraction(source, scope, script, found.references);
}
