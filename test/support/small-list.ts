import { writeCountHeader } from '../../contexts/registration/domain/lists/format/count-header.ts';
import type { ListManifest } from '../../contexts/registration/records/list-manifest.ts';

const COLUMNS = 'reference;cin;family_name;given_name;birth_date;category;activity_from';

export const manifestOf = (records: number): ListManifest => ({
  version: 1,
  source: 'dgi',
  records,
  asOf: '2026-11-20',
});

/** Invented taxpayers, one a line, all different from each other. */
export function taxpayers(count: number): string {
  const lines = Array.from(
    { length: count },
    (_, index) =>
      `4011${String(index).padStart(4, '0')};AB${100_000 + index};ALAMI${letters(index)};Amina;1980-03-04;CPU;2015-06-01`,
  );
  return [COLUMNS, ...lines, ''].join('\n');
}

/** The same, with a header of counts as first line. */
export const countedTaxpayers = (count: number): string =>
  `${writeCountHeader(manifestOf(count), 'csv')}\n${taxpayers(count)}`;

const letters = (index: number): string =>
  String(index).replace(/\d/g, (digit) => String.fromCodePoint(65 + Number(digit)));
