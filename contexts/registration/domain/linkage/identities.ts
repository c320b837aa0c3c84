/**
 * How the names of people are folded who are kept for later lists. Those of earlier foldings have no number (see
 * `earlier-folding.ts`).
 */
export const FOLDING = 2;

/** Between the words that one name may be kept under, which have Latin letters and blanks only. */
export const BETWEEN_SPELLINGS = '|';

/**
 * The people that a closed list registered, from `verified(line, keys)` and `outcomes(line, code, registration_number)`: a
 * dependant comes with the number of the person who covers them.
 */
export const IDENTITIES_OF_LIST = `
  SELECT o.line, o.registration_number, v.keys
  FROM outcomes o JOIN verified v ON v.line = o.line
  WHERE o.code IN ('REGISTERED', 'DEPENDANT_REGISTERED')
    AND o.registration_number IS NOT NULL AND v.keys.family IS NOT NULL`;
