import type { SamplePerson } from './sample-person.ts';
import type { WorkerKind } from './worker-kinds.ts';

/** Fields of a line, and what the published formats call them. */
const COLUMN_OF = {
  reference: 'reference',
  cin: 'cin',
  family: 'family_name',
  given: 'given_name',
  familyArabic: 'family_name_ar',
  givenArabic: 'given_name_ar',
  birthDate: 'birth_date',
  sex: 'sex',
  category: 'category',
  activityFrom: 'activity_from',
  activityTo: 'activity_to',
  household: 'household',
  role: 'role',
  cardTo: 'card_to',
  registrationNumber: 'registration_number',
  score: 'score',
  scoreFrom: 'score_from',
  wantsAchamil: 'wants_achamil',
  deceasedOn: 'deceased_on',
  phone: 'phone',
  address: 'address',
  commune: 'commune',
} as const;
export type ListedField = keyof typeof COLUMN_OF;
export type ListedFields = Readonly<Partial<Record<ListedField, string>>>;

const ENTRIES = Object.entries(COLUMN_OF);

/** The cells of a line by the name of the column. */
export function cellsOf(fields: ListedFields): ReadonlyMap<string, string> {
  const values: Readonly<Record<string, string | undefined>> = fields;
  return new Map(
    ENTRIES.flatMap(([field, column]) => {
      const value = values[field];
      return value === undefined ? [] : [[column, value] as const];
    }),
  );
}

export type WayOfNames = 'latin' | 'both' | 'arabic' | 'otherLatin';

const FIXED_LINE = '0522 30 40 50';

/** A mobile in one of the ways people write it. */
export function writtenMobile(e164: string, way: number): string {
  const digits = e164.slice('+212'.length);
  const pairs = `0${digits}`.replace(/(..)(?=.)/g, '$1 ');
  const ways = [`0${digits}`, pairs, e164, `00212${digits}`, pairs.replaceAll(' ', '-')];
  return ways[way % ways.length] ?? e164;
}

/** How a person's names stand on a line: in Latin letters, in Arabic ones too, or in those only. */
export function writtenNames(
  { family, given }: Pick<SamplePerson, 'family' | 'given'>,
  way: WayOfNames,
): ListedFields {
  const arabic = { familyArabic: family.arabic, givenArabic: given.arabic };
  if (way === 'arabic') return arabic;
  if (way === 'otherLatin') return { family: family.otherLatin, given: given.otherLatin };
  const latin = { family: family.latin, given: given.latin };
  return way === 'both' ? { ...latin, ...arabic } : latin;
}

export type Faults = Partial<Record<ListedField, string | undefined>>;

/** What a kind of line has that a good line has not; `undefined` takes a field away. */
export function faultsOf(kind: WorkerKind, asOf: string): Faults {
  const year = Number(asOf.slice(0, 4));
  const faults: Partial<Record<WorkerKind, Faults>> = {
    withoutPhone: { phone: undefined },
    phoneInvalid: { phone: FIXED_LINE },
    deceasedInList: { deceasedOn: `${year - 1}-03-15` },
    activityClosed: { activityTo: `${year - 1}-02-28` },
    tooOld: { birthDate: '1890-05-17' },
    tooYoung: { birthDate: `${year - 6}-05-17`, activityFrom: `${year - 1}-06-01` },
    referenceMissing: { reference: undefined },
    cinMissing: { cin: undefined },
    cinInvalid: { cin: '123ABC45' },
    nameMissing: { given: undefined, givenArabic: undefined },
    nameInvalid: { family: '12345', familyArabic: undefined },
    birthDateMissing: { birthDate: undefined },
    birthDateInvalid: { birthDate: '1985-02-30' },
    sexInvalid: { sex: 'X' },
    categoryUnknown: { category: 'ASTROLOGER' },
    activityDateInvalid: { activityFrom: '2020-13-01' },
    manyFaults: { cin: '123ABC45', birthDate: undefined, sex: '?' },
  };
  return faults[kind] ?? {};
}

/** Only the fields that are there. */
export function withoutMissing(fields: Faults): ListedFields {
  return Object.fromEntries(Object.entries(fields).filter(([, value]) => value !== undefined));
}
