import type { PlannedFix } from '../../engine/index.ts';
import type { Fix } from '../../model/fix.ts';
import type { Checked } from '../documents/marks.ts';

/** Tries a fix; see `Workspace.prove`. */
type Prove = (planned: PlannedFix, checked: Checked) => Promise<Fix>;

/**
 * Proofs by the check that they belong to, each made once: a light bulb asks again at every move of the cursor. They
 * end with the check, which every change of a text or of the policy makes anew.
 */
export class Proofs {
  private readonly prove: Prove;
  private readonly known = new WeakMap<Checked, Map<string, Promise<Fix>>>();

  constructor(prove: Prove) {
    this.prove = prove;
  }

  of(planned: PlannedFix, checked: Checked): Promise<Fix> {
    const own = this.known.get(checked) ?? new Map<string, Promise<Fix>>();
    this.known.set(checked, own);
    const key = `${planned.finding.fingerprint}\n${planned.finding.span.start}\n${JSON.stringify(planned.fix.title)}`;
    const proof = own.get(key) ?? this.prove(planned, checked);
    own.set(key, proof);
    return proof;
  }
}
