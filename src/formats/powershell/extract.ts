import type { Extract } from '../../model/format.ts';
import { placedSlice } from '../../parsers/placed-text.ts';
import { parsePowerShell } from '../../parsers/powershell.ts';
import { span } from '../../text/span.ts';
import { scriptExtraction } from '../shared/scripts/script-extraction.ts';
import { powerShellModule } from './module.ts';

/** What a script's commands refer to, with its own variables as definitions; case does not count in their names. */
export const extractPowerShell: Extract = ({ path, text }) =>
  scriptExtraction(
    text,
    parsePowerShell(placedSlice(text, span(0, text.length))),
    powerShellModule(path),
    name => name.toLowerCase(),
  );
