import { describe, expect, it } from 'vitest';
import { coverage, decideOne, dependant, facts, known, NUMBER, score } from './registration-builder.ts';

const RSU = { source: 'rsu', asOf: '2024-06-30' } as const;
const tadamon = coverage('AMO_TADAMON', '2022-12-01');
const achamil = coverage('AMO_ACHAMIL', '2024-01-01');
const holding = (...coverages: Parameters<typeof known>[0]) => facts({ person: known(coverages) });

describe('a score in the social register', () => {
  it('at the threshold leaves Tadamon as it is, and is noted as the newest', () => {
    expect(decideOne(score('9.3264284'), holding(tadamon), RSU)).toMatchObject({
      outcome: {
        code: 'COVERAGE_UNCHANGED',
        registrationNumber: NUMBER,
        scheme: 'AMO_TADAMON',
        tell: null,
      },
      writes: [{ kind: 'confirm-score', confirmation: { scoreFrom: '2024-06-01' } }],
    });
  });

  it('a ten-millionth above it closes Tadamon on the day before, and the person is notified', () => {
    expect(decideOne(score('9.3264285'), holding(tadamon), RSU)).toMatchObject({
      outcome: {
        code: 'COVERAGE_CLOSED',
        tell: { kind: 'coverage-closed', phone: '+212700000001', language: 'fr' },
      },
      writes: [
        {
          change: {
            close: { coverage: tadamon, to: '2024-05-31', because: 'SCORE_ABOVE_THRESHOLD' },
            by: { listId: 'LIST-A', line: 2 },
          },
        },
      ],
    });
  });

  it('above it opens Achamil for who asked for it, with three months to wait', () => {
    expect(decideOne(score('10.5', { wantsAchamil: true }), holding(tadamon), RSU)).toMatchObject({
      outcome: { code: 'COVERAGE_CHANGED', scheme: 'AMO_ACHAMIL', rightFrom: '2024-09-01' },
      writes: [
        {
          change: {
            close: { to: '2024-05-31' },
            open: { coverage: { scheme: 'AMO_ACHAMIL', from: '2024-06-01' } },
          },
        },
      ],
    });
  });

  it('at or below it brings a person from Achamil to Tadamon at once', () => {
    expect(decideOne(score('7.25'), holding(achamil), RSU)).toMatchObject({
      outcome: { code: 'COVERAGE_CHANGED', scheme: 'AMO_TADAMON', rightFrom: '2024-06-01' },
      writes: [
        {
          change: { close: { because: 'SCORE_BELOW_THRESHOLD' }, open: { because: 'SCORE_BELOW_THRESHOLD' } },
        },
      ],
    });
  });

  it('above it leaves Achamil as it is', () => {
    expect(decideOne(score('11'), holding(achamil), RSU).outcome.code).toBe('COVERAGE_UNCHANGED');
  });

  it.each([
    ['the day the right began', score('11', { from: '2022-12-01' }), tadamon],
    ['a newer score', score('11', { from: '2024-03-01' }), { ...tadamon, scoreFrom: '2024-05-01' }],
  ])('older than %s changes nothing', (_, record, held) => {
    expect(decideOne(record, holding(held), RSU)).toMatchObject({
      outcome: { code: 'COVERAGE_UNCHANGED' },
      writes: [],
    });
  });

  it('below the threshold brings back a right that the score had closed, but none that ended otherwise', () => {
    const closedBy = (closedBecause: string) => ({ ...tadamon, to: '2024-02-29', closedBecause });
    expect(decideOne(score('8'), holding(closedBy('SCORE_ABOVE_THRESHOLD')), RSU)).toMatchObject({
      outcome: { code: 'COVERAGE_CHANGED', scheme: 'AMO_TADAMON' },
      writes: [{ change: { open: { coverage: { from: '2024-06-01' } } } }],
    });
    expect(decideOne(score('8'), holding(closedBy('OTHER_COVER')), RSU)).toMatchObject({
      outcome: { code: 'COVERAGE_CLOSED', tell: null },
      writes: [],
    });
  });

  it('of a known person without a right by it opens the scheme that it says', () => {
    const left = coverage('AMO_SALARIE', '2015-01-01', { to: '2024-03-31' });
    for (const held of [holding(), holding(left)])
      expect(decideOne(score('9.3264284'), held, RSU)).toMatchObject({
        outcome: { code: 'COVERAGE_CHANGED', scheme: 'AMO_TADAMON', rightFrom: '2024-06-01' },
        writes: [
          {
            change: {
              registrationNumber: NUMBER,
              open: { coverage: { scheme: 'AMO_TADAMON', from: '2024-06-01' } },
            },
          },
        ],
      });
    expect(decideOne(score('9.3264285', { wantsAchamil: true }), holding(left), RSU)).toMatchObject({
      outcome: { code: 'COVERAGE_CHANGED', scheme: 'AMO_ACHAMIL', rightFrom: '2024-09-01' },
    });
    expect(decideOne(score('9.3264285'), holding(left), RSU)).toMatchObject({
      outcome: { code: 'COVERAGE_CLOSED' },
      writes: [],
    });
  });

  it('of a known person opens nothing beside a scheme that is about to begin', () => {
    const soon = coverage('AMO_TNS', '2024-07-01');
    expect(decideOne(score('8'), holding(soon), RSU)).toMatchObject({
      outcome: { code: 'NOT_SUBJECT_OTHER_AMO' },
      writes: [],
    });
  });

  it('of someone nobody knows, who has died, or who is covered otherwise says so', () => {
    const codeOf = (ofPerson = facts()) => decideOne(score('8'), ofPerson, RSU).outcome.code;
    expect(codeOf()).toBe('PERSON_UNKNOWN');
    expect(codeOf(facts({ person: known([tadamon], { person: { deceasedOn: '2024-01-01' } }) }))).toBe(
      'DECEASED',
    );
    expect(codeOf(holding(coverage('AMO_TNS', '2022-01-01')))).toBe('NOT_SUBJECT_OTHER_AMO');
  });

  describe('of somebody who is not registered', () => {
    const who = {
      name: { family: 'EL AMRANI', given: 'Salma' },
      birthDate: '1988-04-12',
      ...{ phone: '+212612345678', household: 'M-0041' },
    };

    it('says what is missing to register the person', () => {
      const missing = (more: Parameters<typeof score>[1]) =>
        decideOne(score('8', more), facts(), RSU).outcome;
      expect(missing({})).toMatchObject({
        code: 'PERSON_UNKNOWN',
        reasons: ['NAME_MISSING', 'BIRTH_DATE_MISSING'],
      });
      expect(missing({ name: who.name })).toMatchObject({ reasons: ['BIRTH_DATE_MISSING'] });
      expect(missing({ ...who, registrationNumber: NUMBER })).toMatchObject({
        code: 'PERSON_UNKNOWN',
        reasons: [],
      });
    });

    it('at or below the threshold registers under Tadamon, where the line says who it is', () => {
      const decided = decideOne(score('9.3264284', who), facts(), RSU);
      expect(decided.outcome).toMatchObject({
        ...{ code: 'REGISTERED', scheme: 'AMO_TADAMON', rightFrom: '2024-06-01', reasons: [] },
        tell: { kind: 'registered', phone: who.phone },
      });
      expect(decided.writes).toMatchObject([
        {
          kind: 'register',
          registration: {
            person: {
              ...{ cin: 'AB123456', name: who.name, birthDate: who.birthDate, rsuHousehold: 'M-0041' },
              registeredFrom: { listId: 'LIST-A', line: 2 },
            },
            coverage: {
              ...{ scheme: 'AMO_TADAMON', from: '2024-06-01', openedBecause: 'SCORE_BELOW_THRESHOLD' },
              reportedBy: { source: 'rsu', reference: 'REF-2' },
            },
            dependants: [],
          },
        },
      ]);
    });

    it('above it registers under Achamil who asked for it, and nobody else', () => {
      const asked = decideOne(score('9.3264285', { ...who, wantsAchamil: true }), facts(), RSU);
      expect(asked.outcome).toMatchObject({
        ...{ code: 'REGISTERED', scheme: 'AMO_ACHAMIL', rightFrom: '2024-09-01' },
      });
      expect(asked.writes).toMatchObject([
        { registration: { coverage: { openedBecause: 'JOINED_BY_CHOICE' } } },
      ]);
      expect(decideOne(score('9.3264285', who), facts(), RSU)).toMatchObject({
        outcome: { code: 'COVERAGE_CLOSED', registrationNumber: null },
        writes: [],
      });
    });

    it('registers nobody who has died, is covered otherwise, is in a family, or cannot be of that age', () => {
      const codeOf = (found: Parameters<typeof facts>[0], more: Parameters<typeof score>[1] = {}) =>
        decideOne(score('8', { ...who, ...more }), facts(found), RSU);
      const covers = [{ scheme: 'CNOPS' as const, from: '2020-01-01' }];
      const insured = known([tadamon]);
      const other = { name: { family: 'ALAOUI', given: 'Omar' }, birthDate: '1971-01-01' };
      expect([
        codeOf({ reference: { covers: [], deceasedOn: '2024-01-01' } }),
        codeOf({ reference: { covers } }),
        codeOf({ dependantOf: { insured, dependant: dependant() } }),
        codeOf({ dependantOf: { insured, dependant: dependant(other) } }),
        codeOf({}, { birthDate: '2015-01-01' }),
      ]).toMatchObject(
        ['DECEASED', 'NOT_SUBJECT_OTHER_AMO', 'DUPLICATE', 'IDENTITY_MISMATCH', 'AGE_NOT_PLAUSIBLE'].map(
          (code) => ({ outcome: { code }, writes: [] }),
        ),
      );
    });

    it('ends a declaration under somebody who has no right any more', () => {
      const insured = known([coverage('AMO_SALARIE', '2015-01-01', { to: '2023-12-31' })]);
      const decided = decideOne(
        score('8', who),
        facts({ dependantOf: { insured, dependant: dependant() } }),
        RSU,
      );
      expect(decided).toMatchObject({
        outcome: { code: 'REGISTERED' },
        writes: [{ registration: { endedDependant: { dependantId: '1', to: '2024-05-31' } } }],
      });
    });
  });

  it('of somebody who is known changes nothing for another person with the same CIN', () => {
    const another = { name: { family: 'ALAOUI', given: 'Omar' }, birthDate: '1971-01-01' };
    expect(decideOne(score('11', another), holding(tadamon), RSU).outcome.code).toBe('IDENTITY_MISMATCH');
    const same = { name: { family: 'El Amrani', given: 'Salma' }, birthDate: '1988-04-12' };
    expect(decideOne(score('11', same), holding(tadamon), RSU).outcome.code).toBe('COVERAGE_CLOSED');
  });

  it('with a CIN and a number of two people is left to a person', () => {
    const record = score('8', { cin: 'ZZ999999', registrationNumber: NUMBER });
    expect(decideOne(record, holding(tadamon), RSU).outcome.code).toBe('IDENTITY_MISMATCH');
  });

  it('that comes again is decided as it was', () => {
    const by = { listId: 'LIST-A', line: 2 };
    const record = score('10.5', { wantsAchamil: true });
    const after = holding(
      { ...tadamon, to: '2024-05-31', closedBecause: 'SCORE_ABOVE_THRESHOLD', closedBy: by },
      coverage('AMO_ACHAMIL', '2024-06-01', { openedBecause: 'SCORE_ABOVE_THRESHOLD', openedBy: by }),
    );
    expect(decideOne(record, after, RSU)).toEqual(decideOne(record, holding(tadamon), RSU));
    const noted = holding({ ...tadamon, scoreFrom: '2024-06-01' });
    expect(decideOne(score('8'), noted, RSU).outcome).toEqual(
      decideOne(score('8'), holding(tadamon), RSU).outcome,
    );
  });
});
