import { FONTS, halfOfStructure, PHARMACY_WORDINGS, type Half } from '../half.ts';
import { seededRandom, type Random } from '../../random.ts';
import { shuffled } from '../shuffled.ts';
import type { LabelName } from '../wordings/label-wordings.ts';
import { pickLabels } from './draw-design.ts';
import type { FormDesign, SectionName } from './form-design.ts';
import type {
  BoxLabelDesign,
  InvoiceDesign,
  MedicineColumnName,
  MedicineTableDesign,
  PharmacyDesign,
  PrescriptionDesign,
} from './pharmacy-design.ts';

/** Makers whose labels a pharmacy cuts from boxes. */
const MAKERS = 4;

/** Adds a pharmacy's part to the design of a form: all else of it stays as it is. The same seed gives the same. */
export function withPharmacy(form: FormDesign, seed: number, half: Half): FormDesign {
  const random = seededRandom(seed);
  for (;;) {
    const pharmacy = pharmacyDesign(form, half, random);
    const structure = `${form.structure} ${pharmacy.structure}`;
    if (halfOfStructure(structure) !== half) continue;
    const labelOf = pickLabels(PHARMACY_WORDINGS[half], form.family, random);
    const isOfPharmacy = (name: LabelName): boolean => Object.hasOwn(PHARMACY_WORDINGS[half], name);
    return {
      ...form,
      structure,
      pharmacy,
      sections: sectionsWith(form, pharmacy.place),
      // Who has two tables to print leaves less room in the first.
      table: { ...form.table, emptyRows: Math.min(form.table.emptyRows, 1) },
      labelOf: (name) => (isOfPharmacy(name) ? labelOf(name) : form.labelOf(name)),
      unlabelled: new Set([...form.unlabelled, ...unlabelled(form, random)]),
    };
  }
}

function sectionsWith({ sections, isTwoColumns }: FormDesign, place: PharmacyDesign['place']) {
  const at = (index: number): readonly SectionName[] => sections.toSpliced(index, 0, 'pharmacy');
  switch (place) {
    case 'after-acts':
    case 'second-page':
      return at(sections.indexOf('acts') + 1);
    case 'before-acts':
      return at(sections.indexOf('acts'));
    case 'before-provider': {
      const provider = sections.indexOf('provider');
      // What stands side by side must follow each other, and no form begins with the pharmacy.
      return at(isTwoColumns || provider === 0 ? sections.indexOf('acts') : provider);
    }
    case 'last':
      return at(sections.length);
  }
}

function unlabelled({ family }: FormDesign, random: Random): readonly LabelName[] {
  const names = [
    'pharmacyName',
    'pharmacyInpe',
    'dispensedOn',
    'pharmacyTotal',
    'actsTotal',
    'grandTotal',
  ] as const;
  return family === 'unlabelled' ? names.filter(() => random.next() < 0.5) : [];
}

function pharmacyDesign(form: FormDesign, half: Half, random: Random): PharmacyDesign {
  const chance = (share: number): boolean => random.next() < share;
  const isPrintout = form.family === 'clinic-printout';
  const place = random.pick([
    'after-acts',
    'after-acts',
    'after-acts',
    'last',
    'before-acts',
    'before-provider',
    'second-page',
  ] as const);
  const list = chance(0.65) ? medicineTable(form, chance(0.25), random) : undefined;
  const hasOwnInpe = chance(0.8);
  const hasOwnDate = chance(0.8);
  const listTotal =
    list === undefined ? 'none' : random.pick(['row', 'row', 'below', 'below', 'box', 'none'] as const);
  const hasOwnTotal = listTotal === 'none' && chance(list === undefined ? 0.85 : 0.4);
  const items = (['name', 'inpe', 'date', 'total'] as const).filter(
    (name) =>
      (name === 'name' && chance(0.9)) ||
      (name === 'inpe' && hasOwnInpe) ||
      (name === 'date' && hasOwnDate) ||
      (name === 'total' && hasOwnTotal),
  );
  const labelsOn = random.pick(['form', 'form', 'form', 'prescription', 'invoice'] as const);
  const prescription =
    labelsOn === 'prescription' || chance(0.5) ? prescriptionDesign(form, random) : undefined;
  const invoice = labelsOn === 'invoice' || chance(0.2) ? invoiceDesign(form, random) : undefined;
  const ordered = chance(0.6) ? items : shuffled(items, random);
  const labelsFrame = isPrintout ? 'none' : random.pick(['dashed', 'dashed', 'box', 'none'] as const);
  const hasActsTotal = chance(0.5);
  const grandTotal = random.pick(
    isPrintout ? (['below', 'start', 'below'] as const) : (['below', 'box', 'start', 'bar'] as const),
  );
  return {
    structure: [
      place,
      ordered.join('-'),
      list === undefined ? 'no-list' : tableName(list),
      listTotal,
      hasActsTotal,
      grandTotal,
      labelsOn,
      labelsFrame,
    ].join(' '),
    place,
    items: ordered,
    list,
    listTotal,
    hasActsTotal,
    grandTotal,
    labelsOn,
    labelsFrame,
    hasLabelsCaption: !isPrintout && chance(0.6),
    boxLabels: [
      boxLabelDesign(half, random),
      ...Array.from({ length: MAKERS - 1 }, () => boxLabelDesign(half, random)),
    ],
    stamp: {
      shape: random.pick(['rectangle', 'rectangle', 'round', 'bare'] as const),
      hasInpe: !hasOwnInpe || chance(0.6),
      hasDate: !hasOwnDate || chance(0.5),
      place: chance(0.75) ? 'labels' : 'total',
    },
    prescription,
    invoice,
  };
}

/** @param isByBox each box has a row, and none a quantity */
function medicineTable(form: FormDesign, isByBox: boolean, random: Random): MedicineTableDesign {
  const chance = (share: number): boolean => random.next() < share;
  const isPrintout = form.family === 'clinic-printout';
  const middle: readonly MedicineColumnName[] = [
    'name',
    ...(isByBox ? [] : (['quantity'] as const)),
    ...(!isByBox && chance(0.75) ? (['unitPrice'] as const) : []),
    'amount',
  ];
  const others = [...(chance(0.12) ? (['code'] as const) : []), ...middle];
  const ordered = chance(0.6) ? others : shuffled(others, random);
  return {
    columns: chance(0.12) ? ['number', ...ordered] : ordered,
    hasHeader: chance(0.88),
    ruling: isPrintout
      ? random.pick(['dashes', 'none', 'rows'] as const)
      : random.pick(['full', 'full', 'rows', 'columns', 'outside', 'none'] as const),
    rowHeight: random.whole(20, 28),
    emptyRows: isPrintout ? 0 : random.pick([0, 0, 1, 2]),
    hasCentimesColumn: !isPrintout && chance(form.table.hasCentimesColumn ? 0.9 : 0.08),
    alignment: random.pick(['left', 'centre', 'amounts-right', 'amounts-right'] as const),
  };
}

const tableName = ({ columns, hasHeader, ruling }: MedicineTableDesign): string =>
  [columns.join('-'), hasHeader, ruling].join(' ');

const LABEL_PAPERS = ['#ffffff', '#fdfdfb', '#fbf8ec', '#f3f7fb', '#fdf6f0'] as const;
const PRICE_PAPERS = ['#ffe28a', '#d8ecd2', '#cfe2f5', '#f6d3cd'] as const;

function boxLabelDesign(half: Half, random: Random): BoxLabelDesign {
  const words = PHARMACY_WORDINGS[half];
  for (;;) {
    const design: BoxLabelDesign = {
      price: random.pick(['below', 'below', 'above', 'before', 'after'] as const),
      name: random.pick(['above', 'above', 'below'] as const),
      lot: random.pick(['beside-price', 'own-line', 'own-line', 'none'] as const),
      digits: random.pick(['solid', 'grouped'] as const),
      symbology: random.pick(['EAN_13', 'EAN_13', 'EAN_13', 'EAN_13', 'both', 'DATA_MATRIX'] as const),
      background: random.pick(LABEL_PAPERS),
      priceBackground: random.next() < 0.3 ? random.pick(PRICE_PAPERS) : undefined,
      module: 1.02 + random.next() * 0.3,
      barHeight: random.whole(24, 42),
      words: {
        price: random.pick(words.publicPrice.fr),
        lot: random.pick(words.lot.fr),
        expiry: random.pick(words.expiry.fr),
      },
      font: random.pick(FONTS[half].sans),
      isNameBold: random.next() < 0.5,
      decimal: random.pick([',', ',', '.'] as const),
      unit: random.pick(['DH', 'DH', 'DHS', 'dhs', ''] as const),
      expiry: random.pick(['MM/YY', 'MM/YYYY', 'MM-YYYY'] as const),
    };
    const { price, name, lot, digits, symbology, isNameBold } = design;
    if (halfOfStructure(['label', price, name, lot, digits, symbology, isNameBold].join(' ')) === half)
      return design;
  }
}

function prescriptionDesign(form: FormDesign, random: Random): PrescriptionDesign {
  return {
    head: random.pick(['left', 'centre', 'both-sides'] as const),
    isHandwritten: form.family !== 'clinic-printout' && random.next() < 0.5,
    numbering: random.pick(['1/', '-', '1)', ''] as const),
    use: random.pick(['below', 'below', 'beside'] as const),
    labels: random.pick(['beside', 'below'] as const),
  };
}

function invoiceDesign(form: FormDesign, random: Random): InvoiceDesign {
  return {
    table: { ...medicineTable(form, false, random), emptyRows: 0, hasCentimesColumn: false },
    head: random.pick(['left', 'centre'] as const),
    isCustomerNamed: random.next() < 0.7,
  };
}
