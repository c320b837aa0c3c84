import type { AdjudicationInput } from '../../../contexts/adjudication/domain/adjudication-input.ts';
import type { Decision } from '../../../contexts/claims/domain/decision.ts';

/** What the claims of a run were paid for, in the order in which they came: the same care comes again now and then. */
export class PaidCare {
  readonly #fingerprints = new Map<string, string>();
  readonly #groups = new Map<string, string>();

  get known(): Pick<AdjudicationInput, 'knownFingerprints' | 'knownGroups'> {
    return { knownFingerprints: this.#fingerprints, knownGroups: this.#groups };
  }

  take(
    claimId: string,
    { lines, fingerprints, fingerprintGroups, fingerprintsOfPerson = [] }: Decision,
  ): void {
    const ofLines = fingerprints.flatMap((fingerprint, line) => {
      const group = fingerprintGroups[line];
      return fingerprint === undefined || group === undefined ? [] : [{ line, group, fingerprint }];
    });
    for (const { line, group, fingerprint } of [...ofLines, ...fingerprintsOfPerson]) {
      if (lines[line]?.outcome !== 'paid') continue;
      this.#fingerprints.set(fingerprint, claimId);
      this.#groups.set(group, claimId);
    }
  }
}
