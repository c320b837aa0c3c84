import type { BeneficiaryRef } from '#claims';
import { checkCoverage, type CoverageCheck } from '#coverage';
import type { PersonFile } from '#registry';
import type { AdjudicationInput } from './adjudication-input.ts';
import { areTermsEnough, termsFor } from './set-aside.ts';

interface LineOf {
  readonly person: PersonFile;
  readonly beneficiary: BeneficiaryRef;
  /** ISO date. */
  readonly day: string;
  readonly line: number;
  /** Coverage of another line of that day, which is that of this one too. */
  readonly sameDay?: CoverageCheck | undefined;
}

/** The coverage of a line; of several, the one that a supervisor says pays it. */
export function coverageOf(
  { person, beneficiary, day, line, sameDay }: LineOf,
  { rules, overrides }: Pick<AdjudicationInput, 'rules' | 'overrides'>,
): CoverageCheck {
  const coverage = sameDay ?? checkCoverage(person, beneficiary, day, rules);
  const several = coverage.against.find(({ code }) => code === 'SEVERAL_COVERAGES');
  const terms = termsFor(['SEVERAL_COVERAGES'], line, overrides);
  if (several === undefined || !areTermsEnough(several, terms)) return coverage;
  const coverages = person.coverages.filter(({ scheme }) => scheme === terms.scheme);
  const chosen = checkCoverage({ ...person, coverages }, beneficiary, day, rules);
  return { ...chosen, against: [several, ...chosen.against] };
}
