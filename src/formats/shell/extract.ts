import type { Extract } from '../../model/format.ts';
import { placedSlice } from '../../parsers/placed-text.ts';
import { parseShell } from '../../parsers/shell.ts';
import { span } from '../../text/span.ts';
import { scriptExtraction } from '../shared/scripts/script-extraction.ts';
import { shellModule } from './module.ts';

/** What a script's commands refer to, with its own variables as definitions. */
export const extractShell: Extract = ({ path, text }) =>
  scriptExtraction(text, parseShell(placedSlice(text, span(0, text.length))), shellModule(path));
