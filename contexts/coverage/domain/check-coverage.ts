import type { BeneficiaryRef } from '#claims';
import type { Coverage, PersonFile } from '#registry';
import { rowsOn, type RuleBook } from '#rules';
import { addMonths, type Scheme } from '#shared';
import { checkContributions } from './contributions.ts';
import { checkDependant } from './dependant-coverage.ts';
import { COVERED } from './verdict.ts';
import type { Verdict } from './verdict.ts';

export interface CoverageCheck {
  /** Scheme that covers the day of care; undefined where none does, or several do. */
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
  const continues =
    beneficiary.kind === 'dependant' &&
    rowsOn(rules.data.continuations, dateOfCare).some(
      ({ kind, months }) => kind === 'survivors' && dateOfCare <= addMonths(deceasedOn, months),
    );
  return { kind: continues ? 'doubt' : 'rejection', code: 'PERSON_DECEASED', details: { deceasedOn } };
}

/** Six months after the end of an employment: whether that is why the coverage ended is not in the registry. */
function mayContinue(coverages: readonly Coverage[], dateOfCare: string, rules: RuleBook): boolean {
  const months =
    rowsOn(rules.data.continuations, dateOfCare).find(({ kind }) => kind === 'employment-ended')?.months ?? 0;
  return coverages.some(
    ({ scheme, to }) =>
      scheme === 'AMO_SALARIE' && to !== undefined && to < dateOfCare && dateOfCare <= addMonths(to, months),
  );
}

function closedRights(coverages: readonly Coverage[], dateOfCare: string, rules: RuleBook): Verdict {
  const ended = coverages.flatMap(({ scheme, to }) =>
    to !== undefined && to < dateOfCare ? [{ scheme, to }] : [],
  );
  const lastEnd = ended
    .map(({ to }) => to)
    .toSorted()
    .at(-1);
  const details = lastEnd === undefined ? {} : { lastDay: lastEnd };
  const continues = mayContinue(coverages, dateOfCare, rules);
  return { kind: continues ? 'doubt' : 'rejection', code: 'RIGHTS_CLOSED_AT_CARE_DATE', details };
}

/** A new coverage that gives no right yet takes none away that an employment left: a person looks at both. */
function orContinued(
  verdict: Verdict,
  coverages: readonly Coverage[],
  dateOfCare: string,
  rules: RuleBook,
): Verdict {
  if (verdict.kind !== 'rejection' || !mayContinue(coverages, dateOfCare, rules)) return verdict;
  return { ...verdict, kind: 'doubt', details: { ...verdict.details, cause: 'EMPLOYMENT_ENDED' } };
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
  if (coverage === undefined) {
    verdicts.push(closedRights(file.coverages, dateOfCare, rules));
  } else if (others.length > 0) {
    verdicts.push({
      kind: 'doubt',
      code: 'SEVERAL_COVERAGES',
      details: { schemes: active.map(({ scheme }) => scheme).join(',') },
    });
  } else {
    const contributions = checkContributions(file.contributions, coverage, dateOfCare, rules);
    verdicts.push(orContinued(contributions.verdict, file.coverages, dateOfCare, rules));
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
    scheme: others.length === 0 ? coverage?.scheme : undefined,
    against: verdicts.filter((verdict) => verdict.kind !== 'covered'),
    ruleIds,
  };
}
