import type {
  Dependant,
  Person,
  Provider,
} from '../../../../../contexts/registry/records/registry-records.ts';
import type { CareForm } from '../../../../../contexts/reading/domain/care-form.ts';
import { draftReading, settleReading } from '../../../../../contexts/reading/domain/read-file.ts';
import {
  noWitnesses,
  type KnownMedicine,
  type PageBarcode,
  type RegisteredFamily,
} from '../../../../../contexts/reading/domain/witnesses.ts';
import { printDocument, type PrintedText, type Sheet } from '../../../../support/ocr-builder.ts';

export function person(more: Partial<Person> = {}): Person {
  return {
    type: 'person',
    registrationNumber: '167204938',
    cin: 'AE209418',
    name: { family: 'BENJELLOUN', given: 'Hicham' },
    birthDate: '1980-04-26',
    sex: 'M',
    language: 'fr',
    smsOptOut: false,
    ...more,
  };
}

export function dependant(more: Partial<Dependant> = {}): Dependant {
  return {
    type: 'dependant',
    registrationNumber: '167204938',
    dependantId: '1',
    link: 'child',
    name: { family: 'BENJELLOUN', given: 'Salma' },
    birthDate: '2012-09-03',
    from: '2015-01-01',
    studies: [],
    disabled: false,
    ...more,
  };
}

export const wife = dependant({
  dependantId: '2',
  link: 'spouse',
  name: { family: 'TAZI', given: 'Khadija' },
  birthDate: '1984-12-11',
  cin: 'BK412087',
});

export function provider(more: Partial<Provider> = {}): Provider {
  return {
    type: 'provider',
    inpe: '091024578',
    name: 'Dr MANSOURI Adil',
    specialty: 'Cardiologie',
    sector: 'PRIVATE',
    place: 'Settat',
    from: '2015-01-01',
    ...more,
  };
}

export const family: RegisteredFamily = { person: person(), dependants: [dependant(), wife] };
export const alone: RegisteredFamily = { person: person(), dependants: [] };
export const neighbour: RegisteredFamily = {
  person: person({
    registrationNumber: '167204939',
    cin: 'D705516',
    name: { family: 'OUAZZANI', given: 'Touria' },
    birthDate: '1975-02-14',
  }),
  dependants: [],
};

export interface World {
  readonly families?: readonly RegisteredFamily[];
  readonly providers?: readonly Provider[];
  readonly medicines?: readonly KnownMedicine[];
  readonly barcodes?: readonly PageBarcode[];
}

/** An act without any heading, which makes a form of the sheet, and a day of signature far below. */
export const acts: readonly PrintedText[] = [
  { text: '05/10/2026', x: 15, y: 200 },
  { text: 'CS', x: 60, y: 200 },
  { text: '250,00', x: 160, y: 200 },
];

export type Place = readonly [text: string, x: number, y: number];

export function settle(
  texts: readonly PrintedText[],
  { families = [], providers = [], medicines = [], barcodes = [] }: World,
  sheet: Omit<Sheet, 'texts'> = {},
): CareForm {
  const { forms } = settleReading(draftReading(printDocument({ texts, ...sheet })), {
    ...noWitnesses,
    registry: { families, providers, medicines },
    barcodes,
  });
  const [form, ...others] = forms;
  if (form === undefined || others.length > 0) throw new Error(`The sheet has ${forms.length} forms`);
  return form;
}

/** Reads a sheet that has an act and these texts, no label among them by default. */
export function read(places: readonly Place[], world: World): CareForm {
  return settle([...places.map(([text, x, y]) => ({ text, x, y })), ...acts], world);
}

export function valuesOf(form: CareForm) {
  return {
    number: form.registrationNumber?.value,
    cin: form.cin?.value,
    insured: form.insuredName?.value,
    insuredBirth: form.insuredBirthDate?.value,
    patient: form.patientName?.value,
    patientBirth: form.patientBirthDate?.value,
    link: form.beneficiaryLink?.value,
  };
}

export const who: readonly Place[] = [
  ['BENJELLOUN Hicham', 20, 40],
  ['167204938', 20, 50],
  ['AE209418', 120, 50],
  ['26/04/1980', 120, 40],
];

export function sticker(text: string, symbology: PageBarcode['symbology'] = 'CODE_128'): PageBarcode {
  return { page: 1, symbology, text, box: { left: 0.6, top: 0.5, width: 0.2, height: 0.05 } };
}
