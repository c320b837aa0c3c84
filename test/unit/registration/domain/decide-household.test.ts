import { describe, expect, it } from 'vitest';
import type { Coverage } from '../../../../contexts/registry/records/registry-records.ts';
import {
  codesOf,
  coverage,
  decideMembers,
  dependant,
  facts,
  known,
  linkTo,
  member,
  NUMBER,
} from './registration-builder.ts';

const HEAD = { name: { family: 'TAHIRI', given: 'Driss' }, birthDate: '1970-02-03', cin: 'BE777777' };
const head = (more = {}) => member('head', { cin: 'BE777777', ...more });
const headKnown = (coverages: readonly Coverage[], more = {}) => known(coverages, { person: HEAD, ...more });
const tadamon = coverage('AMO_TADAMON', '2022-12-01');

describe('a household of RAMED', () => {
  it('becomes an insured person under Tadamon from 1 December 2022, with dependants, in one registration', () => {
    const decisions = decideMembers([
      [head({ phone: '+212612345678' })],
      [member('spouse', { cin: 'BE888888' })],
      [member('child')],
    ]);
    expect(codesOf(decisions)).toEqual(['REGISTERED', 'DEPENDANT_REGISTERED', 'DEPENDANT_REGISTERED']);
    expect(decisions[0]).toMatchObject({
      outcome: {
        scheme: 'AMO_TADAMON',
        rightFrom: '2022-12-01',
        tell: { kind: 'registered', phone: '+212612345678' },
      },
      writes: [
        {
          kind: 'register',
          registration: {
            person: { cin: 'BE777777', ramedNumber: '004100001' },
            coverage: { scheme: 'AMO_TADAMON', from: '2022-12-01' },
            dependants: [
              {
                dependantId: '1',
                link: 'spouse',
                cin: 'BE888888',
                registeredFrom: { listId: 'LIST-A', line: 3 },
              },
              { dependantId: '2', link: 'child', from: '2022-12-01' },
            ],
          },
        },
      ],
    });
    expect(decisions.slice(1)).toMatchObject([
      { outcome: { tell: null }, numberFromLine: 2, writes: [] },
      { outcome: { tell: null }, numberFromLine: 2, writes: [] },
    ]);
  });

  it('whose head has no CIN is registered by its RAMED number', () => {
    const decisions = decideMembers([[member('head')]]);
    expect(decisions).toMatchObject([
      {
        outcome: { code: 'REGISTERED' },
        writes: [{ registration: { person: { ramedNumber: '004100001' } } }],
      },
    ]);
  });

  it.each([
    ['has no head', [member('spouse'), member('child')]],
    ['has two heads', [member('head'), head(), member('child')]],
  ])('that %s is not registered at all', (_, members) => {
    const decisions = decideMembers(members.map((one) => [one]));
    expect(new Set(codesOf(decisions))).toEqual(new Set(['HOUSEHOLD_WITHOUT_HEAD']));
    expect(decisions.flatMap(({ writes }) => writes)).toEqual([]);
  });

  it('whose head appears twice has one head', () => {
    const decisions = decideMembers([[head()], [head(), facts(), linkTo('duplicate', 2)], [member('child')]]);
    expect(codesOf(decisions)).toEqual(['REGISTERED', 'DUPLICATE', 'DEPENDANT_REGISTERED']);
  });

  it.each([
    ['died', head({ deceasedOn: '2021-05-05' }), facts(), 'DECEASED'],
    ['has a card that ended before', head({ cardTo: '2022-11-30' }), facts(), 'CARD_EXPIRED'],
    [
      'is covered as an employee',
      head(),
      facts({ person: headKnown([coverage('AMO_SALARIE', '2015-01-01')]) }),
      'NOT_SUBJECT_OTHER_AMO',
    ],
    [
      'is on the list of CNOPS',
      head(),
      facts({ reference: { covers: [{ scheme: 'CNOPS', from: '2010-01-01' }] } }),
      'NOT_SUBJECT_OTHER_AMO',
    ],
    ['has the CIN of someone else', head(), facts({ person: known([tadamon]) }), 'IDENTITY_MISMATCH'],
    [
      'has the RAMED number of someone else',
      head(),
      facts({ household: known([tadamon]) }),
      'IDENTITY_MISMATCH',
    ],
    ['is seven years old', head({ birthDate: '2015-01-01' }), facts(), 'AGE_NOT_PLAUSIBLE'],
    [
      'had Tadamon and lost it',
      head(),
      facts({ person: headKnown([{ ...tadamon, to: '2024-02-29' }]) }),
      'COVERAGE_CLOSED',
      '2024-06-30',
    ],
  ] as const)('whose head %s registers nobody', (...[, record, ofHead, code, asOf]) => {
    const child = member('child', { cardTo: undefined });
    const card = { ...record };
    const decisions = decideMembers([[card, ofHead], [child]], { asOf: asOf ?? '2022-11-30' });
    expect(codesOf(decisions)).toEqual([code, 'HEAD_NOT_REGISTERED']);
    expect(decisions.flatMap(({ writes }) => writes)).toEqual([]);
  });

  it('with a card to the very day is registered', () => {
    expect(codesOf(decideMembers([[head({ cardTo: '2022-12-01' })]]))).toEqual(['REGISTERED']);
  });
});

describe('a member of a household', () => {
  const codeOf = (
    record: ReturnType<typeof member>,
    ofMember = facts(),
    asOf = '2022-11-30',
  ): string | undefined => codesOf(decideMembers([[head()], [record, ofMember]], { asOf }))[1];

  it('covered elsewhere is left out alone', () => {
    const reference = { covers: [{ scheme: 'CNOPS', from: '2012-09-01' } as const] };
    const decisions = decideMembers([
      [head()],
      [member('spouse', { cin: 'BE888888' }), facts({ reference })],
      [member('child')],
    ]);
    expect(codesOf(decisions)).toEqual(['REGISTERED', 'NOT_SUBJECT_OTHER_AMO', 'DEPENDANT_REGISTERED']);
    expect(decisions[0]?.writes).toMatchObject([{ registration: { dependants: [{ dependantId: '2' }] } }]);
  });

  it.each([
    ['2000-12-02', 'DEPENDANT_REGISTERED'],
    ['2000-12-01', 'DEPENDANT_NOT_ELIGIBLE'],
  ])('born on %s is a child by the age on the day the right begins: %s', (birthDate, code) => {
    expect(codeOf(member('child', { birthDate }))).toBe(code);
  });

  it('who is too old is not declared, and the head is asked for proof of studies or inability', () => {
    const grown = member('child', { birthDate: '2000-12-01', phone: undefined });
    const [ofHead, ofChild] = decideMembers([[head({ phone: '+212611111111' })], [grown]]);
    expect(ofChild).toMatchObject({
      outcome: {
        code: 'DEPENDANT_NOT_ELIGIBLE',
        tell: { kind: 'proof-wanted', phone: '+212611111111', language: 'ar' },
      },
      numberFromLine: 2,
    });
    expect(ofHead?.writes).toMatchObject([{ registration: { dependants: [] } }]);
    const atHome = known([tadamon], {
      person: { cin: 'T100001', name: head().name, birthDate: head().birthDate, smsOptOut: true },
    });
    const [, later] = decideMembers([[head(), facts({ person: atHome })], [grown]]);
    expect(later?.outcome).toMatchObject({
      ...{ code: 'DEPENDANT_NOT_ELIGIBLE', registrationNumber: atHome.person.registrationNumber },
      tell: { kind: 'proof-wanted', phone: null, language: 'fr' },
    });
  });

  it('of no age that proof would help is not asked for any', () => {
    expect(decideMembers([[head()], [member('other')]])[1]?.outcome.tell).toBeNull();
  });

  it('born after that day is declared from birth', () => {
    const decisions = decideMembers([[head()], [member('child', { birthDate: '2023-02-03' })]], {
      asOf: '2023-05-31',
    });
    expect(decisions[0]?.writes).toMatchObject([{ registration: { dependants: [{ from: '2023-02-03' }] } }]);
  });

  it.each([
    ['neither spouse nor child', member('other'), 'DEPENDANT_NOT_ELIGIBLE'],
    ['dead', member('child', { deceasedOn: '2022-01-01' }), 'DECEASED'],
    ['a spouse of nine years', member('spouse', { birthDate: '2013-01-01' }), 'AGE_NOT_PLAUSIBLE'],
  ])('who is %s is not declared', (_, record, code) => {
    expect(codeOf(record)).toBe(code);
  });

  it('who is insured in another household, or declared in one, is there already', () => {
    const spouse = member('spouse', {
      cin: 'AB123456',
      name: { family: 'EL AMRANI', given: 'Salma' },
      birthDate: '1988-04-12',
    });
    expect(codeOf(spouse, facts({ person: known([tadamon]) }))).toBe('DUPLICATE');
    expect(codeOf(spouse, facts({ person: known([coverage('AMO_TNS', '2021-12-01')]) }))).toBe(
      'NOT_SUBJECT_OTHER_AMO',
    );
    const declared = dependant({ registrationNumber: '222222222', cin: 'AB123456' });
    const under = (coverages: readonly Coverage[], to?: string) =>
      facts({
        dependantOf: {
          insured: known(coverages, { person: { registrationNumber: '222222222' } }),
          dependant: { ...declared, to },
        },
      });
    expect(codeOf(spouse, under([tadamon]))).toBe('DUPLICATE');
    expect(codeOf(spouse, under([coverage('AMO_TNS', '2021-12-01')]))).toBe('NOT_SUBJECT_OTHER_AMO');
    expect(codeOf(spouse, under([]))).toBe('DUPLICATE');
    const decisions = decideMembers([[head()], [spouse, under([], '2022-06-30')]]);
    expect(decisions[0]?.writes).toMatchObject([
      { registration: { dependants: [{ cin: 'AB123456', declaredBefore: '222222222' }] } },
    ]);
  });
});

describe('a household whose head is registered', () => {
  const child = dependant({
    link: 'child',
    name: { family: 'TAHIRI', given: 'Yassine' },
    birthDate: '2010-09-10',
    dependantId: '3',
  });

  it('under Tadamon keeps its number, and declares who is not declared yet', () => {
    const person = headKnown([tadamon], { dependants: [child] });
    const decisions = decideMembers([
      [head(), facts({ person })],
      [member('child')],
      [member('child', { name: { family: 'TAHIRI', given: 'Hiba' }, birthDate: '2015-01-01' })],
    ]);
    expect(decisions.map(({ outcome }) => [outcome.code, outcome.registrationNumber])).toEqual([
      ['ALREADY_REGISTERED', NUMBER],
      ['ALREADY_REGISTERED', NUMBER],
      ['DEPENDANT_REGISTERED', NUMBER],
    ]);
    expect(decisions[0]?.writes).toMatchObject([
      {
        kind: 'join-household',
        household: {
          registrationNumber: NUMBER,
          ramedNumber: '004100001',
          dependants: [{ dependantId: '5' }],
        },
      },
    ]);
  });

  it('is found by its RAMED number where the CIN is missing, and nothing is written twice', () => {
    const household = headKnown([tadamon], { dependants: [child] });
    const decisions = decideMembers([[member('head'), facts({ household })], [member('child')]]);
    expect(codesOf(decisions)).toEqual(['ALREADY_REGISTERED', 'ALREADY_REGISTERED']);
    expect(decisions.flatMap(({ writes }) => writes)).toEqual([]);
  });

  it('without a right today gets Tadamon beside the cover that ended', () => {
    const person = headKnown([coverage('AMO_SALARIE', '2015-01-01', { to: '2023-03-10' })]);
    const decisions = decideMembers([[head(), facts({ person })], [member('child')]], { asOf: '2023-06-30' });
    expect(codesOf(decisions)).toEqual(['COVERAGE_CHANGED', 'DEPENDANT_REGISTERED']);
    expect(decisions[0]?.writes).toMatchObject([
      {
        kind: 'change-coverage',
        change: { open: { coverage: { scheme: 'AMO_TADAMON', from: '2023-04-01' } } },
      },
      { kind: 'join-household', household: { dependants: [{ from: '2023-04-01' }] } },
    ]);
  });

  it('by the same line before is decided as it was', () => {
    const lines = [[head()], [member('child')]] as const;
    const first = decideMembers(lines);
    const person = headKnown([tadamon], {
      person: { ...HEAD, registeredFrom: { listId: 'LIST-A', line: 2 } },
      dependants: [{ ...child, dependantId: '1', registeredFrom: { listId: 'LIST-A', line: 3 } }],
    });
    expect(decideMembers([[head(), facts({ person, household: person })], [member('child')]])).toEqual(first);
  });
});
