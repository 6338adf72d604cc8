import { type Command, Option } from 'commander';
import { audienceOption, rulesetOption } from './options.ts';
import { lazily, type Wiring } from './wiring.ts';

/** Where a repository keeps its ruleset. Not taken from the engine, which help does not load. */
const RULESET_FILE = '.vendor-diligence.jsonc';

/** Adds `ruleset` and the commands below it. */
export function addRuleset(program: Command, wiring: Wiring): void {
  const ruleset = program
    .command('ruleset')
    .summary('write, check, test, show, sign and verify rulesets')
    .description(
      'What a security team does with rulesets: writes, checks, tests, shows, signs and verifies them.',
    );
  addAuthoring(ruleset, wiring);
  addShowing(ruleset, wiring);
  addSigning(ruleset, wiring);
}

function addAuthoring(ruleset: Command, wiring: Wiring): void {
  ruleset
    .command('init')
    .summary('write a first ruleset')
    .description('Asks a few questions and writes a ruleset file; never over an existing one.')
    .argument('[file]', 'the file to write', RULESET_FILE)
    .option('--extends <name>', 'the bundled ruleset to stand on, without "vendor-diligence:"')
    .option('--approve <vendor...>', 'the ids of approved vendors')
    .addOption(
      new Option('--suppressions <policy>', 'whether comments may silence findings').choices([
        'allow',
        'require-reason',
        'forbid',
      ]),
    )
    .action(lazily(wiring, async () => (await import('./ruleset-init-command.ts')).initCommand));
  ruleset
    .command('check')
    .summary('say what is wrong with a ruleset')
    .description(
      'Checks syntax, schema and meaning: unknown names, rules that can never match, dates that are over.',
    )
    .argument('[file]', 'the ruleset', RULESET_FILE)
    .action(lazily(wiring, async () => (await import('./ruleset-check-command.ts')).checkCommand));
  ruleset
    .command('test')
    .summary('run the tests that a ruleset carries')
    .description(
      'Runs the snippets in "tests" and shows where what is found differs. Exits with 1 when a test fails.',
    )
    .argument('[file]', 'the ruleset', RULESET_FILE)
    .action(lazily(wiring, async () => (await import('./ruleset-check-command.ts')).testCommand));
}

function addShowing(ruleset: Command, wiring: Wiring): void {
  const format = () =>
    new Option('--format <name>', 'how it looks').choices(['text', 'json']).default('text');
  ruleset
    .command('show')
    .summary('show the policy in force')
    .description(
      'Prints every value of the policy in force for a folder, with the ruleset that it comes from.',
    )
    .argument('[folder]', 'whose policy', '.')
    .addOption(rulesetOption())
    .addOption(audienceOption())
    .addOption(format())
    .action(lazily(wiring, async () => (await import('./ruleset-show-command.ts')).showCommand));
  ruleset
    .command('exceptions')
    .summary('list what is allowed although it is flagged')
    .description(
      'Lists exceptions and suppression comments: who allowed what until when, the first to end first.',
    )
    .argument('[path...]', 'folders and files to look at (default: the working folder)')
    .addOption(rulesetOption())
    .addOption(format())
    .action(lazily(wiring, async () => (await import('./ruleset-exceptions-command.ts')).exceptionsCommand));
}

function addSigning(ruleset: Command, wiring: Wiring): void {
  ruleset
    .command('sign')
    .summary('sign a ruleset')
    .description('Writes the detached signature of a file as base64, as openssl and cosign check it.')
    .argument('<file>', 'the ruleset')
    .requiredOption('--key <private.pem>', 'the private key: ECDSA P-256 or Ed25519, PEM, not encrypted')
    .option('--output <file>', 'where the signature goes (default: the file’s name with ".sig")')
    .action(lazily(wiring, async () => (await import('./ruleset-sign-command.ts')).signCommand));
  ruleset
    .command('verify')
    .summary('verify the signature of a ruleset')
    .description('Exits with 0 when the signature is the key’s for the file, else with 2.')
    .argument('<file>', 'the ruleset')
    .requiredOption('--key <public.pem>', 'the public key: ECDSA P-256 or Ed25519, PEM')
    .option('--signature <file.sig>', 'the signature (default: the file’s name with ".sig")')
    .action(lazily(wiring, async () => (await import('./ruleset-sign-command.ts')).verifyCommand));
}
