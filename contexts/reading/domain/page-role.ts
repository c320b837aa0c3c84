import type { LabelName } from './label-lexicon/label-entry.ts';
import { hasLabel, type PageReading } from './page-reading.ts';
import { hasLetterOrDigit } from './text-folding.ts';

/**
 * What a page is to the file: the first page of a form; a further page of one, by its own words (`continuation`) or by
 * its table alone (`acts-only`: an invoice may look like that, too); something else; nothing; or not to be read.
 */
type ReadPageRole = 'form' | 'continuation' | 'acts-only' | 'other' | 'blank' | 'illegible';

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

const fewestWordsToJudge = 20;
const illegiblePercent = 50;

/**
 * Whether OCR made nothing of the page: its confidence over all letters is low. A page that OCR read upside down has
 * 33 to 37 % (Tesseract, 9 pages), a readable scan 70 to 79 % (11 pages) with its Arabic counted in.
 */
function isIllegible(page: PageReading): boolean {
  const words = page.frame.words.filter((word) => hasLetterOrDigit(word.text));
  const letters = words.reduce((sum, word) => sum + word.text.length, 0);
  const weighted = words.reduce((sum, word) => sum + word.text.length * word.confidencePercent, 0);
  return words.length >= fewestWordsToJudge && weighted < illegiblePercent * letters;
}

/** Titles stand alone on their row or with a number; in a sentence the same words are no title. */
function isTitled(page: PageReading, name: LabelName): boolean {
  return page.labels.some((label) => {
    if (label.name !== name) return false;
    const row = page.rows.find((one) => one.words.some((word) => label.words.includes(word)));
    const others = (row?.words ?? []).filter((word) => !page.labelWords.has(word));
    return (
      others.filter((word) => /^\p{Ll}{3,}$/u.test(word.text) && word.confidencePercent > surePercent)
        .length < 2
    );
  });
}

/** Whether a page bears the title of a care form, and of nothing else. */
export function hasFormTitle(page: PageReading): boolean {
  return isTitled(page, 'title') && !isTitled(page, 'otherTitle');
}

/**
 * Tells what a page is by its labels taken together: a title alone is not a form, and a form whose title was cut off
 * still is one.
 */
export function roleOfPage(page: PageReading): ReadPageRole {
  if (isBlank(page)) return isIllegible(page) ? 'illegible' : 'blank';
  const parts = partsOfForm.filter((names) => hasLabel(page, ...names)).length;
  const hasTitle = isTitled(page, 'title');
  const hasIdentity = hasLabel(page, ...identityParts);
  const isOther = isTitled(page, 'otherTitle') && !hasTitle;
  if (!isOther && page.table.hasHeader && isTitled(page, 'continued')) return 'continuation';
  if (!isOther && hasIdentity && parts >= (hasTitle ? 2 : page.table.hasHeader ? 5 : 6)) return 'form';
  if (!isOther && page.table.hasHeader && !hasLabel(page, 'registrationNumber'))
    return hasTitle ? 'continuation' : 'acts-only';
  return isIllegible(page) ? 'illegible' : 'other';
}
