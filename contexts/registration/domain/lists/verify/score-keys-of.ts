import { createHash } from 'node:crypto';
import type { LinkageKeys, ListedScore } from '../../../records/list-lines.ts';

/**
 * What is compared of two score changes of one person in one list: what they say stands where names stand, as a digest, which is
 * the same or wholly other. So the same change again is a repetition, and another one contradicts it: which of the two holds is
 * for a person to decide, not for the order in which the lines are processed.
 */
export function scoreKeysOf({
  cin,
  registrationNumber,
  score,
  from,
  wantsAchamil,
  name,
  birthDate,
}: ListedScore): LinkageKeys {
  // Whoever is registered by it must not depend on which of two lines comes first.
  const who = name === undefined && birthDate === undefined ? [] : [name, birthDate];
  const said = createHash('sha256')
    .update(JSON.stringify([score, from, wantsAchamil, ...who]))
    .digest('hex');
  return {
    cin: cin ?? registrationNumber ?? null,
    household: null,
    role: null,
    family: said,
    given: said,
    familySkeleton: said,
    givenSkeleton: said,
    birthDate: from,
    birthDateSwapped: from,
    sex: null,
    phone: null,
    commune: null,
  };
}
