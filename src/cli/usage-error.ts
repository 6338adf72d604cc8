import type { Phrase } from '../words/phrase.ts';
import { inEnglish } from '../words/phrasing.ts';

/** A sentence of the program, or what is wrong at a place of a file. */
export type Complaint = Phrase | { readonly place: string; readonly message: Phrase };

/** Ends a command with lines on standard error: one sentence, or one line for each mistake. */
export class UsageError extends Error {
  override readonly name = 'UsageError';
  readonly complaints: readonly Complaint[];

  constructor(...complaints: readonly Complaint[]) {
    super(complaints.map(complaint => complaintLine(complaint, inEnglish)).join('\n'));
    this.complaints = complaints;
  }
}

/** By name, as for `AbortError`: a command that was loaded later may hold another copy of the class. */
export function isUsageError(error: unknown): error is UsageError {
  return error instanceof Error && error.name === 'UsageError' && 'complaints' in error;
}

/** The line of a complaint: who speaks, or where it is. */
export function complaintLine(complaint: Complaint, say: (phrase: Phrase) => string): string {
  return 'place' in complaint
    ? `${complaint.place} ${say(complaint.message)}`
    : `vendor-diligence: ${say(complaint)}`;
}
