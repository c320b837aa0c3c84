import { formFieldNames } from '../records/form-fields.ts';
import type { CareForm, CareFormAct, FormFieldName } from './care-form.ts';
import { readPageFields, type PageFields } from './page-fields.ts';
import type { PageReading } from './page-reading.ts';

/** The pages of one form in file order; at least one. */
export type FormPages = [PageReading, ...PageReading[]];

/** What the first page lacks is taken from the next; the total is the last page's, since a table ends there. */
function joinFields(first: PageFields, next: PageFields): PageFields {
  const joined: { -readonly [Name in keyof PageFields]: PageFields[Name] } = { ...first };
  const fill = <Name extends FormFieldName>(name: Name, from: Pick<PageFields, Name>): void => {
    joined[name] ??= from[name];
  };
  for (const name of formFieldNames) fill(name, next);
  return {
    ...joined,
    purpose: first.purpose === 'unknown' ? next.purpose : first.purpose,
    totalCentimes: next.totalCentimes ?? first.totalCentimes,
  };
}

/** Makes one form of its pages: fields of the first page first, acts of all pages in order. */
export function joinForms(pages: FormPages): CareForm {
  const [first, ...rest] = pages;
  const fields = rest.map(readPageFields).reduce(joinFields, readPageFields(first));
  const acts = pages.flatMap((page): readonly CareFormAct[] => page.table.acts);
  return { pages: [...new Set(pages.map((page) => page.frame.number))], ...fields, acts };
}
