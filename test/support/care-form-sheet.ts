import type { PrintedBox, PrintedText, Sheet } from './ocr-builder.ts';

interface PrintedAct {
  readonly date: string;
  readonly code: string;
  readonly coefficient: string;
  readonly amount: string;
}

/** What is filled in on a form that a test prints. */
export interface Filling {
  readonly registrationNumber: string;
  readonly cin: string;
  readonly name: string;
  readonly birthDate: string;
  readonly address: string;
  readonly patient: string;
  readonly patientBirthDate: string;
  readonly provider: string;
  readonly inpe: string;
  readonly specialty: string;
  readonly acts: readonly PrintedAct[];
  readonly total: string;
  readonly rib: string;
  readonly city: string;
  readonly signatureDate: string;
}

/** An invented person; the RIB's key is right. */
export const filling: Filling = {
  registrationNumber: '112233445',
  cin: 'AB123456',
  name: 'SEFRIOUI Nadia',
  birthDate: '07/05/1981',
  address: '9, rue des Iris, Settat',
  patient: 'SEFRIOUI Nadia',
  patientBirthDate: '07/05/1981',
  provider: 'Dr MANSOURI Adil',
  inpe: '060708091',
  specialty: 'Cardiologie',
  acts: [
    { date: '03/02/2025', code: 'CS', coefficient: '1', amount: '250,00' },
    { date: '04/02/2025', code: 'K', coefficient: '16', amount: '1 352,00' },
  ],
  total: '1 602,00',
  rib: '007780000123456789012396',
  city: 'Settat',
  signatureDate: '05/02/2025',
};

/** How a print of the form sets labels and values. */
export interface FormStyle {
  readonly side: 'right' | 'below' | 'left';
  /** Each character of a number in a cell of its own. */
  readonly hasCombs?: boolean;
  /** Order of the parts. */
  readonly parts?: readonly ('insured' | 'patient' | 'provider' | 'acts')[];
  /** Letter and coefficient in one cell, as on form 610-1-02. */
  readonly hasJoinedCode?: boolean;
  /** Puts Arabic before (or, for `left`, after) each label. */
  readonly hasArabic?: boolean;
  readonly ticked?: 'insured' | 'spouse' | 'child';
  readonly asCheckBoxes?: boolean;
}

const letter = 3 * 0.62;

function widthOf(text: string): number {
  return text.length * letter;
}

/** Prints one label with its value and gives the height it took. */
function printField(
  label: string,
  value: string,
  y: number,
  style: FormStyle,
  isNumber: boolean,
): readonly PrintedText[] {
  const comb = style.hasCombs === true && isNumber ? { pitch: 5 } : {};
  const plain = style.hasCombs === true && isNumber ? value.replace(/[\s/]/g, '') : value;
  if (style.side === 'left') {
    const labelX = 198 - widthOf(label);
    return [
      { text: plain, x: 60, y: y - 0.6, ...comb },
      { text: label, x: labelX, y },
    ];
  }
  const arabic = style.hasArabic === true ? [{ text: 'البطاقة الوطنية', x: 12, y }] : [];
  const labelX = style.hasArabic === true ? 48 : 12;
  if (style.side === 'below')
    return [...arabic, { text: label, x: labelX, y }, { text: plain, x: labelX + 2, y: y + 4.6, ...comb }];
  return [...arabic, { text: `${label} :`, x: labelX, y }, { text: plain, x: 112, y: y - 0.7, ...comb }];
}

type FieldRow = readonly [label: string, value: string, isNumber: boolean];

function printPart(
  heading: string,
  rows: readonly FieldRow[],
  from: number,
  style: FormStyle,
): { texts: readonly PrintedText[]; end: number } {
  const pitch = style.side === 'below' ? 11 : 7;
  const texts: PrintedText[] = [{ text: heading, x: 12, y: from, height: 3.4 }];
  rows.forEach(([label, value, isNumber], index) => {
    texts.push(...printField(label, value, from + 7 + index * pitch, style, isNumber));
  });
  return { texts, end: from + 7 + rows.length * pitch + 2 };
}

/** Prints the table of acts: headings, one row an act, the total. */
export function printActs(
  acts: readonly PrintedAct[],
  total: string | undefined,
  y: number,
  style: FormStyle,
): readonly PrintedText[] {
  const right = (text: string, edge: number): number => edge - widthOf(text);
  const heading =
    style.hasJoinedCode === true
      ? [{ text: 'Lettre clé + cotation NGAP', x: 55, y }]
      : [
          { text: 'Code acte', x: 58, y },
          { text: 'Coefficient', x: 88, y },
        ];
  const texts: PrintedText[] = [
    { text: 'Date des actes', x: 15, y },
    ...heading,
    { text: 'Montant facturé', x: 125, y },
    { text: 'Cachet / visa', x: 170, y },
  ];
  acts.forEach((act, index) => {
    const rowY = y + 8 + index * 7;
    texts.push({ text: act.date, x: 14, y: rowY });
    if (style.hasJoinedCode === true)
      texts.push({ text: act.code + (act.coefficient === '1' ? '' : act.coefficient), x: 56, y: rowY });
    else texts.push({ text: act.code, x: 53, y: rowY }, { text: act.coefficient, x: 84, y: rowY });
    texts.push({ text: act.amount, x: right(act.amount, 158), y: rowY });
  });
  if (total !== undefined) {
    const rowY = y + 12 + acts.length * 7;
    texts.push({ text: 'TOTAL :', x: 95, y: rowY }, { text: total, x: right(total, 158), y: rowY });
  }
  return texts;
}

/** Prints a whole care form. */
export function careFormSheet(form: Filling, style: FormStyle): Sheet {
  const texts: PrintedText[] = [{ text: 'FEUILLE DE SOINS AMO', x: 60, y: 14, height: 5 }];
  const boxes: PrintedBox[] = [];
  let y = 26;
  for (const part of style.parts ?? ['insured', 'patient', 'provider', 'acts']) {
    if (part === 'acts') {
      texts.push(...printActs(form.acts, form.total, y, style));
      y += 22 + form.acts.length * 7;
      continue;
    }
    const printed = printPart(...partOf(part, form), y, style);
    texts.push(...printed.texts);
    y = printed.end;
    if (part === 'patient') {
      const row = printLink(y, style);
      texts.push(...row.texts);
      boxes.push(...row.boxes);
      y += 8;
    }
  }
  texts.push({ text: `Fait à ${form.city}, le ${form.signatureDate}`, x: 12, y: y + 4 });
  return { texts, ...(boxes.length === 0 ? {} : { boxes }) };
}

function partOf(part: 'insured' | 'patient' | 'provider', form: Filling): [string, readonly FieldRow[]] {
  if (part === 'insured') {
    return [
      "PARTIE RÉSERVÉE À L'ASSURÉ(E)",
      [
        ["N° d'immatriculation", form.registrationNumber, true],
        ['N° CIN', form.cin, true],
        ['Nom et prénom', form.name, false],
        ['Date de naissance', form.birthDate, true],
        ['Adresse', form.address, false],
        ['RIB (24 chiffres)', form.rib, true],
      ],
    ];
  }
  if (part === 'patient') {
    return [
      'BÉNÉFICIAIRE DES SOINS',
      [
        ['Nom et prénom', form.patient, false],
        ['Date de naissance', form.patientBirthDate, true],
      ],
    ];
  }
  return [
    'PARTIE RÉSERVÉE AU MÉDECIN TRAITANT',
    [
      ['Nom du médecin', form.provider, false],
      ['INPE', form.inpe, true],
      ['Spécialité', form.specialty, false],
    ],
  ];
}

function printLink(
  y: number,
  style: FormStyle,
): { texts: readonly PrintedText[]; boxes: readonly PrintedBox[] } {
  const options = [
    { value: 'insured', text: 'Assuré(e)', x: 20 },
    { value: 'spouse', text: 'Conjoint', x: 70 },
    { value: 'child', text: 'Enfant', x: 120 },
  ];
  const asBoxes = style.asCheckBoxes === true;
  return {
    texts: options.flatMap(({ value, text, x }) => [
      ...(value === style.ticked && !asBoxes ? [{ text: 'X', x: x - 5, y }] : []),
      { text, x, y },
    ]),
    boxes: asBoxes
      ? options.map(({ value, x }) => ({ x: x - 5, y, isSelected: value === style.ticked }))
      : [],
  };
}
