import type { LinkageKeys, ListedMember } from '../../../core/contracts/list-lines.ts';
import { foldLatin } from '../../../core/domain/identifiers/fold-text.ts';
import { swappedDate } from '../../../core/domain/lists/verify/listed-date.ts';
import { nameWords } from '../../../core/domain/lists/verify/name-words.ts';

export function linkageKeysOf(record: ListedMember): LinkageKeys {
  const family = nameWords(record.name.family);
  const given = nameWords(record.name.given);
  return {
    cin: record.cin ?? null,
    household: record.household,
    role: record.role,
    family: family.words,
    given: given.words,
    familySkeleton: family.skeleton,
    givenSkeleton: given.skeleton,
    birthDate: record.birthDate,
    birthDateSwapped: swappedDate(record.birthDate),
    sex: record.sex ?? null,
    phone: record.phone ?? null,
    commune: record.commune === undefined ? null : foldLatin(record.commune),
  };
}
