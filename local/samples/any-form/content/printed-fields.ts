import type { DrawnPage } from '../../drawing/page-pen.ts';
import type { CareFormFields, MedicineRowFields, PharmacyFields } from '../../truth.ts';

/** A form does not print every field: the truth names only those that stand on a page. */
export function printedFields(fields: CareFormFields, pages: readonly DrawnPage[]): CareFormFields {
  const printed = new Set(
    pages.flatMap((page) => [
      ...page.words.map((word) => word.field),
      ...page.checkBoxes.map((box) => box.name.split('.')[0]),
    ]),
  );
  const kept = Object.entries(fields).filter(([name]) => name === 'actes' || printed.has(name));
  const { pharmacie } = fields;
  return {
    actes: fields.actes,
    ...Object.fromEntries(kept),
    ...(pharmacie === undefined ? {} : { pharmacie: printedPharmacy(pharmacie, pages) }),
  };
}

/** The same for the pharmacy's part and its sheets, with the pages on which labels and sheets are. */
function printedPharmacy(fields: PharmacyFields, pages: readonly DrawnPage[]): PharmacyFields {
  const pageOf = (name: string): number =>
    1 + pages.findIndex(({ words }) => words.some(({ field }) => field === `pharmacie.${name}`));
  const isPrinted = (name: string): boolean => pageOf(name) > 0;
  const rows = (list: readonly MedicineRowFields[], name: string): readonly MedicineRowFields[] =>
    list.map(({ nom, ...others }, index) => ({
      nom,
      ...Object.fromEntries(Object.entries(others).filter(([part]) => isPrinted(`${name}.${index}.${part}`))),
    }));
  const { nom, inpe, date, total, ordonnance, facture } = fields;
  return {
    ...(nom !== undefined && isPrinted('nom') ? { nom } : {}),
    ...(inpe !== undefined && isPrinted('inpe') ? { inpe } : {}),
    ...(date !== undefined && isPrinted('date') ? { date } : {}),
    ...(total !== undefined && isPrinted('total') ? { total } : {}),
    medicaments: rows(fields.medicaments, 'medicaments'),
    vignettes: fields.vignettes.map((label, index) => ({
      ...label,
      page: pageOf(`vignettes.${index}.code`),
    })),
    ...(ordonnance === undefined ? {} : { ordonnance: { ...ordonnance, page: pageOf('ordonnance.date') } }),
    ...(facture === undefined
      ? {}
      : {
          facture: {
            ...facture,
            page: pageOf('facture.date'),
            medicaments: rows(facture.medicaments, 'facture.medicaments'),
          },
        }),
  };
}
