import type { CareForm, CareFormAct } from './care-form.ts';
import { readPageFields, type PageFields } from './page-fields.ts';
import type { PageReading } from './page-reading.ts';

/** The pages of one form in file order; at least one. */
export type FormPages = [PageReading, ...PageReading[]];

/** What the first page lacks is taken from the next; the total is the last page's, since a table ends there. */
function joinFields(first: PageFields, next: PageFields): PageFields {
  return {
    purpose: first.purpose === 'unknown' ? next.purpose : first.purpose,
    careType: first.careType ?? next.careType,
    dossierNumber: first.dossierNumber ?? next.dossierNumber,
    registrationNumber: first.registrationNumber ?? next.registrationNumber,
    cin: first.cin ?? next.cin,
    insuredName: first.insuredName ?? next.insuredName,
    insuredNameArabic: first.insuredNameArabic ?? next.insuredNameArabic,
    insuredBirthDate: first.insuredBirthDate ?? next.insuredBirthDate,
    address: first.address ?? next.address,
    beneficiaryLink: first.beneficiaryLink ?? next.beneficiaryLink,
    sex: first.sex ?? next.sex,
    patientName: first.patientName ?? next.patientName,
    patientBirthDate: first.patientBirthDate ?? next.patientBirthDate,
    patientCin: first.patientCin ?? next.patientCin,
    providerName: first.providerName ?? next.providerName,
    inpe: first.inpe ?? next.inpe,
    specialty: first.specialty ?? next.specialty,
    totalCentimes: next.totalCentimes ?? first.totalCentimes,
    attachmentsCount: first.attachmentsCount ?? next.attachmentsCount,
    rib: first.rib ?? next.rib,
    city: first.city ?? next.city,
    signatureDate: first.signatureDate ?? next.signatureDate,
  };
}

/** Makes one form of its pages: fields of the first page first, acts of all pages in order. */
export function joinForms(pages: FormPages): CareForm {
  const [first, ...rest] = pages;
  const fields = rest.map(readPageFields).reduce(joinFields, readPageFields(first));
  const acts = pages.flatMap((page): readonly CareFormAct[] => page.table.acts);
  return { pages: [...new Set(pages.map((page) => page.frame.number))], ...fields, acts };
}
