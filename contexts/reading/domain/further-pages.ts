import type { FormPage } from './form-page.ts';
import { readPageFields } from './page-fields.ts';
import { hasFormTitle } from './page-role.ts';
import type { RegistryFacts } from './witnesses.ts';

/** The pages that a form has so far. */
type OpenForm = readonly [FormPage, ...FormPage[]];

/** Whether an open form can have this further page: not another person's, and not behind a table that has its total. */
export function continues(form: OpenForm, part: FormPage, role: 'continuation' | 'acts-only'): boolean {
  const last = form.at(-1) ?? form[0];
  if (role === 'acts-only')
    return last.reading.table.hasHeader && !last.reading.values.some((value) => value.label.name === 'total');
  const own = readPageFields(part.reading).registrationNumber?.value;
  return own === undefined || own === readPageFields(form[0].reading).registrationNumber?.value;
}

/** Whether the rows of a page are what the open form's total lacks, with what a pharmacy sold or without. */
export function completesTotal(form: OpenForm, part: FormPage): boolean {
  const { contentTable: more } = part;
  if (more === undefined || form.some(({ contentTable }) => contentTable?.isSumRight === true)) return false;
  const sum = [...form, part]
    .flatMap(({ contentTable }) => contentTable?.acts ?? [])
    .reduce((total, act) => total + (act.billedCentimes?.value ?? 0), 0);
  const amounts = new Set(
    [...form, part].flatMap(({ candidates, contentTable }) =>
      [...candidates.amounts, ...(contentTable?.amountsOutside ?? [])].map(({ parsed }) => parsed.value),
    ),
  );
  const largest = Math.max(...amounts);
  return amounts.has(sum) || (largest > sum && amounts.has(largest - sum));
}

/** `2/2` in the margin of a page that is not the first of its form. */
const laterPage = /^(?:page|p\.?)?(?<page>[2-9])(?:\/|sur|de)(?<pages>[2-9])$/i;
/** Share of the page's height at its top and its foot in which its number stands. */
const marginShare = 0.12;

function isNumberedLater({ rows }: FormPage): boolean {
  return rows
    .filter(({ y }) => y < marginShare || y > 1 - marginShare)
    .flatMap(({ tokens }) => [...tokens.map(({ text }) => text), tokens.map(({ text }) => text).join('')])
    .some((text) => {
      const { page, pages } = laterPage.exec(text.replace(/\s/g, ''))?.groups ?? {};
      return page !== undefined && pages !== undefined && page <= pages;
    });
}

/**
 * Whether a page is a further one of the open form: it has the form's title or number, or says that it is not the first, and nobody's
 * number or CIN that is not on the form already.
 */
export function isFurtherPage(form: OpenForm, part: FormPage, { providers }: RegistryFacts): boolean {
  const number = readPageFields(form[0].reading).dossierNumber?.value;
  const hasNumber =
    number !== undefined && part.rows.some(({ tokens }) => tokens.some(({ text }) => text === number));
  if (!hasNumber && !hasFormTitle(part.reading) && !isNumberedLater(part)) return false;
  const known = new Set([
    ...form.flatMap(({ candidates }) =>
      [...candidates.nineDigits, ...candidates.cins].map(({ parsed }) => parsed.value),
    ),
    ...providers.map(({ inpe }) => inpe),
  ]);
  return [...part.candidates.nineDigits, ...part.candidates.cins].every(({ parsed }) =>
    known.has(parsed.value),
  );
}
