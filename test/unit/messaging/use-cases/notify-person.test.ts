import { beforeEach, describe, expect, it } from 'vitest';
import type { Claim } from '../../../../contexts/claims/domain/claim.ts';
import type { MessageRecord } from '../../../../contexts/claims/ports/message-record.ts';
import type { DecisionRecord } from '../../../../contexts/claims/records/decision-record.ts';
import type { ClaimEvent } from '../../../../contexts/events/events.ts';
import {
  notifyPerson,
  type NotifyPersonDependencies,
} from '../../../../contexts/messaging/use-cases/notify-person.ts';
import { claimWith } from '../../../support/claim-examples.ts';
import { personFile } from '../../../support/person-files.ts';

const CLAIM = '0123456789ABCDEF-1';
const common = { occurredAt: '2026-03-02T10:00:00.000Z', claimId: CLAIM, channelId: 'agency-rabat-01' };
const partly: ClaimEvent = { type: 'claim.partly-referred.v1', eventId: `${CLAIM}#2`, ...common };
const stillPartly: ClaimEvent = { type: 'claim.partly-referred.v1', eventId: `${CLAIM}#4`, ...common };
const approved: ClaimEvent = { type: 'claim.approved.v1', eventId: `${CLAIM}#6`, ...common };

const line = { billedCentimes: 15_000, ruleIds: [] };
const decision = (changes: Partial<DecisionRecord>): DecisionRecord => ({
  outcome: 'approved',
  lines: [],
  billedCentimes: 30_000,
  paidCentimes: 0,
  findings: [],
  ruleBookVersion: '1',
  ...changes,
});
const first = decision({
  outcome: 'partly-referred',
  paidCentimes: 10_500,
  lines: [
    { ...line, outcome: 'paid', paidCentimes: 10_500 },
    { ...line, kind: 'medicine', outcome: 'referred' },
  ],
  findings: [{ kind: 'doubt', code: 'INPE_UNKNOWN', field: 'pharmacyInpe' }],
});
const last = decision({
  paidCentimes: 18_900,
  lines: first.lines.map((one) => ({ ...one, outcome: 'paid' as const })),
});

const payment = (amountCentimes: number) =>
  ({ state: 'PENDING', attempt: 1, amountCentimes, rib: 'R' }) as const;
const settledPart = {
  registrationNumber: '100000001',
  beneficiary: { kind: 'insured' },
  lineCount: 2,
  lines: [],
} as const;
const waiting = { payment: payment(10_500), settledPart, paidCentimes: 10_500 };
const done = { ...waiting, secondPayment: payment(8_400), paidCentimes: 18_900 };

describe('a person whose claim is paid in two parts', () => {
  let texts: string[] = [];
  const records = new Map<string, MessageRecord>();
  const tell = async (
    event: ClaimEvent,
    claim: Partial<Claim>,
    decisions: [ClaimEvent, DecisionRecord][],
  ) => {
    const history = {
      claim: claimWith(claim),
      decision: decisions.at(-1)?.[1],
      decisions: new Map(decisions.map(([{ eventId }, made]) => [eventId, made])),
      events: decisions.map(([made]) => made),
      messages: [],
    };
    const dependencies = {
      claims: { history: () => Promise.resolve(history) },
      registry: {
        findPerson: () => Promise.resolve({ ...personFile().person, phone: '+212600000000', language: 'fr' }),
      },
      messages: {
        begin: (message: MessageRecord) => {
          if (records.has(message.messageKey)) return Promise.resolve('known');
          records.set(message.messageKey, message);
          return Promise.resolve('applied');
        },
        recordSent: () => Promise.resolve(),
      },
      sms: {
        send: (_: string, text: string) => {
          texts.push(text);
          return Promise.resolve('sms-1');
        },
      },
      clock: () => new Date('2026-03-02T10:00:00.000Z'),
    } as unknown as NotifyPersonDependencies;
    return notifyPerson(event, dependencies);
  };
  beforeEach(() => {
    texts = [];
    records.clear();
  });

  it('learns once what is paid, what waits and why, and once what became of the rest', async () => {
    await tell(partly, waiting, [[partly, first]]);
    await tell(partly, waiting, [[partly, first]]);
    expect(
      await tell(stillPartly, waiting, [
        [partly, first],
        [stillPartly, first],
      ]),
    ).toBe('no-message');
    await tell(approved, done, [
      [partly, first],
      [stillPartly, first],
      [approved, last],
    ]);
    expect(texts).toEqual([
      "Dossier 0123-4567: 105,00 DH seront versés sur votre compte. Le reste (la pharmacie) attend: un numéro INPE n'est pas reconnu. Un SMS suivra.",
      'Le reste de votre dossier 0123-4567 est accepté. 84,00 DH de plus seront versés sur votre compte.',
    ]);
  });

  it('learns what to bring where nothing else keeps the rest', async () => {
    const missing = { ...first, findings: [{ kind: 'missing' as const, code: 'PRESCRIPTION_MISSING' }] };
    await tell(partly, waiting, [[partly, missing]]);
    expect(texts).toEqual([
      "Dossier 0123-4567: 105,00 DH seront versés sur votre compte. Pour le reste (la pharmacie), merci d'apporter à l'agence l'ordonnance.",
    ]);
  });

  it('is asked for the paper once while people look at the whole claim, and not when they filed nothing themselves', async () => {
    const referred: ClaimEvent = { ...partly, type: 'claim.referred.v1' };
    const again: ClaimEvent = { ...referred, eventId: `${CLAIM}#4` };
    const found = decision({
      outcome: 'referred',
      findings: [
        { kind: 'doubt', code: 'NEAR_DUPLICATE', line: 0 },
        { kind: 'missing', code: 'PRESCRIPTION_MISSING' },
      ],
    });
    const inReview = { state: 'REFERRED' } as const;
    expect(await tell(referred, inReview, [[referred, found]])).toBe('sent');
    const both: [ClaimEvent, DecisionRecord][] = [
      [referred, found],
      [again, found],
    ];
    expect(await tell(again, inReview, both)).toBe('already-notified');
    expect(texts).toEqual([
      "Votre dossier 0123-4567 est en cours d'examen. Merci d'apporter à votre agence l'ordonnance.",
    ]);
    records.clear();
    const filedByThem = { ...inReview, channelId: 'provider-091024578' };
    expect(await tell(referred, filedByThem, [[referred, found]])).toBe('no-message');
    expect(await tell(referred, { state: 'APPROVED' }, [[referred, found]])).toBe('no-message');
    const onlyBlank = { ...found, findings: [{ kind: 'missing' as const, code: 'FORM_INCOMPLETE' }] };
    expect(await tell(referred, inReview, [[referred, onlyBlank]])).toBe('no-message');
  });

  it('learns the same where the first message comes after all is decided', async () => {
    const all: [ClaimEvent, DecisionRecord][] = [
      [partly, first],
      [approved, last],
    ];
    await tell(approved, done, all);
    await tell(partly, done, all);
    expect(texts.map((text) => text.slice(0, 30))).toEqual([
      'Le reste de votre dossier 0123',
      'Dossier 0123-4567: 105,00 DH s',
    ]);
    expect(texts[1]).toContain('un numéro INPE');
  });

  it('learns that nothing more is paid, and why', async () => {
    const refused = decision({
      outcome: 'partly-approved',
      findings: [{ kind: 'rejection', code: 'DUPLICATE', line: 1 }],
    });
    const event: ClaimEvent = { ...approved, type: 'claim.partly-approved.v1' };
    await tell(event, waiting, [
      [partly, first],
      [event, refused],
    ]);
    expect(texts).toEqual([
      "Le reste de votre dossier 0123-4567 n'a pas été accepté: ce dossier a déjà été traité. Votre agence peut vous renseigner.",
    ]);
  });

  it('is asked for an account once for each payment that comes back', async () => {
    const returned = {
      type: 'payment.returned.v1',
      eventId: `${CLAIM}#8`,
      ...common,
      attempt: 1,
      reason: 'AC04',
    } as const;
    await tell(returned, done, []);
    await tell({ ...returned, eventId: `${CLAIM}#9`, settlement: 2 }, done, []);
    await tell({ ...returned, eventId: `${CLAIM}#9`, settlement: 2 }, done, []);
    expect([...records.keys()]).toEqual(['payment-returned#1', 'payment-returned#S2-1']);
  });
});
