import { type InterpolatedText, sliceInterpolated, visibleText } from '../../../parsers/interpolation.ts';
import type { CommandWord } from '../scripts/command-words.ts';
import { type OptionValue, optionValues, settingValues } from '../scripts/option-values.ts';
import { toolOfChartSetting } from './chart-settings.ts';

/** A cloud that a command line names for a tool. */
interface NamedProvider {
  readonly tool: string;
  readonly name: InterpolatedText;
}

/**
 * The clouds that the words of a command name for the tool that it runs, perhaps in a container or on another machine.
 * @param program what gets the words when they are options only.
 */
export function namedProviders(words: readonly CommandWord[], program?: string): NamedProvider[] {
  const at = words.findLastIndex(({ text }) => TOOLS.has(programName(text)));
  const tool = at < 0 ? programName(program ?? '') : programName(words[at]?.text ?? '');
  const options = TOOLS.get(tool)?.(words.slice(at + 1)) ?? [];
  return [
    ...options.map(name => ({ tool, name })),
    ...chartProviders(words),
    ...optionValues(words, option => TRAEFIK_OPTION.test(option)).map(({ value }) => ({
      tool: 'lego',
      name: value,
    })),
  ];
}

/** `helm install release repository/chart --set provider=name,other=value` */
function chartProviders(words: readonly CommandWord[]): NamedProvider[] {
  const sets = optionValues(words, option => option === '--set' || option === '--set-string');
  return sets.flatMap(({ value }) =>
    [...visibleText(value).text.matchAll(/(?:^|,)([^,=]+)=([^,]+)/g)].flatMap(
      ({ 0: whole, 1: setting = '', 2: name = '', index }) => {
        const tools = words.flatMap(({ text }) => toolOfChartSetting(text, setting) ?? []);
        const end = index + whole.length;
        return tools
          .slice(0, 1)
          .map(tool => ({ tool, name: sliceInterpolated(value, end - name.length, end) }));
      },
    ),
  );
}

/** The program that a path or an image stands for: `/usr/bin/lego`, `goacme/lego:v4.20`. */
export function programName(text: string): string {
  return /(?:^|\/)([a-z][a-z.-]*)(?:[:@][^/]*)?$/.exec(text)?.[1] ?? '';
}

/** The names of clouds among the words behind the program's name. */
type ReadProviders = (words: readonly CommandWord[]) => readonly InterpolatedText[];

const TOOLS: ReadonlyMap<string, ReadProviders> = new Map<string, ReadProviders>([
  // https://go-acme.github.io/lego/usage/cli/obtain-a-certificate/
  ['lego', valuesOf('--dns')],
  // https://github.com/acmesh-official/acme.sh/wiki/dnsapi
  ['acme.sh', valuesOf('--dns')],
  // https://eff-certbot.readthedocs.io/en/stable/using.html#dns-plugins
  ['certbot', certbotPlugins],
  // https://kubernetes-sigs.github.io/external-dns/latest/docs/flags/
  ['external-dns', valuesOf('--provider')],
  // https://velero.io/docs/main/customize-installation/
  ['velero', valuesOf('--provider')],
  // https://github.com/kubernetes/autoscaler/blob/master/cluster-autoscaler/FAQ.md
  ['cluster-autoscaler', valuesOf('--cloud-provider')],
  // https://rclone.org/s3/#s3-provider
  ['rclone', rcloneProviders],
  // https://juicefs.com/docs/community/command_reference/#format
  ['juicefs', valuesOf('--storage')],
]);

/** Traefik uses lego (https://doc.traefik.io/traefik/https/acme/#dnschallenge); nothing else has such an option. */
const TRAEFIK_OPTION = /^--(?:certificatesresolvers\.[^.]+\.)?acme\.dnschallenge\.provider$/i;

function valuesOf(...names: readonly string[]): ReadProviders {
  return words => valuesIn(optionValues(words, name => names.includes(name)));
}

function valuesIn(options: readonly OptionValue[]): InterpolatedText[] {
  return options.map(({ value }) => value);
}

/** A plug-in is named as a value, or by an option of its own: `--dns-example`, `--dns-example-credentials`. */
function certbotPlugins(words: readonly CommandWord[]): InterpolatedText[] {
  const named = valuesOf('-a', '--authenticator')(words).map(withoutPackage);
  const own = words.flatMap(({ word, text }) => {
    const [, name] = OWN_OPTION.exec(text) ?? [];
    return name === undefined ? [] : [sliceInterpolated(word, 2, 2 + name.length)];
  });
  return [...named, ...own].slice(0, 1);
}

/** `certbot-dns-example:dns-example`, as older versions want it. */
function withoutPackage(name: InterpolatedText): InterpolatedText {
  const { text } = visibleText(name);
  return sliceInterpolated(name, text.indexOf(':') + 1, text.length);
}

const OWN_OPTION = /^--(dns-[a-z0-9]+)(?:-credentials|-propagation-seconds)?(?:=|$)/;

/** `--s3-provider name`; `rclone config create remote s3 provider name` or `provider=name`. */
function rcloneProviders(words: readonly CommandWord[]): InterpolatedText[] {
  const isConfig = words.some(({ text }) => text === 'config');
  return [
    ...valuesOf('--s3-provider')(words),
    ...(isConfig ? valuesIn(settingValues(words, name => name === 'provider')) : []),
  ];
}
