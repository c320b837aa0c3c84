import type { CareForm, FileReading, PageRole } from './care-form.ts';
import { crossCheck } from './cross-checks.ts';
import { joinForms, type FormPages } from './form-joining.ts';
import type { OcrDocument, OcrPage } from './ocr-document.ts';
import { framePage } from './page-frame.ts';
import { readPage, type PageReading } from './page-reading.ts';
import { roleOfPage, type ReadPageRole } from './page-role.ts';
import { splitForms } from './form-splitting.ts';

interface JudgedPage {
  readonly number: number;
  readonly role: PageRole;
  readonly parts: readonly { readonly page: PageReading; readonly role: ReadPageRole }[];
}

function judgePage(page: OcrPage): JudgedPage {
  if (!page.wasRead) return { number: page.number, role: 'failed', parts: [] };
  const parts = splitForms(readPage(framePage(page))).map((part) => ({ page: part, role: roleOfPage(part) }));
  const isForm = parts.some(({ role }) => role === 'form' || role === 'continuation');
  if (isForm) return { number: page.number, role: 'care-form', parts };
  return {
    number: page.number,
    role: parts.every(({ role }) => role === 'blank') ? 'blank' : 'other',
    parts,
  };
}

/**
 * Reads the care forms of a file from the words that OCR found and where they stand. Pure; knows no coordinates of any
 * print of the form.
 *
 * A further page of acts belongs to the form before it. Every page with an insured's part is a form of its own, also
 * when it is the same person's: a form too many is a question to a person, a form too few is money lost.
 * @returns the forms in page order and what each page is; a page the OCR service did not read is `failed`
 */
export function readCareForms(document: OcrDocument): FileReading {
  const pages = document.pages.map(judgePage);
  const forms: FormPages[] = [];
  for (const { page, role } of pages.flatMap(({ parts }) => parts)) {
    const open = forms.at(-1);
    if (role === 'continuation' && open !== undefined) open.push(page);
    else if (role === 'form' || role === 'continuation') forms.push([page]);
  }
  return {
    forms: forms.map((form): CareForm => crossCheck(joinForms(form))),
    pageRoles: pages.map(({ role }) => role),
  };
}
