import type { Extract } from '../../model/format.ts';
import { parseJson } from '../../parsers/json.ts';
import { joinExtracted } from '../shared/hcl/extracted.ts';
import { outermostPlace } from '../shared/hcl/place.ts';
import { extractTemplate } from './template.ts';

/** What a JSON template says. */
export const extractPackerJson: Extract = source => {
  const { root, problems } = parseJson(source);
  const place = outermostPlace(source.text, `packer:${source.path}`);
  return { ...joinExtracted([extractTemplate(root, place)]), comments: [], problems };
};
