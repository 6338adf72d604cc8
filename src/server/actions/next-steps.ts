import type { CatalogIndex } from '../../engine/index.ts';
import type { Finding } from '../../model/finding.ts';
import { commandId } from '../../protocol/commands.ts';
import type { Inline } from '../../report/documents/document.ts';
import type { NextSteps } from '../../report/documents/explanation.ts';
import type { Language } from '../../report/language.ts';

/** Where a hover's links lead: to the fixes at this place, to an exception, and to the vendor's dossier. */
export function nextStepsAt(
  document: {
    readonly uri: string;
    readonly position: { readonly line: number; readonly character: number };
  },
  catalog: Pick<CatalogIndex, 'vendor'>,
  language: Language,
): NextSteps {
  const { uri, position } = document;
  return (finding: Finding): Inline[] => {
    const vendor = catalog.vendor(finding.vendor);
    return [
      {
        command: language.say('hover.fix'),
        name: commandId('showFixes'),
        args: [uri, position.line, position.character],
      },
      {
        command: language.say('hover.exception'),
        name: commandId('addException'),
        args: [uri, finding.vendor || finding.rule, finding.path],
      },
      ...(vendor
        ? [
            {
              command: language.say('hover.dossier', { vendor: vendor.name }),
              name: commandId('showDossier'),
              args: [vendor.id],
            },
          ]
        : []),
    ];
  };
}
