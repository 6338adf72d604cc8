import { isRegionName, snakeCase } from '../shared/settings/setting-names.ts';
import { placeInside, type SettingPlace, type TemplateReader } from '../shared/settings/template-reader.ts';
import { spanOfValue, type TemplateValue } from '../shared/settings/template-value.ts';

/** What a file of parameters gives: by its name also a location, as the template may be somewhere else. */
export function readGiven(
  reader: TemplateReader,
  name: string,
  value: TemplateValue,
  place: SettingPlace,
): void {
  if (isRegionName(snakeCase(name))) {
    const { scope, path } = placeInside(place, name);
    const provider = { type: 'literal', value: `setting/${name}`, span: spanOfValue(value) } as const;
    reader.readRegion(value, { scope, path, provider });
  }
  reader.readSetting(name, value, place);
}
