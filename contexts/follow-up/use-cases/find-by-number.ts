import { type Person, personNames, type PhoneBook, type RegistryReader } from '#registry';
import type { WaitingClaims } from '#payments';
import type { AccessRecord } from '#staff';
import type { FoundByNumber, FoundSubject } from '../api/follow-up.ts';
import { type NumberKind, readNumber, type TypedNumber } from '../domain/typed-number.ts';
import { foundFileOf, summaryOf } from './claim-summary.ts';
import type { SearchDependencies } from './search-claims.ts';

/** Claims that are shown of one subject; the others are a search by person. */
const MOST_CLAIMS = 25;
/** A phone that more people share is one of a shop or of a school. */
const MOST_PEOPLE = 10;
/** Two receipts that begin alike are not to be expected in years. */
const MOST_FILES = 5;

export interface FindByNumberDependencies extends Omit<SearchDependencies, 'registry'> {
  readonly registry: Pick<RegistryReader, 'findNumberByCin' | 'findPerson' | 'findProvider'> & PhoneBook;
  readonly waiting: Pick<WaitingClaims, 'listHeldFor'>;
}

/**
 * Finds what a number is of that someone gives, whichever kind it may be by its form: where it may be two, both are tried. Each
 * subject that was found is on record before anything is shown; of a number that finds nothing only its kinds are.
 */
export async function findByNumber(
  actor: string,
  text: string,
  dependencies: FindByNumberDependencies,
): Promise<FoundByNumber> {
  const numbers = readNumber(text);
  const found = (await Promise.all(numbers.map((number) => find(number, dependencies)))).flat();
  const records =
    found.length === 0 ? [nothingFound(numbers)] : found.map((subject) => recordOf(subject, found.length));
  for (const record of records) await dependencies.accesses.record({ actor, ...record });
  return { kinds: numbers.map(({ kind }) => kind), found };
}

async function find(
  { kind, value }: TypedNumber,
  dependencies: FindByNumberDependencies,
): Promise<readonly FoundSubject[]> {
  const { claims, registry, search } = dependencies;
  switch (kind) {
    case 'claim': {
      const claim = await claims.find(value);
      return claim === undefined ? [] : [{ kind, claims: [summaryOf(claim)], isMore: false }];
    }
    case 'receipt':
      return ofFile(kind, value, dependencies);
    case 'short-receipt': {
      const fileIds = await search.filesByShortReceipt(value, MOST_FILES);
      return (await Promise.all(fileIds.map((fileId) => ofFile(kind, fileId, dependencies)))).flat();
    }
    case 'insured':
      return ofInsured(kind, value, dependencies);
    case 'cin': {
      const registrationNumber = await registry.findNumberByCin(value);
      return registrationNumber === undefined ? [] : ofInsured(kind, registrationNumber, dependencies);
    }
    case 'phone': {
      const people = await registry.findByPhone(value, MOST_PEOPLE);
      return Promise.all(people.map((person) => ofPerson(kind, person, dependencies)));
    }
    case 'provider':
      return ofProvider(value, dependencies);
  }
}

async function ofFile(
  kind: NumberKind,
  fileId: string,
  { files, claims }: Pick<FindByNumberDependencies, 'files' | 'claims'>,
): Promise<readonly FoundSubject[]> {
  const file = await files.find(fileId);
  if (file === undefined) return [];
  const found = await claims.findMany(file.claimIds ?? []);
  const inOrder = found.toSorted((one, other) => one.formNumber - other.formNumber);
  return [{ kind, file: foundFileOf(file), claims: inOrder.map(summaryOf), isMore: false }];
}

async function ofInsured(
  kind: NumberKind,
  registrationNumber: string,
  dependencies: FindByNumberDependencies,
): Promise<readonly FoundSubject[]> {
  const person = await dependencies.registry.findPerson(registrationNumber);
  const found = await ofPerson(kind, person ?? { registrationNumber }, dependencies);
  // Claims may have a number that the registry does not know yet: lists come late.
  return person === undefined && found.claims.length === 0 ? [] : [found];
}

async function ofPerson(
  kind: NumberKind,
  { registrationNumber, name }: Pick<Person, 'registrationNumber'> & Partial<Pick<Person, 'name'>>,
  { search }: Pick<FindByNumberDependencies, 'search'>,
): Promise<FoundSubject> {
  const page = await search.listOfInsured(registrationNumber, { limit: MOST_CLAIMS });
  return {
    kind,
    person: { registrationNumber, names: name === undefined ? [] : [...personNames(name)] },
    claims: page.claims.map(summaryOf),
    isMore: page.next !== undefined,
  };
}

/** Claims are not kept by who gave the care: what is found of a provider are those whose payment waits for its account. */
async function ofProvider(
  inpe: string,
  { registry, waiting }: Pick<FindByNumberDependencies, 'registry' | 'waiting'>,
): Promise<readonly FoundSubject[]> {
  const provider = await registry.findProvider(inpe);
  if (provider === undefined) return [];
  const held = await waiting.listHeldFor(inpe, { limit: MOST_CLAIMS });
  const { name, specialty, place } = provider;
  return [
    {
      kind: 'provider',
      provider: { inpe, name, specialty, place },
      claims: held.claims.map(summaryOf),
      isMore: held.next !== undefined,
    },
  ];
}

type Recorded = Pick<AccessRecord, 'operation' | 'subject' | 'details'>;

/** The number itself is not written: the record is about whom or what it found. */
function recordOf({ kind, person, file, claims }: FoundSubject, subjects: number): Recorded {
  const [claim] = claims;
  const ofClaim = kind === 'claim' && claim !== undefined ? `claim:${claim.claimId}` : 'search';
  const ofFileOrClaim = file === undefined ? ofClaim : `file:${file.fileId}`;
  return {
    operation: kind === 'cin' ? 'findByCin' : 'findByNumber',
    subject: person === undefined ? ofFileOrClaim : `person:${person.registrationNumber}`,
    details: { by: kind, found: claims.length, ...(subjects > 1 && { subjects }) },
  };
}

const nothingFound = (numbers: readonly TypedNumber[]): Recorded => ({
  operation: 'findByNumber',
  subject: 'search',
  details: { by: numbers.map(({ kind }) => kind).join('+') || 'unknown', found: 0 },
});
