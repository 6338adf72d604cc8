import { Command, CommanderError, Option } from 'commander';
import packageJson from '../../package.json' with { type: 'json' };
import type { Clock, FetchRuleset } from '../engine/index.ts';
import { parseShard } from '../node/shard.ts';
import { EXPLAIN_RENDERERS } from '../report/documents/explain.ts';
import { INVENTORY_REPORTERS, MERGERS, SCAN_REPORTERS } from '../report/index.ts';
import { neutralise } from '../text/neutralise.ts';
import { EXIT_CODE, type ExitCode } from './exit-code.ts';
import {
  addOutputOptions,
  audienceOption,
  failOnOption,
  formatOption,
  languageOption,
  refuse,
  rulesetOption,
} from './options.ts';
import { addRuleset } from './ruleset-command.ts';
import type { LanguageOption } from './spoken-language.ts';
import { type Streams, widthOf } from './streams.ts';
import { complaintLine, isUsageError } from './usage-error.ts';
import { lazily, type Wiring } from './wiring.ts';

/** What a command needs of the process besides its streams. */
export interface Environment {
  /** Absolute path that relative paths are relative to. */
  readonly workingFolder: string;
  /** Environment variables. */
  readonly variables: Readonly<Record<string, string | undefined>>;
  readonly clock: Clock;
  /** The program of a thread that looks through files while more are listed. */
  readonly searchWorker?: URL | undefined;
  /** How rulesets are fetched, unless as usual. */
  readonly fetch?: FetchRuleset;
  /** Asks the person at the terminal, when there is one. */
  readonly ask?: ((question: string) => Promise<string>) | undefined;
  /** Starts the language server over the process's standard streams; resolves while it goes on. */
  readonly serveLanguage: () => Promise<void>;
}

/**
 * Runs one command line, `argv` being its arguments without the program's name. Everything goes through the
 * parameters: nothing of the process is read or changed.
 */
export async function run(
  argv: readonly string[],
  streams: Streams,
  environment: Environment,
): Promise<ExitCode> {
  let exitCode: ExitCode = EXIT_CODE.clean;
  const program = createProgram(streams, environment, code => {
    exitCode = code;
  });
  try {
    await program.parseAsync(argv, { from: 'user' });
    return exitCode;
  } catch (error) {
    return exitCodeOfError(error, program.opts(), streams, environment);
  }
}

/** All commands with their options; `done` is told the exit code of the one that ran. */
export function createProgram(streams: Streams, environment: Environment, done: Wiring['done']): Command {
  const program = new Command('vendor-diligence')
    .description(
      'Finds references to flagged cloud vendors and regions in infrastructure-as-code and package manifests.',
    )
    .version(packageJson.version, '-V, --version', 'show the version')
    .addOption(languageOption())
    .helpOption('-h, --help', 'show help')
    .helpCommand('help [command]', 'show help for a command')
    .addHelpText('after', OVERALL_HELP)
    .exitOverride()
    .configureHelp({ showGlobalOptions: true })
    .configureOutput({
      writeOut: text => streams.stdout.write(text),
      writeErr: text => streams.stderr.write(text),
      getOutHelpWidth: () => widthOf(streams.stdout) ?? HELP_WIDTH,
      getErrHelpWidth: () => widthOf(streams.stderr) ?? HELP_WIDTH,
      outputError: (text, write) => write(oneSentence(text)),
    });
  const wiring = { streams, environment, done };
  addScan(program, wiring);
  addFix(program, wiring);
  addInventory(program, wiring);
  addBaseline(program, wiring);
  addMerge(program, wiring);
  addExplain(program, wiring);
  addRuleset(program, wiring);
  addLanguageServer(program, environment);
  return program;
}

const HELP_WIDTH = 100;

const OVERALL_HELP = `
Start with:
  vendor-diligence scan               what the files here refer to, and why that is flagged
  vendor-diligence explain main.tf:12 why that line is
  vendor-diligence fix                what would settle it, as a diff
  vendor-diligence scan --since main  what a branch adds

Exit codes:
  0  no finding at or above the severity of --fail-on
  1  findings at or above it
  2  wrong usage, or a ruleset that cannot be used
  3  something could not be read, and no finding at or above it`;

function addScan(program: Command, wiring: Wiring): void {
  const command = program
    .command('scan')
    .summary('find references to flagged vendors and regions')
    .description(
      'Finds references to flagged vendors and regions in the files that git tracks or would track, and says why each is flagged.',
    )
    .argument('[path...]', 'folders and files to scan (default: the working folder)')
    .addOption(rulesetOption())
    .addOption(audienceOption())
    .option('--since <ref>', 'report only what the work since a branch, tag or commit adds')
    .option('--staged', 'report only what the staged changes add')
    .addOption(
      new Option(
        '--shard <i/n>',
        'scan only the i-th of n parts; repositories below the folder are not divided',
      ).argParser(
        value => parseShard(value) ?? refuse('It must be a part and how many there are, such as 2/8.'),
      ),
    )
    .option('--baseline <file>', 'report only what a baseline file does not have')
    .addOption(formatOption(SCAN_REPORTERS))
    .addOption(failOnOption());
  addOutputOptions(command).action(
    lazily(wiring, async () => (await import('./scan-command.ts')).scanCommand),
  );
}

function addFix(program: Command, wiring: Wiring): void {
  program
    .command('fix')
    .summary('switch to what is approved')
    .description(
      'Shows as a diff how findings can be settled; every change was tried and re-scanned in memory. Nothing is written without --write.',
    )
    .argument('[path...]', 'folders and files to fix (default: the working folder)')
    .addOption(
      new Option(
        '--grade <grade>',
        'drop-in: only changes that keep the meaning; guided: also those that leave something to decide',
      )
        .choices(['drop-in', 'guided'])
        .default('drop-in'),
    )
    .option(
      '--migrate',
      'with --grade guided: also move Terraform modules to the vendor that comes first in "approved.prefer"',
    )
    .option('--write', 'change the files, all or none')
    .option('--allow-dirty', 'change files also where git has no copy of what they say now')
    .addOption(rulesetOption())
    .addOption(audienceOption())
    .addOption(failOnOption())
    .action(lazily(wiring, async () => (await import('./fix-command.ts')).fixCommand));
}

function addInventory(program: Command, wiring: Wiring): void {
  const command = program
    .command('inventory')
    .summary('list every reference, flagged or not')
    .description('Lists every reference to a provider, region, host, image or package, flagged or not.')
    .argument('[path...]', 'folders and files to read (default: the working folder)')
    .addOption(formatOption(INVENTORY_REPORTERS));
  addOutputOptions(command).action(
    lazily(wiring, async () => (await import('./inventory-command.ts')).inventoryCommand),
  );
}

function addBaseline(program: Command, wiring: Wiring): void {
  program
    .command('baseline')
    .summary('write down the findings of today for scan --baseline')
    .description('Writes the findings of today to a file; "scan --baseline" then reports what came since.')
    .argument('[path...]', 'folders and files to scan (default: the working folder)')
    .addOption(rulesetOption())
    .addOption(audienceOption())
    .option('--output <file>', 'the file to write', '.vendor-diligence-baseline.json')
    .action(lazily(wiring, async () => (await import('./baseline-command.ts')).baselineCommand));
}

function addMerge(program: Command, wiring: Wiring): void {
  program
    .command('merge')
    .summary('join reports of several scans')
    .description('Joins reports of scans, for instance of shards or of many repositories, into one.')
    .argument('<report...>', 'report files; "name=file" puts "name/" before the paths of a report')
    .addOption(
      new Option('--format <name>', 'the format of the reports')
        .choices(Object.keys(MERGERS))
        .default('json'),
    )
    .option('--output <file>', 'write the report to a file instead of standard output')
    .action(lazily(wiring, async () => (await import('./merge-command.ts')).mergeCommand));
}

function addExplain(program: Command, wiring: Wiring): void {
  const command = program
    .command('explain')
    .summary('say who a vendor is, what a rule flags, or why a line is flagged')
    .description(
      'Says who a vendor is and which acts name or reach it, what a rule flags, or why a line of a file is flagged.',
    )
    .argument(
      '<subject>',
      'a vendor’s name or id, a rule of the rulesets in force, or a place such as main.tf:12',
    )
    .addOption(rulesetOption())
    .addOption(audienceOption())
    .addOption(formatOption(EXPLAIN_RENDERERS));
  addOutputOptions(command).action(
    lazily(wiring, async () => (await import('./explain-command.ts')).explainCommand),
  );
}

function addLanguageServer(program: Command, { serveLanguage }: Environment): void {
  program
    .command('lsp')
    .summary('serve an editor')
    .description(
      'Speaks the Language Server Protocol: findings while typing, explanations and fixes, in any editor that has a client for it.',
    )
    .option('--stdio', 'over standard input and output; the only way there is')
    .action(serveLanguage);
}

/** The exit code of an error, with its sentence on standard error unless it is there already. */
async function exitCodeOfError(
  error: unknown,
  options: LanguageOption,
  { stderr }: Streams,
  environment: Environment,
): Promise<ExitCode> {
  if (error instanceof CommanderError) return error.exitCode === 0 ? EXIT_CODE.clean : EXIT_CODE.usage;
  if (isUsageError(error)) {
    const { spokenLanguage } = await import('./spoken-language.ts');
    const { phrase } = await spokenLanguage(options, environment);
    const lines = error.complaints.map(complaint => neutralise(complaintLine(complaint, phrase)));
    stderr.write(`${lines.join('\n')}\n`);
    return EXIT_CODE.usage;
  }
  const detail = error instanceof Error ? (error.stack ?? error.message) : String(error);
  // What is said of it may hold text of a scanned file.
  const lines = detail.split('\n').map(neutralise);
  stderr.write(
    `vendor-diligence: an internal error ended the command; please report it.\n${lines.join('\n')}\n`,
  );
  return EXIT_CODE.incomplete;
}

/** Commander puts its suggestion on a second line. */
function oneSentence(text: string): string {
  return `${text
    .replace(/^error: /, 'vendor-diligence: ')
    .trim()
    .replaceAll('\n', ' ')}\n`;
}
