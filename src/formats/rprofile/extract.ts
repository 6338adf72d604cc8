import type { Extract } from '../../model/format.ts';
import { R } from '../../parsers/code/dialect.ts';
import type { CodeNode } from '../../parsers/code/node.ts';
import { textOfNodes } from '../../parsers/code/value.ts';
import { type CallPath, type CodeVisitor, isWithin, lastPart } from '../../parsers/code/walk.ts';
import { makeSource } from '../../text/source.ts';
import { ecosystemOfVariable } from '../shared/registries/mirror-variables.ts';
import { extractBuildScript } from '../shared/scripts/build-script.ts';
import type { CodeReferences } from '../shared/scripts/code-strings.ts';

/** The repositories that R is told to install from, variables that redirect downloads, and addresses elsewhere. */
export const extractRprofile: Extract = source =>
  // Both signs of an assignment are two characters long, so that every place stays where it is.
  extractBuildScript(makeSource(source.path, source.text.replaceAll('<-', ' =')), {
    dialect: R,
    module: 'r',
    readerOf: found => new ProfileReader(found),
    isProse: () => false,
  });

class ProfileReader implements CodeVisitor {
  private readonly found: CodeReferences;

  constructor(found: CodeReferences) {
    this.found = found;
  }

  statement(nodes: readonly CodeNode[], path: CallPath | undefined): void {
    const ecosystem = ecosystemAt(path);
    const text = textOfNodes(nodes);
    if (ecosystem === undefined || !text || !nodes.some(node => node.kind === 'string')) return;
    this.found.addMirror(text, ecosystem, this.found.where(path));
  }
}

/** `options(repos = c(CRAN = …))`, `r["CRAN"] = …`, `Sys.setenv(NAME = …)`. */
function ecosystemAt(path: CallPath | undefined): string | undefined {
  if (!path) return undefined;
  return isWithin(path, 'repos') ? 'cran' : ecosystemOfVariable(lastPart(path.name));
}
