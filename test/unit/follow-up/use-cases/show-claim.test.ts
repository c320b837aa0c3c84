import { describe, expect, it } from 'vitest';
import {
  showClaim,
  type ShowClaimDependencies,
} from '../../../../contexts/follow-up/use-cases/show-claim.ts';
import { claimViewSchema } from '../../../../contexts/follow-up/api/follow-up.ts';
import type { MilafEvent } from '../../../../contexts/events/events.ts';
import type { AccessRecord } from '../../../../contexts/staff/ports/audit.ts';
import type { ClaimHistory } from '../../../../contexts/claims/ports/claim-store.ts';
import { currentRuleBook } from '../../../../contexts/rules/rule-book.ts';
import { MemoryMedicines } from '../../../support/memory-medicines.ts';
import { claimWith } from '../../../support/claim-examples.ts';

const CLAIM = '0123456789ABCDEF-1';
const RIB = '007780000123456789012396';
const at = (hour: number): string => `2026-03-02T${String(hour).padStart(2, '0')}:00:00.000Z`;
const ofClaim = { claimId: CLAIM, channelId: 'agency-rabat-01' };

const events: MilafEvent[] = [
  { type: 'claim.drafted.v1', eventId: '1', occurredAt: at(10), ...ofClaim },
  { type: 'claim.approved.v1', eventId: '2', occurredAt: at(12), ...ofClaim },
  {
    type: 'payment.returned.v1',
    ...{ eventId: '3', occurredAt: at(15), ...ofClaim },
    ...{ attempt: 1, remittanceId: 'R1', reason: 'AC04' },
  },
  { type: 'payment.released.v1', eventId: '4', occurredAt: at(16), ...ofClaim, attempt: 2 },
];

const history: ClaimHistory = {
  claim: claimWith({
    payment: { state: 'ORDERED', attempt: 2, amountCentimes: 5600, rib: RIB, batchId: 'R2' },
  }),
  decision: undefined,
  events,
  messages: [
    {
      claimId: CLAIM,
      messageKey: 'claim-approved#1',
      state: 'SENT',
      kind: 'claim-approved',
      text: 'Dossier accepte',
      updatedAt: at(13),
    },
  ],
};

const listed = { code: '6119900209612', name: 'FLUVOSARTAN 160 MG', substances: ['fluvosartan'], prices: [] };

function worldOf(known: ClaimHistory | undefined = history) {
  const done: string[] = [];
  const recorded: Omit<AccessRecord, 'at'>[] = [];
  const dependencies: ShowClaimDependencies = {
    claims: { history: () => Promise.resolve(known) },
    medicines: new MemoryMedicines([listed]),
    timeline: {
      fileHistory: () => {
        done.push('read');
        return Promise.resolve({
          file: {
            fileId: '0123456789ABCDEF',
            state: 'READ',
            version: 2,
            channelId: 'agency-rabat-01',
            upload: { bucket: 'scans', key: 'k', versionId: '1' },
            uploadedAt: at(9),
            submissionDate: '2026-03-02',
            receivedOn: '2026-03-02',
            submissionSignals: [],
            readingAttempt: 0,
          },
          events: [],
        });
      },
      order: (batchId) =>
        Promise.resolve({
          batch: {
            ...{ batchId, state: 'SENT', version: 3 },
            createdAt: batchId === 'R1' ? at(14) : at(17),
            debtor: { name: 'CAISSE', rib: RIB, bic: 'BCMAMAMC' },
          },
          sentAt: batchId === 'R1' ? at(14) : undefined,
        }),
    },
    reviews: {
      changes: () =>
        Promise.resolve([
          { at: at(11), by: 'reviewer-1', what: 'corrected', field: 'cin', before: 'BK1', after: 'BK12' },
        ]),
    },
    accesses: {
      record: (access) => {
        done.push('recorded');
        return Promise.resolve(void recorded.push(access));
      },
      listBySubject: (subject) =>
        Promise.resolve({ records: [{ actor: 'u9', operation: 'showClaim', subject, at: at(18) }] }),
    },
    rules: currentRuleBook(),
  };
  return { dependencies, recorded, done };
}

describe('one claim is shown', () => {
  it('with one story from the paper to the bank and the SMS, review and every order in it', async () => {
    const view = await showClaim({ userId: 'u1', roles: ['reviewer'] }, CLAIM, worldOf().dependencies);

    expect(view?.timeline.map(({ source, what }) => `${source} ${what}`)).toEqual([
      'file deposited',
      'file uploaded',
      'claim claim.drafted',
      'review corrected',
      'claim claim.approved',
      'message sms.sent',
      'payment order.made',
      'payment order.sent',
      'bank payment.returned',
      'payment payment.released',
      'payment order.made',
    ]);
    expect(view?.timeline.find(({ what }) => what === 'payment.returned')).toMatchObject({
      code: 'AC04',
      attempt: 1,
      remittanceId: 'R1',
    });
    expect(() => claimViewSchema.parse(view)).not.toThrow();
  });

  it('with the end of the account only', async () => {
    const view = await showClaim({ userId: 'u1', roles: ['reviewer'] }, CLAIM, worldOf().dependencies);

    expect(view?.claim.payments[0]?.accountEnding).toBe('2396');
    expect(JSON.stringify(view)).not.toContain(RIB);
  });

  it('without what was keyed to reviewers, as long as someone may have to key it again unseen', async () => {
    const referred = { ...history, claim: claimWith({ state: 'REFERRED' }) };
    const correctionSeenBy = async (role: 'reviewer' | 'supervisor', known: ClaimHistory) =>
      (await showClaim({ userId: 'u1', roles: [role] }, CLAIM, worldOf(known).dependencies))?.timeline.find(
        ({ what }) => what === 'corrected',
      );

    expect(await correctionSeenBy('reviewer', referred)).toMatchObject({ field: 'cin', after: undefined });
    const sent = { state: 'DRAFTED', decidableFrom: '2025-09-20T09:00:30Z' } as const;
    const undoable = { ...history, claim: claimWith(sent) };
    expect(await correctionSeenBy('reviewer', undoable)).toMatchObject({ field: 'cin', after: undefined });
    expect(await correctionSeenBy('supervisor', referred)).toMatchObject({ after: 'BK12' });
    expect(await correctionSeenBy('reviewer', history)).toMatchObject({ after: 'BK12' });
  });

  it('with those who looked at it to auditors, and to nobody else', async () => {
    const { dependencies } = worldOf();
    const accessesSeenBy = async (role: 'auditor' | 'supervisor') =>
      (await showClaim({ userId: 'u1', roles: [role] }, CLAIM, dependencies))?.timeline.filter(
        ({ source }) => source === 'access',
      );

    expect(await accessesSeenBy('auditor')).toMatchObject([{ by: 'u9', what: 'showClaim' }]);
    expect(await accessesSeenBy('supervisor')).toEqual([]);
  });

  it('only after it is on record who looks', async () => {
    const { dependencies, recorded, done } = worldOf();

    await showClaim({ userId: 'u1', roles: ['reviewer'] }, CLAIM, dependencies);

    expect(done).toEqual(['recorded', 'read']);
    expect(recorded).toEqual([{ actor: 'u1', operation: 'showClaim', subject: `claim:${CLAIM}` }]);
  });

  it('not where there is none', async () => {
    const { dependencies, recorded } = worldOf(undefined);
    const unknown = { ...dependencies, claims: { history: () => Promise.resolve(undefined) } };

    expect(await showClaim({ userId: 'u1', roles: ['reviewer'] }, 'X-1', unknown)).toBeUndefined();
    expect(recorded).toEqual([]);
  });
});
