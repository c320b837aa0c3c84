import type { BeneficiaryRef } from '#claims';
import { checkCoverage, type CoverageCheck } from '#coverage';
import { plainReasonOf } from '#messaging';
import type { PersonFile } from '#registry';
import type { RuleBook } from '#rules';
import type { CoverageAnswer, MyCoverage, MyFamily, PlainReasonView } from './portal.ts';

/** Coverage as an insured person is told of it: today's answer by the rules that decide claims, and why. */
export function ownCoverage(file: PersonFile, day: string, rules: RuleBook): MyCoverage {
  const check = checkCoverage(file, { kind: 'insured' }, day, rules);
  const current = file.coverages.find(
    ({ scheme, from, to }) => scheme === check.scheme && from <= day && (to === undefined || day <= to),
  );
  const paidUntilMonth = file.contributions
    .filter(({ scheme, paid }) => paid && scheme === check.scheme)
    .map(({ month }) => month)
    .toSorted()
    .at(-1);
  return {
    day,
    ...answerOf(check),
    scheme: check.scheme,
    from: current?.from,
    to: current?.to,
    paidUntilMonth,
    history: file.coverages
      .map(({ scheme, from, to }) => ({ scheme, from, to }))
      .toSorted((one, other) => other.from.localeCompare(one.from)),
  };
}

/** Members of the family, each with today's answer. */
export function ownFamily(file: PersonFile, day: string, rules: RuleBook): MyFamily['members'] {
  return file.dependants.map(({ dependantId, link, name, birthDate, from, to }) => {
    const beneficiary: BeneficiaryRef = { kind: 'dependant', dependantId };
    return {
      dependantId,
      link,
      name,
      birthDate,
      from,
      to,
      ...answerOf(checkCoverage(file, beneficiary, day, rules)),
    };
  });
}

function answerOf({ against }: CoverageCheck): {
  readonly answer: CoverageAnswer;
  readonly because: PlainReasonView[];
} {
  const isCertain = against.some(({ kind }) => kind === 'rejection');
  return {
    answer: against.length === 0 ? 'covered' : isCertain ? 'not-covered' : 'to-be-checked',
    because: against.map(({ code, details }) => ({
      code,
      plain: plainReasonOf(code),
      ...(details === undefined ? {} : { details: { ...details } }),
    })),
  };
}
