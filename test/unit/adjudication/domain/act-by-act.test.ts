import { describe, expect, it } from 'vitest';
import {
  actFingerprint,
  fingerprintGroup,
  fingerprintGroupsOf,
  monthGroup,
  traceAnywhere,
} from '../../../../contexts/adjudication/domain/act-fingerprint.ts';
import type { AdjudicationInput } from '../../../../contexts/adjudication/domain/adjudication-input.ts';
import { assessAct } from '../../../../contexts/adjudication/domain/assess-act.ts';
import type { AssessedAct, CertainFacts } from '../../../../contexts/adjudication/domain/assessed-line.ts';
import {
  checkAccount,
  paymentDestination,
} from '../../../../contexts/adjudication/domain/payment-destination.ts';
import { familyGroup } from '../../../../contexts/adjudication/domain/taken-care.ts';
import type { ReadAct } from '../../../../contexts/adjudication/domain/read-act.ts';
import { settleAmounts } from '../../../../contexts/adjudication/domain/settle-amounts.ts';
import { createRuleBook, currentRuleBook } from '../../../../contexts/rules/rule-book.ts';
import { act, claimInput, field, form, personFile, provider } from './claim-builder.ts';

const rules = currentRuleBook();
const careDay = '2025-09-03';
const day = { registrationNumber: '184203957', inpe: '091024578', dateOfCare: careDay };
const consultation = {
  ...day,
  beneficiary: { kind: 'insured' },
  keyLetter: 'CS',
  billedCentimes: 15_000,
} as const;

describe('what acts are known by', () => {
  it('is the same for ever: it is the key under which acts are stored', () => {
    expect(actFingerprint(consultation)).toBe(
      '78926582f5afc7bbc64c2da16a6c9c2df2bbaa0ac3cc56c0c6d27663e47d3ae1',
    );
    expect(fingerprintGroup(day)).toBe('b04ec58a3364ef6df57ea1a31226852801e4aef86132668815a136a0c726af12');
    expect([monthGroup(day), traceAnywhere(consultation, 'claim-1')]).toEqual([
      'a59a5f7fd277ca2cc350bf401d6d6c3d820f2594fb70e038356480b0ca495e93',
      '2da2990680db61e5b0dcb3b21180f35a33e5449257559ec2c2c9c0171f986216',
    ]);
  });

  it('is looked up for each day of the form and the days beside it, once', () => {
    const acts = [act(), act({ billedCentimes: 100 }), act({ dateOfCare: '2025-09-04' })];
    const days = ['2025-09-03', '2025-09-02', '2025-09-04', '2025-09-05'];
    expect(new Set(fingerprintGroupsOf(form({ acts })))).toEqual(
      new Set([...days.map((dateOfCare) => fingerprintGroup({ ...day, dateOfCare })), monthGroup(day)]),
    );
  });

  it('is looked up for no act without a day that exists', () => {
    const acts = [{ ...act(), dateOfCare: undefined }, act({ dateOfCare: '2025-02-30' })];
    expect(fingerprintGroupsOf(form({ acts }))).toEqual([]);
  });

  it.each([
    ['insured person', { registrationNumber: undefined }],
    ['insured person that can be one', { registrationNumber: field('12') }],
    ['provider', { inpe: undefined }],
    ['provider that can be one', { inpe: field('x') }],
  ])('is looked up for no form without an %s', (_, changes) => {
    expect(fingerprintGroupsOf(form(changes))).toEqual([]);
  });
});

describe('an act by itself', () => {
  const values = {
    dateOfCare: careDay,
    keyLetter: 'CS',
    coefficientHundredths: 100,
    quantity: undefined,
    billedCentimes: 15_000,
  };
  const known = { provider: provider(), isNameConfirmed: true, findings: [] };
  const readAct = (
    changes: Partial<ReadAct['sure']> = {},
    line = 0,
    by: ReadAct['provider'] = known,
  ): ReadAct => ({
    line,
    provider: by,
    read: { ...values, ...changes, inpe: by.provider?.inpe },
    sure: { ...values, ...changes },
    isCoefficientSure: true,
    findings: [],
  });
  const sureOf = (changes: Partial<CertainFacts> = {}): CertainFacts => ({
    person: personFile(),
    beneficiary: { kind: 'insured' },
    isClaimRejected: false,
    ...changes,
  });
  const unknownProvider = { provider: undefined, isNameConfirmed: false, findings: [] };
  const assess = (
    { act: of = readAct(), facts = sureOf(), earlier = [] as readonly AssessedAct[] } = {},
    input: Partial<AdjudicationInput> = {},
  ) => assessAct(of, facts, earlier, claimInput(input));

  it('has price, coverage, fingerprint and group where all is sure', () => {
    expect(assess()).toMatchObject({
      coverage: { scheme: 'AMO_SALARIE' },
      priced: { paidCentimes: 10_500 },
      fingerprint: actFingerprint(consultation),
      group: familyGroup(day.registrationNumber, careDay, '2025-09-16'),
    });
  });

  it.each<[string, Parameters<typeof assess>[0]]>([
    ['the person', { facts: sureOf({ person: undefined }) }],
    ['the provider', { act: readAct({}, 0, unknownProvider) }],
    ['the day', { act: readAct({ dateOfCare: undefined }) }],
    ['who was treated', { facts: sureOf({ beneficiary: undefined }) }],
    ['the letter', { act: readAct({ keyLetter: undefined }) }],
    ['the amount', { act: readAct({ billedCentimes: undefined }) }],
  ])('has no price, takes nothing and leaves nothing without %s', (_, given) => {
    const { priced, fingerprint, group, traces } = assess(given);
    expect({ priced, fingerprint, group, traces }).toEqual({
      priced: undefined,
      fingerprint: undefined,
      group: undefined,
      traces: [],
    });
  });

  it('is compared with nothing while it is not known: acts of others are not its duplicates', () => {
    const earlier = [assess({ act: readAct({ keyLetter: undefined }) })];
    const input = { knownGroups: new Map([[fingerprintGroup(day), 'claim-2']]) };
    expect(assess({ act: readAct({ keyLetter: undefined }, 1), earlier }, input).findings).toEqual([]);
  });

  it('is a near duplicate by the group of its day, or of a day beside, whatever else was billed', () => {
    const near = [{ kind: 'doubt', code: 'NEAR_DUPLICATE', details: { claimId: 'claim-2' } }];
    const beside = fingerprintGroup({ ...day, dateOfCare: '2025-09-04' });
    expect(assess({}, { knownGroups: new Map([[fingerprintGroup(day), 'claim-2']]) }).findings).toMatchObject(
      near,
    );
    expect(assess({}, { knownGroups: new Map([[beside, 'claim-2']]) }).findings).toMatchObject(near);
    const noGroup = { act: readAct({}, 0, unknownProvider) };
    expect(assess(noGroup, { knownGroups: new Map([[fingerprintGroup(day), 'claim-2']]) }).findings).toEqual(
      [],
    );
  });

  it('is not priced where a rule rejects it or the claim, and is where it is only doubted', () => {
    const paidFor = (claimId: string) => ({
      knownFingerprints: new Map([[actFingerprint(consultation), claimId]]),
    });
    expect(assess({}, paidFor('claim-2')).priced).toBeUndefined();
    expect(assess({ facts: sureOf({ isClaimRejected: true }) }).priced).toBeUndefined();
    const twice = assess({ act: readAct({}, 1), earlier: [assess()] });
    expect(twice.findings).toEqual([
      { kind: 'doubt', code: 'DUPLICATE', details: { sameAsLine: 0 }, line: 1 },
    ]);
    expect(twice.priced?.paidCentimes).toBe(10_500);
  });

  it('takes the coverage of an earlier act of its day, and asks anew for another day', () => {
    const first = assess();
    expect(assess({ act: readAct({}, 1), earlier: [first] }).coverage).toBe(first.coverage);
    const other = assess({ act: readAct({ dateOfCare: '2014-09-03' }, 1), earlier: [first] });
    expect(other.coverage).not.toBe(first.coverage);
    expect(other.findings).toMatchObject([{ code: 'RIGHTS_CLOSED_AT_CARE_DATE', line: 1 }]);
  });

  it('has no price where two schemes cover the day', () => {
    const [coverage] = personFile().coverages;
    const coverages = [coverage!, { ...coverage!, scheme: 'AMO_TNS' as const }];
    const { priced, findings } = assess({ facts: sureOf({ person: personFile({ coverages }) }) });
    expect(priced).toBeUndefined();
    expect(findings.map(({ code }) => code)).toEqual(['SEVERAL_COVERAGES']);
  });
});

describe('amounts that are settled together', () => {
  const priced = {
    code: 'D_PROTHESE',
    coefficientHundredths: 100,
    unitTariffCentimes: 100,
    basisCentimes: 300_001,
    rateBasisPoints: 7_000,
    paidCentimes: 210_001,
    findings: [],
    ruleIds: [],
  } satisfies AssessedAct['priced'];
  const assessed = (line: number, changes: Partial<typeof priced> = {}) =>
    ({
      act: { line, sure: { dateOfCare: careDay } },
      priced: { ...priced, ...changes },
    }) as unknown as AssessedAct;
  const settle = (lines: readonly AssessedAct[], before = 0, book = rules) =>
    settleAmounts(lines, new Map([['ceiling-dental-prostheses', before]]), { rules: book, day: careDay });

  it('share a ceiling in their order, and the line says so under its own number', () => {
    const { paidCentimes, ruleIds, findings } = settle([assessed(2), assessed(5)], 0);
    expect([...paidCentimes]).toEqual([
      [2, 210_001],
      [5, 89_999],
    ]);
    expect([...ruleIds]).toEqual([
      [2, ['ceiling-dental-prostheses']],
      [5, ['ceiling-dental-prostheses']],
    ]);
    expect(findings).toMatchObject([{ kind: 'signal', code: 'CEILING_REACHED', line: 5 }]);
  });

  it.each<[string, AssessedAct]>([
    ['a price', { ...assessed(1), priced: undefined }],
    ['a basis', assessed(1, { basisCentimes: undefined } as never)],
    ['a rate', assessed(1, { rateBasisPoints: undefined } as never)],
    ['an amount', assessed(1, { paidCentimes: undefined } as never)],
    ['a day', { ...assessed(1), act: { line: 1, sure: {} } as ReadAct }],
  ])('are none of a line without %s', (_, line) => {
    expect(settle([line])).toEqual({ paidCentimes: new Map(), ruleIds: new Map(), findings: [] });
  });

  it('are rounded once for the claim where the settings say so', () => {
    const settings = rules.data.settings.map((row) => ({ ...row, rounding: 'total' as const }));
    const lines = [0, 1].map((line) => assessed(line, { code: 'CS', basisCentimes: 1, paidCentimes: 1 }));
    expect([...settle(lines).paidCentimes.values()]).toEqual([1, 1]);
    expect([...settle(lines, 0, createRuleBook({ ...rules.data, settings })).paidCentimes.values()]).toEqual([
      1, 0,
    ]);
  });
});

describe('where the money goes', () => {
  const [account] = personFile().accounts;
  const other = '011780000000000000000150';
  const change = { changeId: 'c', requestedAt: '2025-09-01T10:00:00Z', paymentsFrom: '2025-09-20' };

  it('is the account on file, and no other where the form names one', () => {
    expect(paymentDestination(personFile(), careDay)).toEqual({ kind: 'account', rib: account!.rib });
    expect(checkAccount(form({ rib: field(other) }), personFile(), careDay)).toEqual([
      { kind: 'signal', code: 'RIB_DIFFERS_FROM_ACCOUNT', field: 'rib' },
    ]);
    expect(checkAccount(form({ rib: field(account!.rib) }), personFile(), careDay)).toEqual([]);
    expect(checkAccount(form(), personFile(), careDay)).toEqual([]);
    expect(checkAccount(form({ rib: field('123') }), personFile(), careDay)).toEqual([]);
  });

  it.each([
    ['ACCOUNT_CHANGING', [account!, { ...account!, rib: other, from: '2025-09-04', change }]],
    ['ACCOUNT_MISSING', []],
    ['ACCOUNT_INVALID', [{ ...account!, rib: '007780000123456789012397' }]],
  ])('is nowhere yet, and the reason is said: %s', (reason, accounts) => {
    const file = personFile({ accounts });
    expect(paymentDestination(file, careDay)).toEqual({ kind: 'held', reason });
    expect(checkAccount(form({ rib: field(other) }), file, careDay)).toEqual([
      { kind: 'signal', code: reason },
    ]);
  });
});
