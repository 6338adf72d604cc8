/** What a first ruleset is made from. */
export interface InitialChoices {
  /** A bundled ruleset, without `vendor-diligence:`. */
  readonly base: string;
  /** Ids of approved vendors, best first. */
  readonly vendors: readonly string[];
  readonly suppressions: string;
}

/** The text of a first ruleset, with comments that say what can be added. */
export function initialRuleset({ base, vendors, suppressions }: InitialChoices): string {
  const list = vendors.map(id => JSON.stringify(id)).join(', ');
  return `// What this organisation flags, and what it uses instead. Comments are allowed.
{
  // The rules that come with the product; "vendor-diligence ruleset show" lists them.
  "extends": [${JSON.stringify(`vendor-diligence:${base}`)}],

  // Used instead of what is flagged, besides what the rulesets above approve; "prefer" says what is best, in this order.
  "approved": {
    "vendors": [${list}],
    "prefer": [${list}]
  },

  // "allow", "require-reason" or "forbid" comments that silence a finding.
  "suppressions": ${JSON.stringify(suppressions)},

  // Rules of your own: the first that holds decides. "locked": true keeps repositories from changing one.
  "rules": [],

  // Each with an end: { "match": "flagged-vendor", "paths": ["legacy/**"], "reason": "…", "approvedBy": "…", "expires": "YYYY-MM-DD" }
  "exceptions": []
}
`;
}
