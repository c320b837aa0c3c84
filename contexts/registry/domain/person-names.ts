import type { Person } from '../records/registry-records.ts';

/** The ways the registry writes a name: in Latin letters, and in Arabic where it has them. */
export function personNames(name: Person['name']): readonly string[] {
  const { family, given, familyArabic, givenArabic } = name;
  const latin = `${family} ${given}`;
  return familyArabic === undefined || givenArabic === undefined
    ? [latin]
    : [latin, `${familyArabic} ${givenArabic}`];
}
