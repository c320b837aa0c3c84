import { describe, expect, it } from 'vitest';
import { NO_FACTS } from '../../../../contexts/registration/domain/identity-facts.ts';
import { decideUnit } from '../../../../contexts/registration/domain/decide-unit.ts';
import {
  contextOf,
  coverage,
  decideOne,
  dependant,
  facts,
  known,
  linkTo,
  NUMBER,
  worker,
} from './registration-builder.ts';

const codeOf = (...args: Parameters<typeof decideOne>): string => decideOne(...args).outcome.code;

describe('a worker whom nobody knows', () => {
  it('is registered from the day contributions of the category are due, with the right a month later', () => {
    const { outcome, writes } = decideOne(worker());
    expect(outcome).toMatchObject({
      code: 'REGISTERED',
      registrationNumber: null,
      scheme: 'AMO_TNS',
      rightFrom: '2022-01-01',
      tell: { kind: 'registered', phone: '+212612345678', language: 'ar' },
    });
    expect(writes).toMatchObject([
      {
        kind: 'register',
        registration: {
          person: { cin: 'AB123456', registeredFrom: { listId: 'LIST-A', line: 2 } },
          coverage: {
            scheme: 'AMO_TNS',
            from: '2021-12-01',
            category: 'CPU',
            reportedBy: { source: 'dgi', reference: 'REF-2' },
          },
        },
      },
    ]);
  });

  it.each([
    ['TRADER_WITH_ACCOUNTS', 'dgi', '2022-01-01', '2022-02-01'],
    ['AUTO_ENTREPRENEUR', 'barid', '2022-02-01', '2022-03-01'],
    ['DENTIST', 'orders', '2022-01-01', '2022-02-01'],
  ] as const)('of category %s has the dates of that category', (category, source, from, right) => {
    const { outcome, writes } = decideOne(worker({ category }), undefined, { source });
    expect(outcome.rightFrom).toBe(right);
    expect(writes).toMatchObject([{ registration: { coverage: { from } } }]);
  });

  it('who began later joins with the first of the month, and waits as long as the claim check makes sure of', () => {
    const { outcome, writes } = decideOne(worker({ activityFrom: '2024-03-17' }), undefined, {
      asOf: '2024-03-31',
    });
    expect(writes).toMatchObject([{ registration: { coverage: { from: '2024-03-01' } } }]);
    // One month or three: the start of the longer waiting period is not known, and only the later day is sure.
    expect(outcome.rightFrom).toBe('2024-06-01');
  });

  it('without a mobile is notified by letter', () => {
    expect(decideOne(worker({ phone: undefined })).outcome.tell).toEqual({
      kind: 'registered',
      phone: null,
      language: 'ar',
    });
  });
});

describe('a worker who is not registered', () => {
  it.each([
    ['a category nobody knows', worker({ category: 'ASTROLOGER' }), 'INVALID'],
    ['a category another body reports', worker({ category: 'AUTO_ENTREPRENEUR' }), 'INVALID'],
    ['a death on the list', worker({ deceasedOn: '2020-01-01' }), 'DECEASED'],
    ['an activity that was closed on the very day', worker({ activityTo: '2021-12-31' }), 'ACTIVITY_CLOSED'],
    ['a birth 130 years ago', worker({ birthDate: '1891-01-01' }), 'AGE_NOT_PLAUSIBLE'],
    ['a birth after the list', worker({ birthDate: '2022-05-01' }), 'AGE_NOT_PLAUSIBLE'],
    ['fourteen years', worker({ birthDate: '2007-01-01' }), 'AGE_NOT_PLAUSIBLE'],
  ])('because of %s', (_, record, code) => {
    const { outcome, writes } = decideOne(record);
    expect(outcome.code).toBe(code);
    expect(writes).toEqual([]);
  });

  it('although his activity is closed only after the day of the list, is registered', () => {
    expect(codeOf(worker({ activityTo: '2022-01-01' }))).toBe('REGISTERED');
  });

  it.each([
    ['conflict', 'IDENTITY_MISMATCH'],
    ['duplicate', 'DUPLICATE'],
    ['possible', 'POSSIBLE_DUPLICATE'],
  ] as const)('because of a %s with another line, which is named', (kind, code) => {
    expect(
      decideOne(worker({ deceasedOn: '2020-01-01' }), undefined, { link: linkTo(kind, 9) }),
    ).toMatchObject({
      outcome: { code, duplicateOfLine: 9, tell: null },
      writes: [],
    });
  });

  it('because of a death in civil status or in the registry', () => {
    const reference = { covers: [], deceasedOn: '2021-01-02' };
    expect(codeOf(worker(), facts({ reference }))).toBe('DECEASED');
    const person = known([], { person: { deceasedOn: '2021-01-02' } });
    expect(codeOf(worker(), facts({ person }))).toBe('DECEASED');
  });

  it('because the line could not be read, with the reasons', () => {
    const decisions = decideUnit(
      [
        {
          verified: { status: 'invalid', line: 4, reference: '', reasons: ['CIN_INVALID', 'NAME_MISSING'] },
          link: null,
        },
      ],
      [facts()],
      contextOf(),
    );
    expect(decisions).toMatchObject([
      { outcome: { line: 4, code: 'INVALID', reasons: ['CIN_INVALID', 'NAME_MISSING'] }, writes: [] },
    ]);
  });
});

describe('a CIN that the registry knows', () => {
  const tns = coverage('AMO_TNS', '2021-12-01', { reportedBy: { source: 'dgi', reference: 'REF-2' } });

  it('of someone else is left to a person', () => {
    const other = known([tns], { person: { name: { family: 'BENNANI', given: 'Karim' } } });
    expect(codeOf(worker(), facts({ person: other }))).toBe('IDENTITY_MISMATCH');
    const sister = known([tns], { person: { birthDate: '1991-11-30' } });
    expect(codeOf(worker(), facts({ person: sister }))).toBe('IDENTITY_MISMATCH');
  });

  it('of the same person in other letters or with day and month exchanged is that person', () => {
    const arabic = worker({ name: { family: 'العمراني', given: 'سلمى' } });
    expect(decideOne(arabic, facts({ person: known([tns]) }))).toMatchObject({
      outcome: { code: 'ALREADY_REGISTERED', registrationNumber: NUMBER, tell: null },
      writes: [],
    });
    const swapped = worker({ birthDate: '1988-12-04', name: { family: 'Al-Amrani', given: 'SALMA' } });
    expect(codeOf(swapped, facts({ person: known([tns]) }))).toBe('ALREADY_REGISTERED');
  });

  it('reported by another body adds an activity beside the one that contributes', () => {
    const record = worker({ category: 'AUTO_ENTREPRENEUR', activityFrom: '2023-02-01' });
    expect(decideOne(record, facts({ person: known([tns]) }), { source: 'barid' })).toMatchObject({
      outcome: { code: 'ALREADY_REGISTERED', registrationNumber: NUMBER },
      writes: [
        {
          kind: 'add-activity',
          activity: { registrationNumber: NUMBER, source: 'barid', reference: 'REF-2', from: '2023-02-01' },
        },
      ],
    });
  });

  it('covered as an employee is not subject', () => {
    const person = known([coverage('AMO_SALARIE', '2018-01-01')]);
    expect(decideOne(worker(), facts({ person }))).toMatchObject({
      outcome: { code: 'NOT_SUBJECT_OTHER_AMO', otherCover: 'AMO_SALARIE', registrationNumber: null },
      writes: [],
    });
  });

  it('whose employment ended joins with the month after it, and keeps the number', () => {
    const person = known([coverage('AMO_SALARIE', '2018-01-01', { to: '2022-04-15' })]);
    expect(decideOne(worker(), facts({ person }), { asOf: '2022-06-30' })).toMatchObject({
      outcome: { code: 'COVERAGE_CHANGED', registrationNumber: NUMBER, tell: { kind: 'coverage-changed' } },
      writes: [{ change: { open: { coverage: { scheme: 'AMO_TNS', from: '2022-05-01' } } } }],
    });
  });

  it('who is employed from a later day is TNS until then', () => {
    const person = known([coverage('AMO_SALARIE', '2022-03-10')]);
    expect(decideOne(worker(), facts({ person }))).toMatchObject({
      outcome: { code: 'COVERAGE_CHANGED' },
      writes: [{ change: { open: { coverage: { from: '2021-12-01', to: '2022-03-09' } } } }],
    });
  });

  it.each(['AMO_TADAMON', 'AMO_ACHAMIL'] as const)(
    'covered by %s moves to TNS with the month after the list, never backwards',
    (scheme) => {
      const person = known([coverage(scheme, '2022-12-01')]);
      expect(decideOne(worker(), facts({ person }), { asOf: '2023-05-20' })).toMatchObject({
        outcome: {
          code: 'COVERAGE_CHANGED',
          registrationNumber: NUMBER,
          scheme: 'AMO_TNS',
          tell: { kind: 'coverage-changed', phone: '+212700000001', language: 'fr' },
        },
        writes: [
          {
            change: {
              close: { coverage: { scheme }, to: '2023-05-31', because: 'OTHER_COVER' },
              open: { coverage: { scheme: 'AMO_TNS', from: '2023-06-01' }, because: 'ACTIVITY_REPORTED' },
              by: { listId: 'LIST-A', line: 2 },
            },
          },
        ],
      });
    },
  );

  it('covered by Tadamon since after the day of an old list leaves it only after it began', () => {
    const person = known([coverage('AMO_TADAMON', '2022-12-01')]);
    expect(decideOne(worker(), facts({ person }), { asOf: '2021-12-31' })).toMatchObject({
      writes: [{ change: { close: { to: '2022-12-31' }, open: { coverage: { from: '2023-01-01' } } } }],
    });
  });

  it('that was someone’s dependant is nobody’s after the month of the list', () => {
    const insured = known([coverage('AMO_TADAMON', '2022-12-01')], { dependants: [dependant()] });
    const dependantOf = { insured, dependant: dependant({ cin: 'AB123456' }) };
    expect(decideOne(worker(), facts({ dependantOf }), { asOf: '2023-05-20' })).toMatchObject({
      outcome: { code: 'REGISTERED' },
      writes: [
        {
          registration: {
            endedDependant: { registrationNumber: NUMBER, dependantId: '1', to: '2023-05-31' },
          },
        },
      ],
    });
    const stranger = { insured, dependant: dependant({ name: { family: 'BENNANI', given: 'Karim' } }) };
    expect(codeOf(worker(), facts({ dependantOf: stranger }))).toBe('IDENTITY_MISMATCH');
  });
});

describe('a CIN on the list of another scheme', () => {
  it.each(['CNOPS', 'FAR', 'AMO_SALARIE'] as const)('%s is not subject while that cover lasts', (scheme) => {
    const on = (from: string, to?: string) =>
      codeOf(worker(), facts({ reference: { covers: [{ scheme, from, to }] } }));
    expect(on('2015-01-01')).toBe('NOT_SUBJECT_OTHER_AMO');
    expect(on('2015-01-01', '2021-12-31')).toBe('NOT_SUBJECT_OTHER_AMO');
    expect(on('2015-01-01', '2021-12-30')).toBe('REGISTERED');
  });
});

describe('a line that comes again', () => {
  it('is decided as it was when its person is registered already', () => {
    const first = decideOne(worker());
    const registeredFrom = { listId: 'LIST-A', line: 2 };
    const person = known([coverage('AMO_TNS', '2021-12-01')], { person: { registeredFrom } });
    expect(decideOne(worker(), facts({ person }))).toEqual(first);
  });

  it('is decided as it was when its change is made already', () => {
    const before = known([coverage('AMO_TADAMON', '2022-12-01')]);
    const by = { listId: 'LIST-A', line: 2 };
    const after = known([
      coverage('AMO_TADAMON', '2022-12-01', { to: '2023-05-31', closedBecause: 'OTHER_COVER', closedBy: by }),
      coverage('AMO_TNS', '2023-06-01', { openedBecause: 'ACTIVITY_REPORTED', openedBy: by }),
    ]);
    const context = { asOf: '2023-05-20' };
    expect(decideOne(worker(), facts({ person: after }), context)).toEqual(
      decideOne(worker(), facts({ person: before }), context),
    );
  });

  it('under another line of the same list is that line again', () => {
    const registeredFrom = { listId: 'LIST-A', line: 77 };
    const person = known([coverage('AMO_TNS', '2021-12-01')], { person: { registeredFrom } });
    expect(decideOne(worker(), facts({ person })).outcome).toMatchObject({
      code: 'DUPLICATE',
      duplicateOfLine: 77,
    });
  });

  it('on another list is someone who is registered', () => {
    const registeredFrom = { listId: 'LIST-0', line: 2 };
    const person = known([coverage('AMO_TNS', '2021-12-01')], { person: { registeredFrom } });
    expect(codeOf(worker(), facts({ person }))).toBe('ALREADY_REGISTERED');
  });
});

describe('an adoul', () => {
  const of = (activityFrom: string) =>
    decideOne(worker({ category: 'ADOUL', activityFrom }), NO_FACTS, {
      source: 'orders',
      asOf: '2021-03-31',
    });

  it('is covered from the day of the decree, 2 March 2020, not from the day before', () => {
    expect(of('2011-05-01').writes).toMatchObject([{ registration: { coverage: { from: '2020-03-02' } } }]);
    expect(of('2011-05-01').outcome).toMatchObject({ code: 'REGISTERED', rightFrom: '2020-09-01' });
  });

  it('who began later is covered from that month', () => {
    expect(of('2020-06-15').writes).toMatchObject([{ registration: { coverage: { from: '2020-06-01' } } }]);
  });
});
