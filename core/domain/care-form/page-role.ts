import type { LabelName } from './label-lexicon.ts';
import { hasLabel, type PageReading } from './page-reading.ts';
import { hasLetterOrDigit } from './text-folding.ts';

/** What a page is to the file: the first page of a form, a further page of one, something else, or nothing. */
export type ReadPageRole = 'form' | 'continuation' | 'other' | 'blank';

const fewestCharacters = 8;
const surePercent = 40;

function isBlank(page: PageReading): boolean {
  const characters = page.frame.words
    .filter((word) => word.confidencePercent >= surePercent && hasLetterOrDigit(word.text))
    .reduce((sum, word) => sum + word.text.length, 0);
  return characters < fewestCharacters;
}

/** What only a care form has together; an invoice has some of it, a prescription less. */
const partsOfForm: readonly (readonly LabelName[])[] = [
  ['section.insured', 'insuredName', 'optionInsured'],
  ['section.patient', 'patientName', 'patientBirthDate', 'link'],
  ['section.provider', 'providerName', 'inpe'],
  ['registrationNumber'],
  ['cin'],
  ['optionSpouse', 'optionChild'],
  ['optionPriorApproval', 'optionExecution'],
  ['birthDate', 'insuredBirthDate'],
  ['attachmentsCount', 'expenses'],
];

const identityParts: readonly LabelName[] = ['registrationNumber', 'section.insured', 'insuredName', 'cin'];

/** Titles stand in the upper part of a page, alone on their row or with a number. */
function isTitled(page: PageReading, name: LabelName): boolean {
  return page.labels.some((label) => {
    if (label.name !== name) return false;
    const row = page.rows.find((one) => one.words.some((word) => label.words.includes(word)));
    const beside = (row?.words ?? []).filter(
      (word) => !label.words.includes(word) && word.left > label.left - 2 * page.frame.characterWidth,
    );
    const letters = beside.filter((word) => /^\p{Ll}{3,}$/u.test(word.text)).length;
    return letters < 2;
  });
}

/**
 * Tells what a page is by its labels taken together: a title alone is not a form, and a form whose title was cut off
 * still is one. The table of acts without the insured's part is a further page of a form.
 */
export function roleOfPage(page: PageReading): ReadPageRole {
  if (isBlank(page)) return 'blank';
  const parts = partsOfForm.filter((names) => hasLabel(page, ...names)).length;
  const hasTitle = isTitled(page, 'title');
  const hasIdentity = hasLabel(page, ...identityParts);
  const hasTable = page.table.hasHeader || page.table.acts.length > 0;
  if (isTitled(page, 'otherTitle') && !hasTitle) return 'other';
  if (hasTitle && hasIdentity && parts >= 2) return 'form';
  if (hasIdentity && parts >= (hasTable ? 5 : 6)) return 'form';
  const isContinued = hasTitle || hasLabel(page, 'continued');
  if (
    page.table.hasHeader &&
    (isContinued || hasLabel(page, 'total')) &&
    !hasLabel(page, 'registrationNumber')
  )
    return 'continuation';
  return 'other';
}
