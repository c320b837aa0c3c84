import type { Coverage, KnownPerson } from '#registry';
import { rowsOn } from '#rules';
import { addDays, type Scheme } from '#shared';
import type { ListedMember, ListedScore } from '../records/list-lines.ts';
import { coverAsDependant, coversOf, isOn, isNotOverOn } from './covers.ts';
import { decideInFamily } from './decide-head.ts';
import { declarationToEnd } from './declaration-to-end.ts';
import { compareDecimals } from './decimal.ts';
import { factsBeforeList } from './facts-before-list.ts';
import type { IdentityFacts } from './identity-facts.ts';
import type { LineDecision, ListContext } from './line-decision.ts';
import { decideByLine, decision, tellOfChange, type LineToDecide } from './line-outcome.ts';
import { newPerson } from './new-person.ts';
import { isAgePlausible } from './plausible-age.ts';
import { rightFrom } from './right-from.ts';
import { type Identity, isSameIdentity } from './same-identity.ts';

/** Schemes that the score in the social register decides on. */
const isByScore = ({ scheme }: { readonly scheme: string }): boolean =>
  scheme === 'AMO_TADAMON' || scheme === 'AMO_ACHAMIL';

interface ScoreCase {
  readonly linked: LineToDecide;
  readonly score: ListedScore;
  readonly known: KnownPerson;
  readonly context: ListContext;
}

/**
 * Decides what a change of someone's score in the social register (RSU) does: at or below the threshold Tadamon, above it
 * Achamil for those who asked for it, else the right ends. Decrees 2-22-797 and 2-23-690.
 */
export function decideScore(
  linked: LineToDecide,
  score: ListedScore,
  known: IdentityFacts,
  context: ListContext,
): LineDecision {
  const byLine = decideByLine(linked);
  if (byLine !== undefined) return byLine;
  const { facts, otherLine } = factsBeforeList(known, {
    listId: context.listId,
    line: linked.verified.line,
  });
  if (otherLine !== undefined) return decision(linked, 'DUPLICATE', { duplicateOfLine: otherLine });
  if (facts.person === undefined) return decideApplicant({ linked, score, facts, context });
  const { cin, deceasedOn, registrationNumber } = facts.person.person;
  // Two numbers that are not of one person: which of them is meant, a person finds out.
  if (score.cin !== undefined && cin !== undefined && score.cin !== cin)
    return decision(linked, 'IDENTITY_MISMATCH');
  if (!isOfIdentity(score, facts.person.person)) return decision(linked, 'IDENTITY_MISMATCH');
  if (deceasedOn !== undefined || facts.reference?.deceasedOn !== undefined)
    return decision(linked, 'DECEASED', { registrationNumber });
  const hadScore = facts.person.coverages.some(isByScore);
  // A first right by the score is not opened into one that another scheme is about to give.
  const isInTheWay = hadScore ? isOn : isNotOverOn;
  const other = coversOf(facts).find((cover) => !isByScore(cover) && isInTheWay(cover, score.from));
  if (other !== undefined)
    return decision(linked, 'NOT_SUBJECT_OTHER_AMO', { registrationNumber, otherCover: other.scheme });
  const inFamily = coverAsDependant(facts, score.from);
  const isCovered = facts.person.coverages.some((one) => isByScore(one) && isOn(one, score.from));
  // Who is covered in a family needs no right of their own, and nobody has two.
  if (inFamily !== undefined && !isCovered) return decideInFamily(linked, inFamily);
  return decideByThreshold({ linked, score, known: facts.person, context });
}

/** Whether somebody may be who a score line names; a line that does not say who it is names nobody else. */
function isOfIdentity({ name, birthDate }: ListedScore, person: Identity): boolean {
  return name === undefined || birthDate === undefined || isSameIdentity({ name, birthDate }, person);
}

interface ApplicantCase extends Omit<ScoreCase, 'known'> {
  readonly facts: IdentityFacts;
}

/**
 * Somebody whom nobody has registered yet: insured by the scheme that the score gives, where the line says who it is. Each line is
 * about one person; the family is declared by the insured.
 */
function decideApplicant(applicant: ApplicantCase): LineDecision {
  const { linked, score, facts, context } = applicant;
  const { cin, name, birthDate, registrationNumber } = score;
  // A number that nobody has is a slip: whose it should be, nobody knows.
  if (registrationNumber !== undefined) return decision(linked, 'PERSON_UNKNOWN');
  if (cin === undefined || name === undefined || birthDate === undefined) {
    const reasons = [
      ...(cin === undefined ? (['CIN_MISSING'] as const) : []),
      ...(name === undefined ? (['NAME_MISSING'] as const) : []),
      ...(birthDate === undefined ? (['BIRTH_DATE_MISSING'] as const) : []),
    ];
    return decision(linked, 'PERSON_UNKNOWN', { reasons });
  }
  const declared = facts.dependantOf?.dependant;
  if (declared !== undefined && !isOfIdentity(score, declared)) return decision(linked, 'IDENTITY_MISMATCH');
  if (facts.reference?.deceasedOn !== undefined || declared?.deceasedOn !== undefined)
    return decision(linked, 'DECEASED');
  if (!isAgePlausible(birthDate, 'head', context.asOf, context.rules))
    return decision(linked, 'AGE_NOT_PLAUSIBLE');
  const other = coversOf(facts).find((cover) => isNotOverOn(cover, score.from));
  if (other !== undefined) return decision(linked, 'NOT_SUBJECT_OTHER_AMO', { otherCover: other.scheme });
  const day = score.from > context.asOf ? score.from : context.asOf;
  const inFamily = coverAsDependant(facts, score.from) ?? coverAsDependant(facts, day);
  if (inFamily !== undefined) return decideInFamily(linked, inFamily);
  return registerApplicant(applicant, { cin, name, birthDate });
}

function registerApplicant(
  { linked, score, facts, context }: ApplicantCase,
  who: Pick<ListedMember, 'cin' | 'name' | 'birthDate'>,
): LineDecision {
  const { rules, listId, source } = context;
  const { line, reference } = linked.verified;
  const threshold = rowsOn(rules.data.tadamonThresholds, score.from)[0];
  if (threshold === undefined) return decision(linked, 'INVALID', { reasons: ['SCORE_DATE_INVALID'] });
  const isAbove = compareDecimals(score.score, threshold.scoreAtMost) > 0;
  const scheme = isAbove ? joined(score) : 'AMO_TADAMON';
  if (scheme === undefined) return decision(linked, 'COVERAGE_CLOSED');
  const { sex, phone, address, household } = score;
  const coverage = {
    type: 'coverage',
    scheme,
    from: score.from,
    reportedBy: { source, reference },
    openedBecause: becauseOf(undefined, scheme, isAbove),
  } as const;
  const registration = {
    person: newPerson({ ...who, sex, phone, address }, { listId, line }, { rsuHousehold: household }),
    coverage,
    dependants: [],
    endedDependant: declarationToEnd(facts, score.from),
  };
  const tell = { kind: 'registered', phone: phone ?? null, language: 'ar' } as const;
  return decision(linked, 'REGISTERED', { scheme, rightFrom: rightFrom(coverage, rules), tell }, [
    { kind: 'register', registration },
  ]);
}

function decideByThreshold(scored: ScoreCase): LineDecision {
  const { linked, score, known, context } = scored;
  const { rules } = context;
  const threshold = rowsOn(rules.data.tadamonThresholds, score.from)[0];
  if (threshold === undefined) return decision(linked, 'INVALID', { reasons: ['SCORE_DATE_INVALID'] });
  const isAbove = compareDecimals(score.score, threshold.scoreAtMost) > 0;
  const byScore = known.coverages.filter(isByScore).toSorted((a, b) => (a.from < b.from ? -1 : 1));
  const last = byScore.at(-1);
  if (last !== undefined && score.from <= lastChange(last)) return unchanged(scored, last);
  const present = last !== undefined && isNotOverOn(last, score.from) ? last : undefined;
  const wanted = wantedScheme(scored, last, isAbove);
  if (wanted === present?.scheme) return unchanged(scored, last);
  return changed(scored, present, wanted, becauseOf(present, wanted, isAbove));
}

function becauseOf(present: Coverage | undefined, wanted: Scheme | undefined, isAbove: boolean): string {
  if (present === undefined && wanted === 'AMO_ACHAMIL') return 'JOINED_BY_CHOICE';
  return isAbove ? 'SCORE_ABOVE_THRESHOLD' : 'SCORE_BELOW_THRESHOLD';
}

/** The day since which a coverage is as it is: an older score does not know of it. */
function lastChange({ from, to, scoreFrom }: Coverage): string {
  const since = to === undefined ? from : addDays(to, 1);
  // A newer score that left everything as it was; the same day is that score again.
  return scoreFrom !== undefined && addDays(scoreFrom, -1) > since ? addDays(scoreFrom, -1) : since;
}

/** The scheme that the score gives, or none; a right that ended otherwise than by the score does not come back by it. */
function wantedScheme(
  { score }: ScoreCase,
  last: Coverage | undefined,
  isAbove: boolean,
): Scheme | undefined {
  if (isAbove) return last?.scheme === 'AMO_ACHAMIL' && last.to === undefined ? last.scheme : joined(score);
  const isEndedOtherwise = last?.to !== undefined && last.closedBecause !== 'SCORE_ABOVE_THRESHOLD';
  return isEndedOtherwise ? undefined : 'AMO_TADAMON';
}

const joined = ({ wantsAchamil }: ListedScore): Scheme | undefined =>
  wantsAchamil ? 'AMO_ACHAMIL' : undefined;

/** Nothing changes; where there is no right by the score, the answer says so. */
function unchanged({ linked, score, known, context }: ScoreCase, last: Coverage | undefined): LineDecision {
  const { registrationNumber } = known.person;
  if (last === undefined || !isNotOverOn(last, score.from))
    return decision(linked, 'COVERAGE_CLOSED', { registrationNumber });
  const isNewer = last.to === undefined && score.from > lastChange(last) && score.from !== last.scoreFrom;
  return decision(
    linked,
    'COVERAGE_UNCHANGED',
    { registrationNumber, scheme: last.scheme, rightFrom: rightFrom(last, context.rules) },
    isNewer ? [{ kind: 'confirm-score', confirmation: { coverage: last, scoreFrom: score.from } }] : [],
  );
}

function changed(
  { linked, score, known, context }: ScoreCase,
  present: Coverage | undefined,
  scheme: Scheme | undefined,
  because: string,
): LineDecision {
  const { registrationNumber } = known.person;
  const close =
    present === undefined ? {} : { close: { coverage: present, to: addDays(score.from, -1), because } };
  const by = { listId: context.listId, line: linked.verified.line };
  if (scheme === undefined) {
    const tell = tellOfChange('coverage-closed', known.person, because);
    return decision(
      linked,
      'COVERAGE_CLOSED',
      { registrationNumber, scheme: present?.scheme ?? null, tell },
      [{ kind: 'change-coverage', change: { registrationNumber, ...close, by } }],
    );
  }
  const coverage = { type: 'coverage', scheme, from: score.from } as const;
  return decision(
    linked,
    'COVERAGE_CHANGED',
    {
      registrationNumber,
      scheme,
      rightFrom: rightFrom(coverage, context.rules),
      tell: tellOfChange('coverage-changed', known.person, because),
    },
    [
      {
        kind: 'change-coverage',
        change: { registrationNumber, ...close, open: { coverage, because }, by },
      },
    ],
  );
}
