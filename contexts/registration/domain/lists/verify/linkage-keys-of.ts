import { firstBirthDay, foldArabic, foldLatin, isArabic } from '#shared';
import type { LinkageKeys, ListedMember, ListedWorker } from '../../../records/list-lines.ts';
import { swappedDate } from './listed-date.ts';
import { BETWEEN_SPELLINGS } from '../../linkage/identities.ts';
import { allWordsAsBefore, nameWords } from './name-words.ts';
import { remembered } from './remembered.ts';

const REMEMBERED_COMMUNES = 5_000;

/** What record linkage compares of a person. Where a name stands in both scripts, the Latin spelling, which has its vowels. */
export function linkageKeysOf(record: ListedWorker | ListedMember): LinkageKeys {
  const family = nameWords(record.name.family);
  const given = nameWords(record.name.given);
  const isMember = record.kind === 'member';
  return {
    cin: record.cin ?? null,
    household: isMember ? record.household : null,
    role: isMember ? record.role : null,
    family: family.words,
    given: given.words,
    familySkeleton: family.skeleton,
    givenSkeleton: given.skeleton,
    // Linkage takes the first of January for a day that nobody knows.
    birthDate: firstBirthDay(record.birthDate),
    birthDateSwapped: swappedDate(firstBirthDay(record.birthDate)),
    sex: record.sex ?? null,
    phone: record.phone ?? null,
    commune: record.commune === undefined ? null : foldCommune(record.commune),
    ...keysAsBefore(record.name, { family: family.words, given: given.words }),
  };
}

/** What people of earlier lists are kept under, where that is something else. */
function keysAsBefore(
  name: ListedWorker['name'],
  now: { readonly family: string; readonly given: string },
): Pick<LinkageKeys, 'familyAsBefore' | 'givenAsBefore'> {
  const [familyAsBefore, givenAsBefore] = [name.family, name.given].map((one) =>
    allWordsAsBefore(one).join(BETWEEN_SPELLINGS),
  );
  return familyAsBefore === now.family && givenAsBefore === now.given
    ? {}
    : { familyAsBefore, givenAsBefore };
}

const foldCommune = remembered(
  (name: string): string => (isArabic(name) ? foldArabic(name) : foldLatin(name)),
  REMEMBERED_COMMUNES,
);
