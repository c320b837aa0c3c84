import { distance } from 'fastest-levenshtein';
import type { CareForm, FieldSource, ReadField } from '../care-form.ts';
import { parsed } from '../parsed-value.ts';
import { withEvidence } from '../read-field.ts';
import type { FamilyOnForm } from '../who/family-on-form.ts';
import type { SecondLook } from '../witnesses.ts';
import { readAgain } from './read-again.ts';

const cinFields = ['cin', 'patientCin'] as const;

interface LikeCin {
  readonly name: (typeof cinFields)[number];
  readonly field: ReadField<string>;
  /** What the registry has. */
  readonly cin: string;
}

/**
 * CINs of the form that are one character off one of the family whose number stands on it: a misreading more likely than another person
 * with such a number.
 */
function likeCins(form: CareForm, { best }: FamilyOnForm): readonly LikeCin[] {
  if (best.numbers.length === 0) return [];
  const known = [best.family.person, ...best.family.dependants].flatMap(({ cin }) => cin ?? []);
  return cinFields.flatMap((name) => {
    const field = form[name];
    if (field === undefined || known.includes(field.value)) return [];
    const [cin, ...others] = known.filter((one) => distance(one, field.value) === 1);
    return cin === undefined || others.length > 0 ? [] : [{ name, field, cin }];
  });
}

/** Where CINs stand that should be read once more, however sure the first reading was. */
export function cinPlaces(form: CareForm, given: FamilyOnForm): readonly FieldSource[] {
  return likeCins(form, given).map(({ field }) => field.source);
}

/**
 * Whether a second reading bears the registry out where the first differs from it. It may be a character off itself, elsewhere: no two
 * misreadings of another number would make the registry's of it.
 */
function bearsOut(again: string, { field, cin }: LikeCin): boolean {
  if (again === cin) return true;
  if (again.length !== cin.length || field.value.length !== cin.length || distance(again, cin) > 1)
    return false;
  return Array.from(cin).every((character, at) => field.value[at] === character || again[at] === character);
}

const charactersOf = (text: string): string => text.replace(/[^\p{L}\d]/gu, '').toUpperCase();

/** CINs that the first reading had a character off, where a second look bears the registry out. */
export function hearCins(form: CareForm, given: FamilyOnForm, looks: readonly SecondLook[]): CareForm {
  return likeCins(form, given).reduce((heard, like) => {
    const second = readAgain(like.field, looks, (text) => parsed(charactersOf(text)));
    if (second === undefined || !bearsOut(second.parsed.value, like)) return heard;
    return {
      ...heard,
      [like.name]: withEvidence({ ...like.field, value: like.cin }, 'REGISTRY', 'SECOND_LOOK'),
    };
  }, form);
}
