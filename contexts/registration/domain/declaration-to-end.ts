import { addDays } from '#shared';
import type { IdentityFacts } from './identity-facts.ts';
import type { EndedDependant } from './registration.ts';

/**
 * Who is insured in their own right is nobody's dependant any more (CNSS: members of the family are covered "if they have no
 * cover of their own kind").
 * @param from first day of the own right from which the declaration ends
 */
export function declarationToEnd({ dependantOf }: IdentityFacts, from: string): EndedDependant | undefined {
  if (dependantOf === undefined) return undefined;
  const { registrationNumber, dependantId, from: declaredFrom, to } = dependantOf.dependant;
  const dayBefore = addDays(from, -1);
  const lastDay = dayBefore > declaredFrom ? dayBefore : declaredFrom;
  if (to !== undefined && to <= lastDay) return undefined;
  return { registrationNumber, dependantId, to: lastDay };
}
