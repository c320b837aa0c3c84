import { aroundDay } from '../../../../contexts/adjudication/domain/taken-care.ts';
import { describe, expect, it } from 'vitest';

import {
  actFingerprint,
  fingerprintGroup,
} from '../../../../contexts/adjudication/domain/act-fingerprint.ts';
import { careGroupsOf } from '../../../../contexts/adjudication/domain/care-groups.ts';
import { adjudicate } from '../../../../contexts/adjudication/domain/adjudicate.ts';
import type { CareFormAct, ReadField } from '../../../../contexts/reading/domain/care-form.ts';
import { currentRuleBook } from '../../../../contexts/rules/rule-book.ts';
import type { Provider } from '../../../../contexts/registry/records/registry-records.ts';
import {
  act,
  type ActValues,
  claimInput,
  field,
  fileUnder,
  form,
  personFile,
  provider,
} from './claim-builder.ts';

const LABORATORY = '071854390';
const FORM = '091024578';

const laboratory = (changes: Partial<Provider> = {}): Provider =>
  provider({ inpe: LABORATORY, name: 'Laboratoire Ibn Zohr', specialty: 'Biologie médicale', ...changes });

/** A number that stands on the form more than once. */
const twice = (inpe: string, weaknesses: Partial<ReadField<string>> = {}): ReadField<string> => ({
  ...field(inpe),
  evidence: ['REPEATED'],
  ...weaknesses,
});

const analysis = { keyLetter: 'B', coefficientHundredths: 15_000, billedCentimes: 16_500 };
const row = (inpe: CareFormAct['inpe'], values: ActValues = analysis): CareFormAct => ({
  ...act(values),
  inpe,
});

function decide(
  acts: readonly CareFormAct[],
  {
    others = [laboratory()],
    ...changes
  }: { others?: readonly Provider[] } & Parameters<typeof claimInput>[0] = {},
) {
  const rowProviders = new Map([provider(), ...others].map((one) => [one.inpe, one]));
  return adjudicate(claimInput({ ...changes, form: { acts, ...changes.form }, rowProviders }));
}

const problems = (decision: ReturnType<typeof decide>) =>
  decision.findings.filter(({ kind }) => kind !== 'signal');

describe('a row that names who gave its act', () => {
  it('is priced as that provider’s, and the others as the form’s', () => {
    const decision = decide([act(), row(twice(LABORATORY))]);
    expect(decision).toMatchObject({
      outcome: 'approved',
      lines: [
        { inpe: FORM, paidCentimes: 10_500 },
        { inpe: LABORATORY, unitTariffCentimes: 110, paidCentimes: 11_550 },
      ],
    });
  });

  it('is not to be billed by the form’s provider where nothing names another', () => {
    expect(problems(decide([act(), row(undefined)]))).toEqual([
      expect.objectContaining({ code: 'ACT_NOT_OF_SPECIALTY', line: 1 }),
    ]);
  });

  it('has the tariff and the rate of its own provider’s sector', () => {
    const others = [laboratory({ sector: 'PUBLIC' })];
    expect(decide([act(), row(twice(LABORATORY))], { others }).lines[1]).toMatchObject({
      unitTariffCentimes: 90,
      paidCentimes: 9_450,
    });
    const person = fileUnder('AMO_TADAMON');
    expect(decide([act(), row(twice(LABORATORY))], { others, person }).lines).toMatchObject([
      { rateBasisPoints: 7_000 },
      { rateBasisPoints: 10_000 },
    ]);
  });

  it('is doubted by itself where the number finds nobody or was hardly read, as that of the form is', () => {
    const unknown = decide([act(), row(twice('071854391'))]);
    expect(unknown).toMatchObject({ outcome: 'partly-referred', paidCentimes: 10_500 });
    expect(unknown.lines.map(({ outcome }) => outcome)).toEqual(['paid', 'referred']);
    expect(problems(unknown)).toEqual([{ kind: 'doubt', code: 'INPE_UNKNOWN', field: 'inpe', line: 1 }]);
    for (const inpe of [LABORATORY, '071854391'])
      expect(problems(decide([act(), row(twice(inpe, { confidencePercent: 40 }))]))).toEqual([
        { kind: 'doubt', code: 'FIELD_UNREADABLE', field: 'inpe', line: 1 },
      ]);
  });

  it('is not paid by a number that only one reading gives: another provider’s may be a digit off', () => {
    const doubt = { kind: 'doubt', code: 'FIELD_UNREADABLE', field: 'inpe', line: 1 };
    expect(problems(decide([act(), row(field(LABORATORY))]))).toEqual([
      { ...doubt, details: { cause: 'READ_ONCE' } },
    ]);
    for (const evidence of ['NEIGHBOURS', 'REPEATED', 'BARCODE', 'SECOND_LOOK'] as const)
      expect(decide([act(), row(twice(LABORATORY, { evidence: [evidence] }))]).outcome).toBe('approved');
    const seen = { ...field(LABORATORY), attestedBy: ['amina'] };
    expect(decide([act(), row(seen)]).outcome).toBe('approved');
  });

  it('needs no second reading where it is the form’s own number again', () => {
    expect(decide([{ ...act(), inpe: field(FORM, { confidencePercent: 40 }) }]).outcome).toBe('approved');
  });

  it('takes the place of the form’s number, which nobody is asked for where each row has its own', () => {
    const acts = [row(twice(FORM), {}), row(twice(LABORATORY))];
    expect(decide(acts, { form: { inpe: undefined }, provider: undefined }).outcome).toBe('approved');
    const weak = { inpe: field(FORM, { confidencePercent: 40 }), providerName: undefined };
    expect(decide(acts, { form: weak }).outcome).toBe('approved');
    expect(problems(decide([act(), acts[1]!], { form: { inpe: undefined }, provider: undefined }))).toEqual([
      { kind: 'missing', code: 'FORM_INCOMPLETE', field: 'inpe' },
    ]);
  });

  it('is looked up in the register on its own day, and speaks for no other row', () => {
    const others = [laboratory({ from: '2025-09-05' })];
    const inactive = decide([act(), row(twice(LABORATORY))], { others });
    expect(problems(inactive)).toMatchObject([
      { code: 'PROVIDER_NOT_ACTIVE', field: 'inpe', line: 1, kind: 'doubt' },
    ]);
    // Only that provider's act waits.
    expect(inactive).toMatchObject({
      outcome: 'partly-referred',
      paidCentimes: 10_500,
      lines: [{ outcome: 'paid' }, { outcome: 'referred' }],
    });
    const named = row(twice(LABORATORY, { evidence: ['NEIGHBOURS'] }));
    expect(decide([act(), named], { others })).toMatchObject({
      outcome: 'partly-approved',
      lines: [{ outcome: 'paid' }, { outcome: 'rejected' }],
    });
  });

  it('lets two doctors be consulted on one day', () => {
    const other = provider({ inpe: '091024586', specialty: 'Dermatologie' });
    const second = row(twice(other.inpe), { billedCentimes: 20_000 });
    expect(decide([act(), second], { others: [other] })).toMatchObject({
      outcome: 'approved',
      paidCentimes: 21_000,
    });
    expect(problems(decide([act(), act({ billedCentimes: 20_000 })]))).toMatchObject([
      { code: 'ACTS_NOT_TOGETHER', line: 1 },
    ]);
  });
});

describe('duplicates of a row that names who gave its act', () => {
  const registrationNumber = '184203957';
  const dateOfCare = '2025-09-03';
  const other = provider({ inpe: '091024586', specialty: 'Dermatologie' });
  const consultations = [
    act({ dateOfCare: '2025-08-20' }),
    row(twice(other.inpe), { dateOfCare, billedCentimes: 20_000 }),
  ];
  const at = (inpe: string) => ({ registrationNumber, inpe, dateOfCare });
  const asActOf = (inpe: string) =>
    actFingerprint({
      ...at(inpe),
      beneficiary: { kind: 'insured' },
      keyLetter: 'CS',
      billedCentimes: 20_000,
    });
  const known = (fingerprint: string, group: string) => ({
    others: [other],
    knownFingerprints: new Map([[fingerprint, 'claim-0']]),
    knownGroups: new Map([[group, 'claim-0']]),
  });

  it('are looked for at its own provider', () => {
    const first = decide(consultations, { others: [other] });
    expect(first.outcome).toBe('approved');
    expect(first.fingerprints[1]).toBe(asActOf(other.inpe));
    const again = decide(consultations, known(asActOf(other.inpe), fingerprintGroup(at(other.inpe))));
    expect(again.findings).toContainEqual(
      expect.objectContaining({ kind: 'rejection', code: 'DUPLICATE', line: 1 }),
    );
  });

  it('go to a person where the row’s number was not read the first time', () => {
    const again = decide(consultations, known(asActOf(FORM), fingerprintGroup(at(FORM))));
    expect(problems(again)).toEqual([
      { kind: 'doubt', code: 'NEAR_DUPLICATE', details: { claimId: 'claim-0' }, line: 1 },
    ]);
  });

  it('go to a person where the row’s number is not read the second time', () => {
    const { fingerprintsOfPerson = [] } = decide(consultations, { others: [other] });
    const taken = fingerprintsOfPerson.filter(({ line }) => line === 1);
    const [first, second] = consultations;
    const again = (known: object) =>
      decide([first!, { ...second!, inpe: undefined }], { others: [other], ...known });
    const knownFingerprints = new Map(taken.map(({ fingerprint }) => [fingerprint, 'claim-0']));
    expect(problems(again({ knownFingerprints }))).toMatchObject([{ code: 'NEAR_DUPLICATE', line: 1 }]);
  });

  it('go to a person also where the first claim left a trace at the form’s provider, as claims did before', () => {
    const [first, second] = consultations;
    const again = decide(
      [first!, { ...second!, inpe: undefined }],
      known('trace', fingerprintGroup(at(FORM))),
    );
    expect(problems(again)).toMatchObject([{ code: 'NEAR_DUPLICATE', line: 1 }]);
  });

  it('are looked up in all groups that the decision may name', () => {
    const { held, older } = careGroupsOf(
      form({ acts: consultations }),
      personFile(),
      aroundDay('2025-09-16'),
      currentRuleBook(),
    );
    const { fingerprintGroups, fingerprintsOfPerson = [] } = decide(consultations, { others: [other] });
    expect(held).toEqual(
      expect.arrayContaining([...fingerprintGroups, ...fingerprintsOfPerson.map(({ group }) => group)]),
    );
    expect(older).toEqual(
      expect.arrayContaining([FORM, other.inpe].map((inpe) => fingerprintGroup(at(inpe)))),
    );
  });
});
