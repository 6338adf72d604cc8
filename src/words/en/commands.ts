/** What commands say on a terminal besides their reports, in English. */
export const commands = {
  'file.missing': 'there is no such file or folder',
  'file.denied': 'permission was denied',
  'file.is-folder': 'it is a folder',
  'file.disk-full': 'the disk is full',
  'file.changed': 'it has changed meanwhile',
  'file.link-outside': 'a symbolic link leads out of the folder',
  'file.unreadable': 'it could not be read ({code})',
  'file.no-text': 'its bytes are no valid text',
  'file.read-only': 'it is read-only',
  'file.no-package-name': 'that is no name of an npm package',
  'file.not-installed': 'it is not installed (no {path} here or above)',
  'file.link': 'it is a symbolic link',
  'file.no-file': 'it is no file',
  'file.large': 'it is larger than 1 MiB',
  'file.outside': 'it lies outside the repository',

  'server.slow': 'the server took longer than {seconds} seconds',
  'server.https-only': 'only https addresses are fetched',
  'server.redirects-nowhere': 'the server redirects to nowhere',
  'server.redirects-to': 'the server redirects to {protocol}',
  'server.redirects-often': 'the server redirects too often',
  'server.answers': 'the server answers {status}',
  'server.large': 'it is larger than {bytes} bytes',
  'server.unreached': 'the server cannot be reached',
  'server.unreached-or-closed':
    'the server cannot be reached, or does not let pages of other sites read it (CORS)',
  'server.unknown': 'there is no server of that name',
  'server.closed': 'the server closed the connection',
  'server.untrusted': "the server's certificate is not trusted",

  'git.no-repository': 'the scanned folder is in no git repository.',
  'git.failed': '{reason}.',
  'git.unknown': 'there is no commit "{ref}" here: name a branch, tag or commit, and fetch it first.',
  'git.unknown-shallow':
    'there is no commit "{ref}" here: the clone is shallow: fetch it ("fetch-depth: 0" in a workflow).',
  'git.shallow':
    'the history is too short to tell where the work since "{ref}" began: fetch more of it ("git fetch --unshallow", or "fetch-depth: 0" in a workflow).',
  'git.unrelated': '"{ref}" and HEAD have no common history: name a commit that HEAD comes from.',

  'cli.progress': 'Reading files: {done} of {total}',
  'cli.nothing-there': 'there is no file or folder "{path}".',
  'cli.unreadable': '"{path}" cannot be read: {reason}.',
  'cli.unwritable': 'cannot write "{path}": {reason}.',
  'cli.unknown-ruleset':
    'the ruleset "{name}" cannot be loaded: give a file, an https address, an npm package (npm:name), or one of {choices}.',
  'cli.ruleset-no-file': 'the repository\'s ruleset "{path}" cannot be read; it must be a file.',
  'cli.since-or-staged': 'give either --since or --staged, not both.',
  'cli.migrate-guided': '--migrate leaves something to decide: it needs --grade guided.',
  'cli.all-read':
    'the ruleset flags what is not approved, so all {files} files of known formats were read, not only those that name a vendor of the catalog.',
  'cli.unwritten': 'nothing was written, because {reason}: commit first, or use --allow-dirty.',
  'cli.index-unreadable': "git's index cannot be read",
  'cli.uncommitted': '"{path}" has changes that are not in git',
  'cli.uncommitted-more.one': '"{path}" has changes that are not in git, and so has {count} more',
  'cli.uncommitted-more.other': '"{path}" has changes that are not in git, and so have {count} more',
  'cli.written-none': 'cannot write "{path}": {reason}; nothing was written.',
  'cli.written-some': 'cannot write "{path}": {reason}; the files listed above were written.',

  'explain.unknown':
    '"{subject}" is no vendor of the catalog, no rule of the rulesets in force and no place such as main.tf:12.',
  'explain.meant': 'Did you mean {names}?',
  'explain.rules': 'Rules: {rules}.',

  'baseline.written.one':
    '"{file}" holds {count} finding; "vendor-diligence scan --baseline {file}" reports what comes since.',
  'baseline.written.other':
    '"{file}" holds {count} findings; "vendor-diligence scan --baseline {file}" reports what comes since.',
  'baseline.stale.one':
    '{count} of the baseline\'s entries no longer occurs; write it anew with "vendor-diligence baseline":',
  'baseline.stale.other':
    '{count} of the baseline\'s entries no longer occur; write it anew with "vendor-diligence baseline":',

  'init.there': '"{file}" is there already; it was not changed.',
  'init.base': 'Which policy to stand on? {names}',
  'init.approved': 'Which vendors are approved? Ids joined by commas',
  'init.suppressions': 'May comments silence findings? allow, require-reason, forbid',
  'init.no-base': 'there is no bundled ruleset "{name}": use one of {names}.',
  'init.no-id': '"{id}" is no id of a vendor.',
  'init.written': 'wrote "{file}"; "vendor-diligence ruleset check {file}" checks it.',

  'check.counts': '{errors}, {warnings}.',
  'test.counts.one': '{count} test, {failed} failed.',
  'test.counts.other': '{count} tests, {failed} failed.',
  'test.good': 'ok',
  'test.bad': 'FAIL',
  'test.missing': 'expected, not found',
  'test.unexpected': 'found, not expected',
  'show.refused': 'refused: {detail}',

  'allowance.row': '{match} in {paths} ({findings})',
  'allowance.why': '{who}: {reason}',
  'allowance.active': 'active',
  'allowance.expired': 'expired',
  'allowance.unused': 'unused',
  'allowance.no-end': 'no end',
  'allowance.no-reason': 'no reason given',
  'allowance.exception': 'exception',
  'allowance.comment': 'comment',
  'allowance.approved-by': 'approved by {name}',

  'sign.no-private-key':
    '"{key}" is no private key that can sign: it must be an unencrypted PEM key of ECDSA P-256 or Ed25519.',
  'sign.written': 'wrote the signature to "{path}".',
  'verify.no-public-key':
    '"{key}" is no public key that can verify: it must be a PEM key of ECDSA P-256 or Ed25519.',
  'verify.wrong': '"{signature}" is no signature of this key for "{file}".',
  'verify.right': '"{file}" is signed by this key.',

  'inventory.references.one': '{count} reference',
  'inventory.references.other': '{count} references',
  'inventory.counts': '{references}: {matched} matched, {unmatched} unmatched, {unresolved} unresolved',
  'inventory.matched': 'matched: {outcome}',
  'inventory.unmatched': 'unmatched: {outcome}',
  'inventory.unresolved': 'unresolved: {outcome}',

  'reason.not-in-catalog': 'not in the catalog',
  'reason.ambiguous': 'several vendors have it',
  'reason.local': 'of the project itself',
  'reason.builtin': 'built into the tool',
  'reason.not-built': 'not part of what is built',
  'reason.not-defined': 'not defined here',
  'reason.set-at-run-time': 'set when the tool runs',
  'reason.computed-by-provider': 'computed by the provider',
  'reason.unsupported-function': 'a function that is not followed',
  'reason.unsupported-expression': 'an expression that is not followed',
  'reason.syntax-error': 'a syntax error',
  'reason.cycle': 'refers to itself',
  'reason.too-many-values': 'too many values',
  'reason.too-slow': 'the file took too long',
} as const;
