import type { CareForm, FileReading, PageRole } from './care-form.ts';
import { crossCheck } from './cross-checks.ts';
import { joinForms, type FormPages } from './form-joining.ts';
import { splitForms } from './form-splitting.ts';
import type { OcrDocument, OcrPage } from './ocr-document.ts';
import { framePage } from './page-frame.ts';
import { readPageFields } from './page-fields.ts';
import { readPage, type PageReading } from './page-reading.ts';
import { roleOfPage } from './page-role.ts';

/** Whether an open form can have this further page: not another person's, and not behind a table that has its total. */
function continues(form: FormPages, page: PageReading, role: 'continuation' | 'acts-only'): boolean {
  const last = form.at(-1) ?? form[0];
  if (role === 'acts-only')
    return last.table.hasHeader && !last.values.some((value) => value.label.name === 'total');
  const own = readPageFields(page).registrationNumber?.value;
  return own === undefined || own === readPageFields(form[0]).registrationNumber?.value;
}

/** Adds a part of a page to the forms found so far and says what it is. */
function takeIn(page: PageReading, forms: FormPages[]): PageRole {
  const role = roleOfPage(page);
  const open = forms.at(-1);
  switch (role) {
    case 'form':
      forms.push([page]);
      return 'care-form';
    case 'continuation':
    case 'acts-only':
      if (open !== undefined && continues(open, page, role)) open.push(page);
      // What says itself that it is of a form is kept as one, for a person to join.
      else if (role === 'continuation') forms.push([page]);
      else return 'other';
      return 'care-form';
    case 'illegible':
      return 'failed';
    case 'blank':
    case 'other':
      return role;
  }
}

const rolesByWeight: readonly PageRole[] = ['care-form', 'failed', 'other', 'blank'];

function readInto(forms: FormPages[], page: OcrPage): PageRole {
  if (!page.wasRead) return 'failed';
  const roles = splitForms(readPage(framePage(page))).map((part) => takeIn(part, forms));
  return rolesByWeight.find((role) => roles.includes(role)) ?? 'blank';
}

/**
 * Reads the care forms of a file from the words that OCR found and where they stand. Pure; knows no coordinates of any
 * print of the form.
 *
 * A further page of acts belongs to the form before it. Every page with an insured's part is a form of its own, also
 * when it is the same person's: a form too many is a question to a person, a form too few is money lost.
 * @returns the forms in page order and what each page is
 */
export function readCareForms(document: OcrDocument): FileReading {
  const forms: FormPages[] = [];
  const pageRoles = document.pages.map((page) => readInto(forms, page));
  return { forms: forms.map((form): CareForm => crossCheck(joinForms(form))), pageRoles };
}
