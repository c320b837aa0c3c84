import type {
  LinkedLine,
  LineLink,
  ListedMember,
  ListedRecord,
  ListedScore,
  ListedWorker,
  LineOutcome,
} from '../../../../contexts/registration/records/list-lines.ts';
import type { Coverage, Dependant, Person } from '../../../../contexts/registry/records/registry-records.ts';
import { decideUnit } from '../../../../contexts/registration/domain/decide-unit.ts';
import { NO_FACTS, type IdentityFacts } from '../../../../contexts/registration/domain/identity-facts.ts';
import { type KnownPerson } from '../../../../contexts/registry/domain/reference-facts.ts';
import type { LineDecision, ListContext } from '../../../../contexts/registration/domain/line-decision.ts';
import { currentRuleBook } from '../../../../contexts/rules/rule-book.ts';

/** Lines, people and facts as tests of registration need them: everything in order unless said. */

export const NUMBER = '123456789';
const NAME = { family: 'EL AMRANI', given: 'Salma' };
const BORN = '1988-04-12';

export function worker(more: Partial<ListedWorker> = {}): ListedWorker {
  return {
    kind: 'worker',
    cin: 'AB123456',
    name: NAME,
    birthDate: BORN,
    phone: '+212612345678',
    category: 'CPU',
    activityFrom: '2015-06-10',
    ...more,
  };
}

export function member(role: ListedMember['role'], more: Partial<ListedMember> = {}): ListedMember {
  const born = { head: '1970-02-03', spouse: '1975-07-08', child: '2010-09-10', other: '1945-01-02' };
  return {
    kind: 'member',
    household: '004100001',
    role,
    name: {
      family: 'TAHIRI',
      given: { head: 'Driss', spouse: 'Naima', child: 'Yassine', other: 'Aicha' }[role],
    },
    birthDate: born[role],
    cardTo: '2024-12-31',
    ...more,
  };
}

export function score(value: string, more: Partial<ListedScore> = {}): ListedScore {
  return { kind: 'score', cin: 'AB123456', score: value, from: '2024-06-01', wantsAchamil: false, ...more };
}

export function line(number: number, record: ListedRecord, link: LineLink | null = null): LinkedLine {
  return {
    verified: {
      status: 'usable',
      line: number,
      reference: `REF-${number}`,
      record,
      warnings: [],
      keys: null,
    },
    link,
  };
}

export function linkTo(kind: LineLink['kind'], other: number | string): LineLink {
  return typeof other === 'number'
    ? { kind, line: other, registrationNumber: null, probability: 1 }
    : { kind, line: null, registrationNumber: other, probability: 1 };
}

export function coverage(scheme: Coverage['scheme'], from: string, more: Partial<Coverage> = {}): Coverage {
  return { type: 'coverage', registrationNumber: NUMBER, scheme, from, ...more };
}

export function known(
  coverages: readonly Coverage[],
  { person = {}, dependants = [] }: { person?: Partial<Person>; dependants?: readonly Dependant[] } = {},
): KnownPerson {
  return {
    person: {
      type: 'person',
      registrationNumber: NUMBER,
      cin: 'AB123456',
      name: NAME,
      birthDate: BORN,
      language: 'fr',
      smsOptOut: false,
      phone: '+212700000001',
      ...person,
    },
    coverages,
    dependants,
  };
}

export function dependant(more: Partial<Dependant> = {}): Dependant {
  return {
    type: 'dependant',
    registrationNumber: NUMBER,
    dependantId: '1',
    link: 'spouse',
    name: NAME,
    birthDate: BORN,
    from: '2022-12-01',
    studies: [],
    disabled: false,
    ...more,
  };
}

export function facts(more: Partial<IdentityFacts> = {}): IdentityFacts {
  return { ...NO_FACTS, ...more };
}

export function contextOf(more: Partial<ListContext> = {}): ListContext {
  return { listId: 'LIST-A', source: 'dgi', asOf: '2021-12-31', rules: currentRuleBook(), ...more };
}

/** The decision on one line. */
export function decideOne(
  record: ListedRecord,
  known: IdentityFacts = NO_FACTS,
  { link = null, ...context }: Partial<ListContext> & { link?: LineLink | null } = {},
): LineDecision {
  return onlyOne(decideUnit([line(2, record, link)], [known], contextOf(context)));
}

export function decideMembers(
  members: readonly (readonly [ListedMember, IdentityFacts?, LineLink?])[],
  context: Partial<ListContext> = {},
): readonly LineDecision[] {
  return decideUnit(
    members.map(([record, , link], index) => line(index + 2, record, link ?? null)),
    members.map(([, ofMember]) => ofMember ?? NO_FACTS),
    contextOf({ source: 'ramed', asOf: '2022-11-30', ...context }),
  );
}

export const codesOf = (decisions: readonly LineDecision[]): readonly LineOutcome['code'][] =>
  decisions.map(({ outcome }) => outcome.code);

function onlyOne(decisions: readonly LineDecision[]): LineDecision {
  const [first] = decisions;
  if (first === undefined || decisions.length > 1) throw new Error('One decision was expected');
  return first;
}
