import type { InvalidReason, LineWarning } from '../../../contexts/registration/records/list-lines.ts';
import type { MemberRole, MemberTrouble } from './household-kinds.ts';
import {
  withoutMissing,
  writtenMobile,
  writtenNames,
  type Faults,
  type ListedFields,
} from './listed-fields.ts';
import { memberAt, type MemberPlace } from './ramed-members.ts';
import { headerLines, namesMobile, type SampleLine, type SampleShape } from './sample-list.ts';

export interface RamedListParts {
  readonly seed: number;
  readonly asOf: string;
  readonly shape: SampleShape;
  readonly mobileShare?: number | undefined;
}

const FAULTS: Readonly<Partial<Record<MemberTrouble, Faults>>> = {
  withoutPhone: { phone: undefined },
  withoutCin: { cin: undefined },
  likelySameHead: { cin: undefined },
  cinInvalid: { cin: '99-XYZ' },
  cardExpired: { cardTo: '2021-06-30' },
  overAge: { birthDate: '1985-04-12' },
  birthDateMissing: { birthDate: undefined },
  roleUnknown: { role: 'gardener' },
  householdMissing: { household: undefined },
  cardDateInvalid: { cardTo: '2023-02-31' },
};

const REASONS: Readonly<Partial<Record<MemberTrouble, InvalidReason>>> = {
  birthDateMissing: 'BIRTH_DATE_MISSING',
  roleUnknown: 'ROLE_UNKNOWN',
  householdMissing: 'HOUSEHOLD_MISSING',
  cardDateInvalid: 'CARD_DATE_INVALID',
};

const DIED_ON = '2021-10-09';

/** Nobody dies before they were born: a small child that is dead died at birth. */
function faultsOf(trouble: MemberTrouble | undefined, birthDate: string): Faults {
  if (trouble === 'deceased') return { deceasedOn: birthDate > DIED_ON ? birthDate : DIED_ON };
  return (trouble && FAULTS[trouble]) ?? {};
}

/** Grown-ups have a card, and so has each of their telephones; children have neither. */
const HAS_CIN: Readonly<Record<MemberRole, boolean>> = {
  head: true,
  spouse: true,
  other: true,
  child: false,
};

export function memberLine({ seed, shape, mobileShare }: RamedListParts, place: MemberPlace): SampleLine {
  const { position, household, headBefore, index, plan } = place;
  const { role, trouble, codes } = plan;
  const person = memberAt(seed, place);
  const first = headerLines(shape) + 1;
  const number = householdNumber(household);
  const reference = `${number}${(index + 1).toString().padStart(2, '0')}`;
  // Who lives alone is always named with a mobile: those are compared with one another.
  const hasMobile = role !== 'child' && (place.isAlone || namesMobile(household, mobileShare));
  const isSeveral = trouble === 'likelySameHead';
  const good: ListedFields = {
    reference,
    household: number,
    role,
    ...(HAS_CIN[role] ? { cin: person.cin } : {}),
    ...writtenNames(person, isSeveral ? 'otherLatin' : position % 4 === 0 ? 'both' : 'latin'),
    birthDate: person.birthDate,
    sex: person.sex,
    cardTo: '2024-12-31',
    ...(hasMobile ? { phone: writtenMobile(person.phone, position) } : {}),
    address: person.address,
    commune: person.commune,
  };
  const fields = withoutMissing({ ...good, ...faultsOf(trouble, person.birthDate) });
  const isInvalid = codes[0] === 'INVALID';
  const reason = trouble === undefined ? undefined : REASONS[trouble];
  return {
    line: first + position,
    reference,
    fields,
    expected: {
      codes,
      reasons: reason === undefined ? [] : [reason],
      warnings: isInvalid ? [] : warningsOf(fields, trouble),
      otherCover:
        trouble === 'employee' ? 'AMO_SALARIE' : trouble === 'cnops' ? ('CNOPS' as const) : undefined,
      duplicateOfLine: trouble === 'sameHead' || isSeveral ? first + headBefore : undefined,
      tellBy: tellBy(),
    },
  };

  /** Who is registered, and the head whose grown-up child is not declared without proof. */
  function tellBy(): string | undefined {
    if (trouble === 'overAge') return namesMobile(household, mobileShare) ? person.phone : 'letter';
    if (codes[0] !== 'REGISTERED') return undefined;
    return fields.phone === undefined ? 'letter' : person.phone;
  }

  function warningsOf(cells: ListedFields, what: MemberTrouble | undefined): readonly LineWarning[] {
    return [
      ...(cells.phone === undefined ? (['PHONE_MISSING'] as const) : []),
      ...(cells.cin === undefined ? (['CIN_MISSING'] as const) : []),
      ...(what === 'cinInvalid' ? (['CIN_INVALID'] as const) : []),
    ];
  }
}

function householdNumber(household: number): string {
  return `00${(4_100_000 + household).toString()}`;
}
