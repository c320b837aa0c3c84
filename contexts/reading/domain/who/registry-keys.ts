import type { LabelName } from '../label-lexicon/label-entry.ts';
import { articleCodeOf } from '../medicines/medicine-labels.ts';
import type { PageBarcode, RegistryKeys } from '../witnesses.ts';
import { inpeOf } from './inpe-barcodes.ts';
import type { FormPage } from '../form-page.ts';

/**
 * What one claim may look up: each key costs half a read unit, and each family that is found one more or two. A form with
 * medicines has the number of its pharmacy too, and a code for each kind of box; one whose rows name several providers has theirs.
 */
const most = {
  registrationNumbers: 4,
  cins: 3,
  inpes: 4,
  rowInpes: 6,
  pharmacies: 1,
  medicineCodes: 40,
} as const;

/** Values in the order of their weight, each once. */
function ranked(weights: ReadonlyMap<string, number>, count: number): readonly string[] {
  return [...weights]
    .sort(([, a], [, b]) => b - a)
    .slice(0, count)
    .map(([value]) => value);
}

function labelledValues({ reading }: FormPage, name: LabelName): readonly string[] {
  return reading.values
    .filter(({ label }) => label.name === name)
    .map(({ value }) =>
      value.words
        .map((word) => word.text)
        .join('')
        .replace(/[^\p{L}\d]/gu, '')
        .toUpperCase(),
    );
}

/**
 * Chooses what to ask the registry. Nine digits are a registration number or an INPE as well as anything else: both are asked
 * for, first those whose label says so; an INPE stands on a form more than once, and in the rows of its table.
 */
export function registryKeys(pages: readonly FormPage[], barcodes: readonly PageBarcode[]): RegistryKeys {
  const numbers = new Map<string, number>();
  const inpes = new Map<string, number>();
  const cins = new Map<string, number>();
  const inRows = new Set<string>();
  const add = (weights: Map<string, number>, value: string, weight: number): void => {
    weights.set(value, (weights.get(value) ?? 0) + weight);
  };
  for (const [index, page] of pages.entries()) {
    // The first page is the form more often than not.
    const early = index === 0 ? 1 : 0;
    const labelled = {
      number: labelledValues(page, 'registrationNumber'),
      inpe: labelledValues(page, 'inpe'),
      cin: labelledValues(page, 'cin'),
    };
    for (const { parsed, words } of page.candidates.nineDigits) {
      const { value } = parsed;
      const isInRow = words.some((word) => page.contentTable?.words.has(word) === true);
      const isNumber = labelled.number.includes(value);
      const isInpe = labelled.inpe.includes(value);
      if (isInRow && !isNumber) inRows.add(value);
      add(numbers, value, 1 + early + (isNumber ? 10 : 0) - (isInpe ? 5 : 0) - (isInRow ? 5 : 0));
      add(inpes, value, 1 + early + (isInpe ? 5 : 0) + (isInRow ? 4 : 0) - (isNumber ? 10 : 0));
    }
    for (const { parsed } of page.candidates.cins)
      add(cins, parsed.value, 1 + early + (labelled.cin.includes(parsed.value) ? 10 : 0));
  }
  const codes = new Map<string, number>();
  for (const { parsed } of pages.flatMap((page) => page.candidates.articleCodes)) add(codes, parsed.value, 1);
  for (const barcode of barcodes) {
    const code = articleCodeOf(barcode);
    if (code !== undefined) add(codes, code, 2);
    const inpe = inpeOf(barcode);
    if (inpe !== undefined) add(inpes, inpe, 6);
  }
  // Those of rows are asked for by themselves: on a form of many providers they would leave no room for its pharmacy.
  const rowInpes = [...inRows].slice(0, most.rowInpes);
  for (const inpe of rowInpes) inpes.delete(inpe);
  return {
    registrationNumbers: ranked(numbers, most.registrationNumbers),
    cins: ranked(cins, most.cins),
    inpes: ranked(inpes, most.inpes + (codes.size > 0 ? most.pharmacies : 0)),
    rowInpes,
    medicineCodes: ranked(codes, most.medicineCodes),
  };
}
