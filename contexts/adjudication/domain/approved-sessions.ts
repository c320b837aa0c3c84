import type { Finding, FingerprintOfForm } from '#claims';
import type { CareForm } from '#reading';
import type { PersonFile } from '#registry';
import type { RuleBook } from '#rules';
import type { AdjudicationInput } from './adjudication-input.ts';
import { canonicalHash } from './canonical-hash.ts';
import { type BilledSessions, isOfSeries } from './tariffs/approvals.ts';

/**
 * Sessions that an approval is for, each of which one claim is paid for. They are numbered places: a claim takes as many free ones as
 * it bills, in the transaction that decides it, so that no two claims are paid for one, however they are decided beside each other.
 */

/** Sessions that one claim takes at most: more do not fit into one write, and a person looks at so long a bill. */
const MOST_SESSIONS = 60;

const approvalGroup = (registrationNumber: string, approvalId: string): string =>
  canonicalHash(['approval-group-1', registrationNumber, approvalId]);

/**
 * Places of an approval that says no number are others: once it says one, that is the number of what is left, whatever was paid
 * before.
 */
const plausiblePlace = (registrationNumber: string, approvalId: string, place: number): string =>
  canonicalHash(['plausible-session-1', registrationNumber, approvalId, place]);

const sessionPlace = (registrationNumber: string, approvalId: string, place: number): string =>
  canonicalHash(['approved-session-1', registrationNumber, approvalId, place]);

/** Groups in which sessions of this form may have been paid: what to look up before it is adjudicated. */
export function sessionGroupsOf(
  { acts }: CareForm,
  person: PersonFile | undefined,
  rules: RuleBook,
): readonly string[] {
  const counted = (person?.priorApprovals ?? []).filter(
    (approval) => approval.sessions !== undefined || isOfSeries(approval, rules),
  );
  if (person === undefined || counted.length === 0) return [];
  const days = acts.flatMap(({ dateOfCare }) => dateOfCare?.value ?? []);
  return counted
    .filter(({ from, to }) => days.some((day) => from <= day && day <= to))
    .map(({ approvalId }) => approvalGroup(person.person.registrationNumber, approvalId));
}

/** A line of the same form. */
export interface SessionsOfLine {
  readonly sessions?: readonly Place[] | undefined;
  readonly findings: readonly Pick<Finding, 'kind' | 'code'>[];
}

type Place = Omit<FingerprintOfForm, 'line'>;

interface TakenSessions {
  readonly findings: readonly Omit<Finding, 'line'>[];
  /** What is left behind where it is paid. */
  readonly places: readonly Place[];
}

/** A line that bills too many is not paid as it is, and leaves them to the others. */
const isExceeding = ({ findings }: SessionsOfLine): boolean =>
  findings.some(({ kind, code }) => kind === 'doubt' && code === 'SESSIONS_EXCEEDED');

/**
 * The sessions that a line is paid for under approvals that say how many there are, or are plausible for so many: those that no other
 * claim was paid for, nor this one while the line waited, nor an earlier line bills. Where it bills more than are left, a person
 * looks; whoever lets it be paid all the same uses up the rest.
 */
export function sessionsOf(
  { count, approvals, plausible }: BilledSessions,
  registrationNumber: string,
  earlier: readonly SessionsOfLine[],
  { knownFingerprints, ownFingerprints }: Pick<AdjudicationInput, 'knownFingerprints' | 'ownFingerprints'>,
): TakenSessions {
  const before = earlier.filter((one) => !isExceeding(one)).flatMap(({ sessions = [] }) => sessions);
  const used = new Set(before.map(({ fingerprint }) => fingerprint));
  const isFree = ({ fingerprint }: Place): boolean =>
    !knownFingerprints.has(fingerprint) &&
    ownFingerprints?.has(fingerprint) !== true &&
    !used.has(fingerprint);
  const free = approvals
    .flatMap(({ approvalId, sessions }) => {
      const group = approvalGroup(registrationNumber, approvalId);
      return Array.from({ length: sessions }, (_, place) => ({
        group,
        fingerprint: (plausible === undefined ? sessionPlace : plausiblePlace)(
          registrationNumber,
          approvalId,
          place,
        ),
      }));
    })
    .filter(isFree);
  const all = approvals.reduce((sum, { sessions }) => sum + sessions, 0);
  const left = Math.min(free.length, plausible?.leftInTime ?? free.length);
  const details =
    plausible === undefined
      ? { billedSessions: count, approvedSessions: all, sessionsLeft: left }
      : { billedSessions: count, plausibleSessions: all, sessionsLeft: left };
  const isTooMany = count > left || before.length + count > MOST_SESSIONS;
  return {
    places: free.slice(0, Math.max(0, Math.min(count, MOST_SESSIONS - before.length))),
    findings: isTooMany ? [{ kind: 'doubt', code: 'SESSIONS_EXCEEDED', details }] : [],
  };
}
