import { isRegionItem, namesPartition, regionsIn } from '../region-value.ts';
import { isRegionName, snakeCase } from '../settings/setting-names.ts';
import type { CommandWord } from './command-words.ts';
import { type OptionValue, optionValues, settingValues } from './option-values.ts';

/**
 * The regions that a command's options and settings name: `--region us-east-1`, `--RegionId cn-hangzhou`, `--zones=…,…`,
 * `--region-names … …`, `az … -l …`, `aws configure set default.region …`.
 */
export function regionWords(name: string, words: readonly CommandWord[]): OptionValue[] {
  const options = optionValues(
    words,
    option => isRegionName(snakeCase(option.replace(/^-+/, ''))) || (name === 'az' && option === '-l'),
  );
  const verb = words.findIndex(({ text }) => text === 'set');
  const settings =
    verb < 0 ? [] : settingValues(words, key => isRegionName(snakeCase(key.replace(/^.*[./:]/, ''))));
  const single = [...options, ...settings.filter(({ index }) => index > verb)];
  return [...single, ...options.flatMap(option => furtherValues(option, words))].flatMap(
    ({ name: option, value, index }) =>
      regionsIn(value).map(region => ({ name: option, value: region, index })),
  );
}

/** `--zones a b c`: what stands behind the first value of an option for several, up to the next option. */
function furtherValues({ name, index }: OptionValue, words: readonly CommandWord[]): OptionValue[] {
  if (!/s$/i.test(name) || words[index]?.text.startsWith('-')) return [];
  const values: OptionValue[] = [];
  for (let next = index + 1; next < words.length; next++) {
    const word = words[next];
    if (!word || !isRegionItem(word.text)) break;
    values.push({ name, value: word.word, index: next });
  }
  return values;
}

/** `--environment AzureChinaCloud`, and `az cloud set --name AzureChinaCloud`. */
export function partitionWords(name: string, words: readonly CommandWord[]): OptionValue[] {
  const named = optionValues(words, option => namesPartition(option.replace(/^-+/, '')));
  const isCloudSet = name === 'az' && words[0]?.text === 'cloud' && words[1]?.text === 'set';
  const set = optionValues(words, option => isCloudSet && (option === '--name' || option === '-n'));
  return [...named, ...set.map(value => ({ ...value, name: 'cloud' }))];
}
