import type { PersonFile } from './person-file.ts';

/**
 * Whether two people on file are one, or of one family as far as the registry tells: one is declared under the other, or someone
 * is declared under both. People without a CIN, such as children, tell nothing here.
 */
export function isSameFamily(one: PersonFile, other: PersonFile): boolean {
  if (one.person.registrationNumber === other.person.registrationNumber) return true;
  const cins = new Set(cinsOf(one));
  return cinsOf(other).some((cin) => cins.has(cin));
}

function cinsOf({ person, dependants }: PersonFile): readonly string[] {
  return [person, ...dependants].flatMap(({ cin }) => cin ?? []);
}
