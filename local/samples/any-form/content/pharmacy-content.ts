import type { Centimes } from '../../../../contexts/shared/money.ts';
import { seedOf, type Random } from '../../random.ts';
import { asOnForm, daysBefore } from '../../scenarios/calendar.ts';
import type { BoxLabelFields, LabelCondition, MedicineRowFields, PharmacyFields } from '../../truth.ts';
import type { DispensingOnForm } from '../claim/any-dispensing.ts';
import type { FormDesign } from '../design/form-design.ts';
import type { BoxLabelDesign, PharmacyDesign } from '../design/pharmacy-design.ts';
import type { FormItem } from './form-item.ts';
import type { ItemWriter } from './item-writer.ts';
import { asInTruth, printAmount } from './print-styles.ts';

/** A row of a printed list. */
export interface MedicineRow {
  readonly code: string;
  readonly name: string;
  readonly quantity: number;
  readonly boxCentimes: Centimes;
}

/** A label as its maker printed it, and how it lies on the sheet. */
export interface BoxLabel {
  /** Name of its fields in the truth: `pharmacie.vignettes.0`. */
  readonly field: string;
  readonly design: BoxLabelDesign;
  readonly code: string;
  readonly name: string;
  /** Without the currency. */
  readonly price: string;
  readonly lot: string;
  readonly expiry: string;
  readonly condition: LabelCondition;
  readonly truth: Omit<BoxLabelFields, 'page'>;
}

/** What a pharmacy's part says, before it has a place. */
export interface PharmacyContent {
  readonly items: readonly FormItem[];
  /** Of the list on the form and of the invoice; the first may have a row for each box. */
  readonly rows: readonly MedicineRow[];
  readonly invoiceRows: readonly MedicineRow[];
  readonly invoiceNumber: string;
  readonly labels: readonly BoxLabel[];
  readonly fields: PharmacyFields;
}

/** Pages are known when all is drawn. */
const PAGE_UNKNOWN = 0;

export function pharmacyContent(
  dispensing: DispensingOnForm,
  design: FormDesign,
  own: PharmacyDesign,
  writer: ItemWriter,
  random: Random,
): PharmacyContent {
  const { pharmacy, day, prescribedOn, totalCentimes } = dispensing;
  const labels = boxLabels(dispensing, own, random);
  const invoiceRows = rowsOf(dispensing, true);
  const rows = own.list === undefined ? [] : rowsOf(dispensing, own.list.columns.includes('quantity'));
  const total = asInTruth(totalCentimes);
  const items: Readonly<Record<PharmacyDesign['items'][number], () => FormItem>> = {
    name: () => writer.text('pharmacie.nom', 'pharmacyName', pharmacy.name),
    inpe: () => writer.number('pharmacie.inpe', 'pharmacyInpe', pharmacy.inpe, 9),
    date: () => writer.date('pharmacie.date', 'dispensedOn', day),
    total: () => writer.text('pharmacie.total', 'pharmacyTotal', printAmount(totalCentimes, design.amount)),
  };
  return {
    items: own.items.map((name) => items[name]()),
    rows,
    invoiceRows,
    invoiceNumber: `${day.slice(2, 4)}/${random.digits(5)}`,
    labels,
    fields: {
      nom: pharmacy.name,
      inpe: pharmacy.inpe,
      date: asOnForm(day),
      total,
      medicaments: rows.map(rowFields),
      vignettes: labels.map(({ truth }) => ({ ...truth, page: PAGE_UNKNOWN })),
      ...(own.prescription === undefined
        ? {}
        : { ordonnance: { page: PAGE_UNKNOWN, date: asOnForm(prescribedOn) } }),
      ...(own.invoice === undefined
        ? {}
        : {
            facture: {
              page: PAGE_UNKNOWN,
              date: asOnForm(day),
              inpe: pharmacy.inpe,
              total,
              medicaments: invoiceRows.map(rowFields),
            },
          }),
    },
  };
}

function rowsOf({ lines }: DispensingOnForm, isCounted: boolean): readonly MedicineRow[] {
  return lines.flatMap(({ medicine: { code, name, boxCentimes }, boxes }) =>
    isCounted
      ? [{ code, name, quantity: boxes, boxCentimes }]
      : Array.from({ length: boxes }, () => ({ code, name, quantity: 1, boxCentimes })),
  );
}

function rowFields({ code, name, quantity, boxCentimes }: MedicineRow): MedicineRowFields {
  return {
    nom: name,
    code,
    quantite: quantity.toString(),
    prix: asInTruth(boxCentimes),
    montant: asInTruth(quantity * boxCentimes),
  };
}

/** One label a box, in the order in which they were cut. */
function boxLabels(
  { lines, day }: DispensingOnForm,
  own: PharmacyDesign,
  random: Random,
): readonly BoxLabel[] {
  const boxes = lines.flatMap((line) => Array.from({ length: line.boxes }, () => line));
  // A stamp lies over one label at most.
  const isStampNear = own.labelsOn === 'form' && own.stamp.place === 'labels';
  const stamped = isStampNear && random.next() < 0.25 ? random.whole(0, boxes.length - 1) : undefined;
  return boxes.map(({ medicine: { code, name, boxCentimes }, condition: wanted }, index) => {
    // All boxes of a medicine come from one maker.
    const design = own.boxLabels[seedOf(code) % own.boxLabels.length] ?? own.boxLabels[0];
    const byChance = anyCondition(random);
    const drawn = wanted ?? byChance;
    const hasBars = design.symbology !== 'DATA_MATRIX';
    const condition = index === stamped ? 'stamp' : drawn === 'torn' && !hasBars ? 'flat' : drawn;
    const lot = `${random.digits(random.pick([4, 5]))}${random.pick(['A', 'B', 'C', 'F', 'G', ''])}`;
    const expiry = printExpiry(day, design.expiry, random);
    const isLotPrinted = design.lot !== 'none';
    return {
      field: `pharmacie.vignettes.${index}`,
      design,
      code,
      name,
      price: printAmount(boxCentimes, {
        decimal: design.decimal,
        thousands: '',
        unit: '',
        isShort: false,
      }),
      lot,
      expiry,
      condition,
      truth: {
        code,
        nom: name,
        prix: asInTruth(boxCentimes),
        ...(isLotPrinted ? { lot, peremption: expiry } : {}),
        condition,
      },
    };
  });
}

function anyCondition(random: Random): LabelCondition {
  const draw = random.next();
  if (draw < 0.05) return 'torn';
  if (draw < 0.13) return 'pen';
  if (draw < 0.2) return 'upright';
  return draw < 0.33 ? 'askew' : 'flat';
}

/** Boxes are good for some months or years more. */
function printExpiry(day: string, style: BoxLabelDesign['expiry'], random: Random): string {
  const [year = '', month = ''] = daysBefore(day, -random.whole(150, 1100)).split('-');
  switch (style) {
    case 'MM/YY':
      return `${month}/${year.slice(2)}`;
    case 'MM/YYYY':
      return `${month}/${year}`;
    case 'MM-YYYY':
      return `${month}-${year}`;
  }
}
