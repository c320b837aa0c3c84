import type { BeneficiaryRef } from '#claims';
import type { Coverage, PersonFile } from '#registry';
import { rowsOn, type RuleBook } from '#rules';
import { addMonths, type Scheme } from '#shared';
import { checkContributions } from './contributions.ts';
import { checkDependant } from './dependant-coverage.ts';
import { type ContributionsAsOf, contributionsAsOf } from './settled-later.ts';
import { COVERED } from './verdict.ts';
import type { Verdict } from './verdict.ts';

export interface CoverageCheck {
  /** Scheme that covers the day of care, or whose rights may go on until then; undefined where none does, or several do. */
  readonly scheme: Scheme | undefined;
  /** What speaks against coverage; covered for certain where it is empty. */
  readonly against: readonly Exclude<Verdict, { kind: 'covered' }>[];
  /** Ids of the dated rules that were asked. */
  readonly ruleIds: readonly string[];
}

/** The insured's death ends his own right; his family keeps theirs for some months, which a person looks at. */
function checkInsuredAlive(
  file: PersonFile,
  beneficiary: BeneficiaryRef,
  dateOfCare: string,
  rules: RuleBook,
): Verdict {
  const { deceasedOn } = file.person;
  if (deceasedOn === undefined || dateOfCare <= deceasedOn) return COVERED;
  const isSurvivor = survivedDeath(file, beneficiary, dateOfCare, rules) !== undefined;
  return { kind: isSurvivor ? 'doubt' : 'rejection', code: 'PERSON_DECEASED', details: { deceasedOn } };
}

/** The insured person's death, where his family may still have the rights that he left. */
function survivedDeath(
  { person: { deceasedOn } }: PersonFile,
  beneficiary: BeneficiaryRef,
  dateOfCare: string,
  rules: RuleBook,
): string | undefined {
  if (beneficiary.kind === 'insured' || deceasedOn === undefined || dateOfCare <= deceasedOn)
    return undefined;
  return dateOfCare <= addMonths(deceasedOn, monthsOf('survivors', dateOfCare, rules))
    ? deceasedOn
    : undefined;
}

function monthsOf(kind: 'employment-ended' | 'survivors', dateOfCare: string, rules: RuleBook): number {
  return rowsOn(rules.data.continuations, dateOfCare).find((row) => row.kind === kind)?.months ?? 0;
}

/**
 * The coverage whose rights may go on although it ended, or nobody pays for it any more: that of an employment for six months, for
 * the family that of a deceased person. Why a coverage ended is not in the registry, so people look.
 */
function continued(
  file: PersonFile,
  beneficiary: BeneficiaryRef,
  dateOfCare: string,
  rules: RuleBook,
): Coverage | undefined {
  const deceasedOn = survivedDeath(file, beneficiary, dateOfCare, rules);
  const months = monthsOf('employment-ended', dateOfCare, rules);
  return file.coverages.find(({ scheme, from, to }) => {
    const isLeft = deceasedOn !== undefined && from <= deceasedOn && (to === undefined || deceasedOn <= to);
    const isOfEmployment =
      scheme === 'AMO_SALARIE' && to !== undefined && to < dateOfCare && dateOfCare <= addMonths(to, months);
    return isLeft || isOfEmployment;
  });
}

function closedRights(coverages: readonly Coverage[], dateOfCare: string, isContinued: boolean): Verdict {
  const lastEnd = coverages
    .flatMap(({ to }) => (to !== undefined && to < dateOfCare ? [to] : []))
    .toSorted()
    .at(-1);
  const details = lastEnd === undefined ? {} : { lastDay: lastEnd };
  return { kind: isContinued ? 'doubt' : 'rejection', code: 'RIGHTS_CLOSED_AT_CARE_DATE', details };
}

/** Says to people that arrears were settled after the care, where that is why the contributions do not suffice. */
function saidToBeSettled(verdict: Verdict, { settledLater }: ContributionsAsOf): Verdict {
  const isAbout = verdict.kind !== 'covered' && settledLater.length > 0;
  if (!isAbout) return verdict;
  return { ...verdict, details: { ...verdict.details, monthsSettledLater: settledLater.length } };
}

/**
 * Decides whether a person is covered on the day of care (ISO date): the insured's scheme, waiting period and contributions,
 * and for a member of the family the declaration, the link and the age. Rejects on what the registry says for certain;
 * doubts what it does not say, and what two rules of uncertain start disagree on.
 */
export function checkCoverage(
  file: PersonFile,
  beneficiary: BeneficiaryRef,
  dateOfCare: string,
  rules: RuleBook,
): CoverageCheck {
  const verdicts: Verdict[] = [checkInsuredAlive(file, beneficiary, dateOfCare, rules)];
  const ruleIds: string[] = [];
  const active = file.coverages.filter(
    ({ from, to }) => from <= dateOfCare && (to === undefined || dateOfCare <= to),
  );
  const [coverage, ...others] = active;
  const continuing = continued(file, beneficiary, dateOfCare, rules);
  let scheme = coverage?.scheme;
  if (coverage === undefined) {
    verdicts.push(closedRights(file.coverages, dateOfCare, continuing !== undefined));
    scheme = continuing?.scheme;
  } else if (others.length > 0) {
    verdicts.push({
      kind: 'doubt',
      code: 'SEVERAL_COVERAGES',
      details: { schemes: active.map(({ scheme }) => scheme).join(',') },
    });
  } else {
    const asOf = contributionsAsOf(file.contributions, dateOfCare, rules);
    const contributions = checkContributions(asOf.contributions, coverage, dateOfCare, rules);
    const verdict = saidToBeSettled(contributions.verdict, asOf);
    if (verdict.kind === 'rejection' && continuing !== undefined) {
      // A coverage that gives no right yet, or none any more, takes none away that was left: a person looks at both.
      const cause = continuing.to === undefined ? 'DECEASED' : 'EMPLOYMENT_ENDED';
      verdicts.push({ ...verdict, kind: 'doubt', details: { ...verdict.details, cause } });
      scheme = continuing.scheme;
    } else verdicts.push(verdict);
    ruleIds.push(...contributions.ruleIds);
  }
  if (beneficiary.kind === 'dependant') {
    const dependant = file.dependants.find(({ dependantId }) => dependantId === beneficiary.dependantId);
    if (dependant === undefined) {
      verdicts.push({ kind: 'rejection', code: 'BENEFICIARY_NOT_DECLARED' });
    } else {
      const family = checkDependant(dependant, dateOfCare, rules);
      verdicts.push(...family.verdicts);
      ruleIds.push(...family.ruleIds);
    }
  }
  return {
    scheme: others.length === 0 ? scheme : undefined,
    against: verdicts.filter((verdict) => verdict.kind !== 'covered'),
    ruleIds,
  };
}
