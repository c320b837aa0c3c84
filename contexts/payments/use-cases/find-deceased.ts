import type { Claim, ClaimPayment } from '#claims';
import { isHeirsAccountOn, type ReferenceReader, type RegistryReader } from '#registry';

export interface DeathsDependencies {
  readonly registry: Pick<RegistryReader, 'findPeople' | 'findPersonFile'>;
  /** Deaths that civil status tells of, which the registry may not have yet. */
  readonly references: ReferenceReader;
}

/** A payment that is about to leave, and its claim. */
export interface LeavingPayment {
  readonly claim: Claim;
  readonly payment: ClaimPayment;
}

/**
 * Payments to insured people who have died by a day, as registry or civil status know it, in two look-ups for all. Not among them is
 * what goes to an establishment, to an account on file of a survivor or heir, or where two people agreed on after the death.
 * @param day ISO date
 * @returns ids of their claims
 */
export async function findDeceased(
  leaving: readonly LeavingPayment[],
  day: string,
  { registry, references }: DeathsDependencies,
): Promise<ReadonlySet<string>> {
  const toInsured = leaving.flatMap(({ claim: { claimId, registrationNumber }, payment }) => {
    const { rib, payeeInpe, agreedRib } = payment;
    const isAgreed = agreedRib !== undefined && agreedRib === rib;
    return registrationNumber === undefined || payeeInpe !== undefined || isAgreed
      ? []
      : [{ claimId, registrationNumber, rib }];
  });
  if (toInsured.length === 0) return new Set();
  const people = await registry.findPeople(toInsured.map(({ registrationNumber }) => registrationNumber));
  const cins = [...people.values()].flatMap(({ cin }) => cin ?? []);
  const known = cins.length === 0 ? undefined : await references.findReferences(cins);
  const hasDied = (registrationNumber: string): boolean => {
    const person = people.get(registrationNumber);
    const days = [person?.deceasedOn, known?.get(person?.cin ?? '')?.deceasedOn];
    return days.some((deceasedOn) => deceasedOn !== undefined && deceasedOn <= day);
  };
  const held = new Set<string>();
  for (const { claimId, registrationNumber, rib } of toInsured) {
    if (!hasDied(registrationNumber)) continue;
    const file = await registry.findPersonFile(registrationNumber);
    const isOfHeirs = rib !== undefined && file !== undefined && isHeirsAccountOn(file, rib, day);
    if (!isOfHeirs) held.add(claimId);
  }
  return held;
}
