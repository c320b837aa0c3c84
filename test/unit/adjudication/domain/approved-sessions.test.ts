import { describe, expect, it } from 'vitest';
import { adjudicate } from '../../../../contexts/adjudication/domain/adjudicate.ts';
import { sessionGroupsOf } from '../../../../contexts/adjudication/domain/approved-sessions.ts';
import type { AdjudicationInput } from '../../../../contexts/adjudication/domain/adjudication-input.ts';
import type { Decision } from '../../../../contexts/claims/domain/decision.ts';
import type { PriorApproval } from '../../../../contexts/registry/records/registry-records.ts';
import { readRuleBookData } from '../../../../contexts/rules/rule-book-data.ts';
import { createRuleBook, currentRuleBook } from '../../../../contexts/rules/rule-book.ts';
import { act, child, claimInput, field, form, personFile, provider } from './claim-builder.ts';

const approval = (changes: Partial<PriorApproval> = {}): PriorApproval => ({
  type: 'prior-approval',
  registrationNumber: '184203957',
  approvalId: 'AP-1',
  keyLetter: 'AMM',
  from: '2025-09-01',
  to: '2025-12-31',
  sessions: 10,
  ...changes,
});
/** Sessions of physiotherapy, billed under one date with their number as coefficient: 50 DH each, 35 DH are paid. */
const series = (count: number, dateOfCare = '2025-09-03') =>
  act({
    keyLetter: 'AMM',
    coefficientHundredths: count * 100,
    billedCentimes: count * 5_000,
    dateOfCare,
  });
const input = (
  acts: readonly ReturnType<typeof act>[],
  approvals: readonly PriorApproval[] = [approval()],
): AdjudicationInput =>
  claimInput({
    form: { acts },
    provider: provider({ specialty: 'Kinésithérapie' }),
    person: personFile({ priorApprovals: approvals, dependants: [child()] }),
  });
const decide = (of: AdjudicationInput, more: Partial<AdjudicationInput> = {}): Decision =>
  adjudicate({ ...of, ...more });
const doubts = ({ findings }: Decision) =>
  findings.flatMap(({ kind, code, line }) => (kind === 'doubt' ? [`${code} ${String(line)}`] : []));
/** What a claim that was paid took, as others see it. */
const takenBy = ({ fingerprintsOfPerson = [] }: Decision, claimId = 'claim-0') =>
  new Map(fingerprintsOfPerson.map(({ fingerprint }) => [fingerprint, claimId]));
const after = (paid: Decision, days = 5): Partial<AdjudicationInput> => ({
  knownFingerprints: takenBy(paid, `claim-${days}`),
});

describe('an approval that says how many sessions it is for', () => {
  it('pays for as many, and asks a person about one more', () => {
    expect(decide(input([series(10)]))).toMatchObject({ outcome: 'approved', paidCentimes: 35_000 });
    const more = decide(input([series(11)]));
    expect(more).toMatchObject({ outcome: 'referred', paidCentimes: 0 });
    expect(more.findings).toContainEqual({
      kind: 'doubt',
      code: 'SESSIONS_EXCEEDED',
      line: 0,
      details: { billedSessions: 11, approvedSessions: 10, sessionsLeft: 10 },
    });
  });

  it('pays for what other claims have left of it, and no more', () => {
    const first = decide(input([series(6)]));
    expect(decide(input([series(4, '2025-09-10')]), after(first)).outcome).toBe('approved');
    const more = decide(input([series(5, '2025-09-10')]), after(first));
    expect(more.findings).toContainEqual(
      expect.objectContaining({
        details: { billedSessions: 5, approvedSessions: 10, sessionsLeft: 4 },
      }),
    );
  });

  it('counts lines of one form together: the first ones are paid, and what goes beyond waits', () => {
    const decision = decide(input([series(6), series(6, '2025-09-08'), series(4, '2025-09-10')]));
    expect(doubts(decision)).toEqual(['SESSIONS_EXCEEDED 1']);
    expect(decision).toMatchObject({ outcome: 'partly-referred', paidCentimes: 35_000 });
  });

  it('counts those that were paid of the claim while others waited', () => {
    const acts = [series(8), series(6, '2025-09-08')];
    const first = decide(input(acts));
    expect(first).toMatchObject({ outcome: 'partly-referred', paidCentimes: 28_000 });
    const taken = (first.fingerprintsOfPerson ?? []).filter(({ line }) => line === 0);
    const again = {
      settledPart: first.settledPart,
      ownFingerprints: new Set(taken.map(({ fingerprint }) => fingerprint)),
    };
    expect(doubts(decide(input(acts), again))).toEqual(['SESSIONS_EXCEEDED 1']);
    const fewer = decide(input([series(8), series(2, '2025-09-08')]), again);
    expect(fewer).toMatchObject({ outcome: 'approved', paidCentimes: 35_000 });
    const places = new Set(taken.map(({ fingerprint }) => fingerprint));
    const later = (fewer.fingerprintsOfPerson ?? []).filter(({ line }) => line === 1);
    expect(later.some(({ fingerprint }) => places.has(fingerprint))).toBe(false);
  });

  it('is used up where a supervisor lets more be paid', () => {
    const overrides = [{ code: 'SESSIONS_EXCEEDED', line: 0 }];
    const more = decide(input([series(12)]), { overrides });
    expect(more).toMatchObject({ outcome: 'approved', paidCentimes: 42_000 });
    expect(decide(input([series(1, '2025-09-10')]), after(more)).outcome).toBe('referred');
  });

  it('is added to another one that says so, the first to end is used first, and one that does not adds nothing', () => {
    const later = approval({ approvalId: 'AP-2', to: '2026-06-30', sessions: 5 });
    const rate = approval({ approvalId: 'ALD', sessions: undefined });
    const first = decide(input([series(12)], [later, approval()]));
    expect(first.outcome).toBe('approved');
    expect(decide(input([series(4, '2025-09-10')], [later, approval()]), after(first)).outcome).toBe(
      'referred',
    );
    // Of the second one three are left, whatever became of the first.
    expect(decide(input([series(3, '2025-09-10')], [later]), after(first)).outcome).toBe('approved');
    expect(decide(input([series(4, '2025-09-10')], [later]), after(first)).outcome).toBe('referred');
    expect(decide(input([series(11)], [approval(), rate])).outcome).toBe('referred');
  });

  it('is for its own person and letter, and half a session is one', () => {
    const ofChild = approval({ approvalId: 'AP-3', dependantId: '1', sessions: 100 });
    expect(decide(input([series(11)], [approval(), ofChild])).outcome).toBe('referred');
    const half = { ...series(9), coefficientHundredths: field(950), billedCentimes: field(47_500) };
    expect(decide(input([half], [approval({ sessions: 9 })])).outcome).toBe('referred');
    expect(decide(input([half], [approval()])).outcome).toBe('approved');
  });

  it('is looked up where the form may have sessions of it', () => {
    const groups = (acts: readonly ReturnType<typeof act>[], approvals?: readonly PriorApproval[]) =>
      sessionGroupsOf(form({ acts }), input([], approvals).person, currentRuleBook());
    expect(groups([series(1)])).toHaveLength(1);
    expect(groups([series(1, '2026-01-01')])).toEqual([]);
    expect(groups([series(1)], [approval({ sessions: undefined })])).toHaveLength(1);
    // Consultations for a disease are no series, and are not counted.
    expect(groups([act()], [approval({ keyLetter: 'C', sessions: undefined })])).toEqual([]);
  });

  it('is looked at by a person where one claim bills more than fit into one write', () => {
    const decision = decide(input([series(61)], [approval({ sessions: 400 })]));
    expect(doubts(decision)).toContain('SESSIONS_EXCEEDED 0');
    expect(decide(input([series(60)], [approval({ sessions: 400 })])).outcome).toBe('approved');
  });
});

describe('an approval that says no number', () => {
  const uncounted = (changes: Partial<PriorApproval> = {}) => approval({ sessions: undefined, ...changes });

  it('pays for what fits into its days, one on each working day', () => {
    expect(decide(input([series(40)], [uncounted()])).outcome).toBe('approved');
    // Ten days, of which eight are left: five sessions a week are six at most.
    const tenDays = uncounted({ to: '2025-09-10' });
    expect(decide(input([series(6)], [tenDays])).outcome).toBe('approved');
    const more = decide(input([series(7)], [tenDays]));
    expect(more).toMatchObject({ outcome: 'referred', paidCentimes: 0 });
    expect(more.findings).toContainEqual({
      kind: 'doubt',
      code: 'SESSIONS_EXCEEDED',
      line: 0,
      details: { billedSessions: 7, plausibleSessions: 8, sessionsLeft: 6 },
    });
    expect(decide(input([series(99)], [tenDays])).outcome).toBe('referred');
  });

  it('is used up by other claims and other lines, too', () => {
    const tenDays = [uncounted({ to: '2025-09-10' })];
    const first = decide(input([series(6)], tenDays));
    expect(decide(input([series(2, '2025-09-08')], tenDays), after(first)).outcome).toBe('approved');
    expect(decide(input([series(3, '2025-09-08')], tenDays), after(first)).outcome).toBe('referred');
    expect(doubts(decide(input([series(6), series(3, '2025-09-08')], tenDays)))).toEqual([
      'SESSIONS_EXCEEDED 1',
    ]);
  });

  it('pays for the number that is left once it says one, whatever was paid before', () => {
    const first = decide(input([series(8)], [uncounted()]));
    const rest = decide(input([series(10, '2025-09-10')]), after(first));
    expect(rest.outcome).toBe('approved');
  });

  it('has no more days because another one is of the same days', () => {
    const twice = [uncounted({ to: '2025-09-10' }), uncounted({ approvalId: 'AP-2', to: '2025-09-10' })];
    expect(decide(input([series(6)], twice)).outcome).toBe('approved');
    expect(decide(input([series(7)], twice)).outcome).toBe('referred');
  });

  it('pays for one session on its last day', () => {
    const oneDay = [uncounted({ from: '2025-09-03', to: '2025-09-03' })];
    expect(decide(input([series(1)], oneDay)).outcome).toBe('approved');
    expect(decide(input([series(2)], oneDay)).outcome).toBe('referred');
  });

  it('is counted by nothing where no rule says how often such acts are', () => {
    const data = { ...readRuleBookData(), sessionFrequencies: [] };
    const rules = createRuleBook(data);
    const tenDays = [uncounted({ to: '2025-09-10' })];
    expect(decide(input([series(60)], tenDays), { rules }).outcome).toBe('approved');
  });

  it('lets a supervisor pay more, who has the paper in his hands', () => {
    const overrides = [{ code: 'SESSIONS_EXCEEDED', line: 0 }];
    const tenDays = [uncounted({ to: '2025-09-10' })];
    expect(decide(input([series(7)], tenDays), { overrides })).toMatchObject({
      outcome: 'approved',
      paidCentimes: 24_500,
    });
  });
});
