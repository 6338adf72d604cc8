import * as v from 'valibot';

/**
 * What GitLab wants of the two reports that it reads, in our own words: the constraints of its schemas, narrowed to what
 * its pages say and to the fields that we write, so that a field that GitLab would pass over is an error here.
 */

/** https://docs.gitlab.com/ci/testing/code_quality/#code-quality-report-format; GitLab stops reading at the first entry that is wrong. */
export const CodeQualityReportSchema = v.pipe(
  v.array(
    v.strictObject({
      description: v.pipe(v.string(), v.nonEmpty()),
      check_name: v.pipe(v.string(), v.nonEmpty()),
      fingerprint: v.pipe(v.string(), v.nonEmpty()),
      severity: v.picklist(['info', 'minor', 'major', 'critical', 'blocker']),
      location: v.strictObject({
        path: relativePath(),
        lines: v.strictObject({ begin: line() }),
      }),
    }),
  ),
  v.check(
    entries => new Set(entries.map(({ fingerprint }) => fingerprint)).size === entries.length,
    'of two entries with one fingerprint GitLab keeps one',
  ),
);

/** The schema for SAST, version 15.2.1: https://gitlab.com/gitlab-org/security-products/security-report-schemas/-/blob/v15.2.1/dist/sast-report-format.json */
export const SastReportSchema = v.strictObject({
  version: v.literal('15.2.1'),
  scan: v.strictObject({
    analyzer: program(),
    scanner: program(),
    type: v.literal('sast'),
    status: v.picklist(['success', 'failure']),
    start_time: time(),
    end_time: time(),
    messages: v.optional(
      v.array(
        v.strictObject({
          level: v.picklist(['info', 'warn', 'fatal']),
          value: v.pipe(v.string(), v.nonEmpty()),
        }),
      ),
    ),
  }),
  vulnerabilities: v.pipe(
    v.array(
      v.strictObject({
        id: v.pipe(v.string(), v.nonEmpty()),
        name: v.pipe(v.string(), v.nonEmpty(), v.maxLength(255)),
        description: v.pipe(v.string(), v.nonEmpty(), v.maxLength(1_048_576)),
        severity: v.picklist(['Info', 'Unknown', 'Low', 'Medium', 'High', 'Critical']),
        solution: v.optional(v.pipe(v.string(), v.maxLength(7000))),
        location: v.strictObject({ file: relativePath(), start_line: line(), end_line: line() }),
        identifiers: v.pipe(
          v.array(
            v.strictObject({
              type: v.pipe(v.string(), v.nonEmpty()),
              name: v.pipe(v.string(), v.nonEmpty()),
              value: v.pipe(v.string(), v.nonEmpty()),
            }),
          ),
          v.minLength(1),
        ),
        links: v.optional(
          v.array(
            v.strictObject({ name: v.string(), url: v.pipe(v.string(), v.regex(/^(https?|ftp):\/\/.+/)) }),
          ),
        ),
      }),
    ),
    v.check(found => new Set(found.map(({ id }) => id)).size === found.length, 'ids are unique'),
  ),
});

function program() {
  const text = v.pipe(v.string(), v.nonEmpty());
  return v.strictObject({ id: text, name: text, version: text, vendor: v.strictObject({ name: text }) });
}

function time() {
  return v.pipe(v.string(), v.regex(/^\d{4}-\d{2}-\d{2}T\d{2}:\d{2}:\d{2}$/));
}

function line() {
  return v.pipe(v.number(), v.integer(), v.minValue(1));
}

/** Relative to the repository, without `./` before it. */
function relativePath() {
  return v.pipe(v.string(), v.nonEmpty(), v.regex(/^(?!\.?\.?\/)/));
}
