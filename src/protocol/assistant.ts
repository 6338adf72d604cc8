import { requestName } from './request-name.ts';

/**
 * Request to the server from a language model's tool: scan the workspace and tell what a file, a folder or all of it
 * holds. Answers compact JSON as text.
 */
export const ASSISTANT_SCAN = requestName<AssistantScanParams, string>('vendorDiligence/assistantScan');

export interface AssistantScanParams {
  /** A token for `$/progress` of the `WorkDoneProgress` kinds. */
  readonly workDoneToken: string;
  /** A path in the workspace, with `/`; empty for all of it. */
  readonly path: string;
}

/**
 * Request to the server from a language model's tool: explain a vendor, a rule or a line (`infra/main.tf:12`). Answers
 * Markdown; it says so when there is no such thing.
 */
export const ASSISTANT_EXPLAIN = requestName<AssistantExplainParams, string>(
  'vendorDiligence/assistantExplain',
);

export interface AssistantExplainParams {
  readonly subject: string;
}

/** The tools as the manifest has them: `title` is for people, `description` for the model that chooses among tools. */
export const ASSISTANT_TOOLS = {
  scan: {
    name: 'vendorDiligence_scan',
    reference: 'vendorScan',
    title: 'Scan for Flagged Vendors',
    description:
      'Scans the infrastructure code and package manifests of the workspace and lists references to flagged cloud vendors and regions as JSON: severity, vendor id, rule, kind, value, place (path:line) and a message that names the act. Use it before stating which vendors a project uses.',
    input: 'path',
    inputDescription: 'A file or folder of the workspace, with /. All of the workspace when it is left out.',
  },
  explain: {
    name: 'vendorDiligence_explain',
    reference: 'vendorExplain',
    title: 'Explain a Vendor, Rule or Line',
    description:
      'Explains in Markdown why a vendor, a rule or a line of a file is flagged: jurisdiction, operator, dated acts with whom they bind and citations, the vendor’s answer, and what is approved instead. Use it instead of general knowledge about laws and listings.',
    input: 'subject',
    inputDescription: 'A vendor’s id or name, a rule’s id, or a place such as infra/main.tf:12.',
  },
} as const;
