import type { Finding } from '#claims';
import type { CoverageCheck } from '#coverage';
import type { RuleBook } from '#rules';
import { normaliseKeyLetter } from '#shared';
import { priceLine } from './tariffs/price-line.ts';
import type { PricedLine } from './tariffs/price-line.ts';
import type { AdjudicationInput } from './adjudication-input.ts';
import type { AssessedAct, CertainFacts, LineFinding } from './assessed-line.ts';
import { sessionsOf } from './approved-sessions.ts';
import { settleFindings } from './attestations.ts';
import { blankOrUnread } from './blank-or-unread.ts';
import { type ActIdentity, checkDuplicate, identityOf, sheetOf } from './check-duplicate.ts';
import { checkActive } from './check-provider.ts';
import { coverageOf } from './coverage-of.ts';
import { keyedDisease } from './keyed-disease.ts';
import { namedTraceOf, tracesOf } from './person-traces.ts';
import type { ReadAct } from './read-act.ts';
import { stayOf } from './stay-days.ts';
import { termsFor } from './set-aside.ts';
import { actEntry, claimMark } from './taken-care.ts';
import { withStatedTerms } from './tariffs/stated-terms.ts';

function ofLine(
  findings: readonly LineFinding[],
  line: number,
  input: AdjudicationInput,
): readonly Finding[] {
  const ofThisLine = findings.map((finding) => ({ ...finding, line }));
  return settleFindings(blankOrUnread(ofThisLine, input.form), input);
}

function price(
  act: ReadAct,
  coverage: CoverageCheck,
  facts: CertainFacts,
  input: AdjudicationInput,
): PricedLine | undefined {
  const { dateOfCare, keyLetter, billedCentimes, coefficientHundredths, quantity } = act.sure;
  const { person, beneficiary } = facts;
  const { provider } = act.provider;
  if (coverage.scheme === undefined || person === undefined || beneficiary === undefined) return undefined;
  if (provider === undefined || !act.isCoefficientSure) return undefined;
  if (dateOfCare === undefined || keyLetter === undefined || billedCentimes === undefined) return undefined;
  const { scheme } = coverage;
  const { priorApprovals } = person;
  const priced = priceLine(
    {
      keyLetter,
      coefficientHundredths,
      quantity,
      billedCentimes,
      diseaseCode: keyedDisease(input.form.acts[act.line]),
      dateOfCare,
      scheme,
      provider,
      filedByInpe: input.filedBy?.inpe,
      beneficiary,
      priorApprovals,
    },
    input.rules,
  );
  return withStatedTerms(priced, billedCentimes, termsFor(PRICE_CODES, act.line, input.overrides));
}

/** What speaks against a price of the rules. */
const PRICE_CODES = ['ACT_UNKNOWN', 'TARIFF_UNKNOWN', 'TARIFF_NOT_CERTAIN', 'RATE_UNKNOWN'] as const;

/** Whether a rule lets two key letters be paid together that one provider bills for one day (ISO). */
export function mayStandTogether(one: string, other: string, day: string, rules: RuleBook): boolean {
  return rules
    .actsTogetherOn(normaliseKeyLetter(one), normaliseKeyLetter(other), day)
    .some((row) => row.startUncertain !== true && rules.isAccepted(row, day));
}

/**
 * Two acts of one provider and day are paid together only where a rule says that they may be: a second consultation, or one beside
 * a visit, is asked about. Twice the very same act is a question of its own.
 */
function checkTogether(
  { sure, provider: { provider } }: ReadAct,
  fingerprint: string | undefined,
  earlier: readonly AssessedAct[],
  { rules }: AdjudicationInput,
): LineFinding | undefined {
  const { dateOfCare, keyLetter } = sure;
  if (dateOfCare === undefined || keyLetter === undefined || provider === undefined) return undefined;
  const other = earlier.find(({ act, fingerprint: itsOwn }) => {
    if (act.sure.dateOfCare !== dateOfCare || act.sure.keyLetter === undefined) return false;
    if (act.provider.provider?.inpe !== provider.inpe) return false;
    if (fingerprint !== undefined && itsOwn === fingerprint) return false;
    return !mayStandTogether(keyLetter, act.sure.keyLetter, dateOfCare, rules);
  });
  if (other === undefined) return undefined;
  return {
    kind: 'doubt',
    code: 'ACTS_NOT_TOGETHER',
    field: 'keyLetter',
    details: { withLine: other.act.line },
  };
}

/** Sessions of an approval; a line that was paid before took its own then. */
function takenSessions(
  { line }: ReadAct,
  priced: PricedLine | undefined,
  { person, linesPaidBefore }: CertainFacts,
  earlier: readonly AssessedAct[],
  input: AdjudicationInput,
): ReturnType<typeof sessionsOf> | undefined {
  if (priced?.sessions === undefined || person === undefined || linesPaidBefore?.has(line) === true)
    return undefined;
  return sessionsOf(priced.sessions, person.person.registrationNumber, earlier, input);
}

/** What the act leaves in its family's group: itself, and the form that it stood on where that tells it from equal ones. */
function inFamily(identity: ActIdentity, input: AdjudicationInput): AssessedAct['traces'] {
  const { group, taken } = identity;
  if (group === undefined || taken === undefined) return [];
  const sheet = sheetOf(identity, input);
  return [
    { group, fingerprint: actEntry(taken, claimMark(input.claim.claimId)) },
    ...(sheet === undefined ? [] : [{ group, fingerprint: sheet }]),
  ];
}

/** What it leaves of who was cared for, whoever declared them. */
function ofPerson({ ofPerson: care }: ActIdentity, { claim }: AdjudicationInput): AssessedAct['traces'] {
  return care === undefined
    ? []
    : [...tracesOf(care, claim.claimId), ...namedTraceOf(care, claimMark(claim.claimId))];
}

/** Whether a supervisor found the act to be another one than the equal one that was paid, which keeps its place. */
const isFoundOther = (findings: readonly Finding[]): boolean =>
  findings.some(
    ({ kind, code, details }) => kind === 'signal' && code === 'DUPLICATE' && details?.['claimId'],
  );

/**
 * Assesses one act on what is certain: coverage on its day, its provider, duplicates, price. What is not certain was doubted
 * before, and is not judged again.
 * @param earlier the acts of the same form that come before it
 */
export function assessAct(
  act: ReadAct,
  facts: CertainFacts,
  earlier: readonly AssessedAct[],
  input: AdjudicationInput,
): AssessedAct {
  const findings: LineFinding[] = [];
  const { dateOfCare } = act.sure;
  const { person, beneficiary } = facts;
  const sameDay = earlier.find((other) => other.act.sure.dateOfCare === dateOfCare)?.coverage;
  const coverage =
    dateOfCare === undefined || person === undefined || beneficiary === undefined
      ? undefined
      : coverageOf({ person, beneficiary, day: dateOfCare, line: act.line, sameDay }, input);
  findings.push(...(coverage?.against ?? []));
  const inactive = dateOfCare === undefined ? undefined : checkActive(act.provider, dateOfCare, 'inpe');
  if (inactive !== undefined) findings.push(inactive);
  const identity = identityOf(act, facts, input);
  const duplicate = checkDuplicate(identity, earlier, facts, input);
  if (duplicate !== undefined) findings.push(duplicate);
  const apart = checkTogether(act, identity.fingerprint, earlier, input);
  if (apart !== undefined) findings.push(apart);
  const beforePrice = ofLine(findings, act.line, input);
  const isRejected = facts.isClaimRejected || beforePrice.some(({ kind }) => kind === 'rejection');
  const priced = coverage === undefined || isRejected ? undefined : price(act, coverage, facts, input);
  const stay = priced?.thirdParty && stayOf(act, priced.thirdParty, facts, earlier, input);
  const sessions = takenSessions(act, priced, facts, earlier, input);
  return {
    act,
    coverage,
    priced,
    fingerprint: identity.fingerprint,
    group: isFoundOther(beforePrice) ? undefined : identity.group,
    taken: identity.taken,
    traces: [
      ...ofPerson(identity, input),
      ...inFamily(identity, input),
      ...(stay?.traces ?? []),
      ...(sessions?.places ?? []),
    ],
    sessions: sessions?.places,
    findings: [
      ...beforePrice,
      ...ofLine(
        [...(priced?.findings ?? []), ...(stay?.findings ?? []), ...(sessions?.findings ?? [])],
        act.line,
        input,
      ),
    ],
  };
}
