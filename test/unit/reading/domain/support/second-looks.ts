import type {
  CareFormAct,
  FieldSource,
  ReadField,
} from '../../../../../contexts/reading/domain/care-form.ts';
import type { OcrLine } from '../../../../../contexts/reading/domain/ocr-document.ts';
import { hearSecondLooks } from '../../../../../contexts/reading/domain/second-look/hear-second-looks.ts';
import type { SecondLook } from '../../../../../contexts/reading/domain/witnesses.ts';
import { printPage } from '../../../../support/ocr-builder.ts';
import { act, field, form } from '../../../adjudication/domain/claim-builder.ts';

export type Turns = 0 | 1 | 2 | 3;
export type Weakness = Partial<Pick<ReadField<unknown>, 'confidencePercent' | 'doubts' | 'evidence'>>;
export type Said = readonly [text: string, x: number, confidencePercent?: number];

/** Where the columns of a row begin, in millimetres. */
export const at = { date: 14, letter: 60, coefficient: 80, quantity: 100, amount: 130 } as const;
export const unsure = { confidencePercent: 60, doubts: ['LOW_CONFIDENCE'] } as const satisfies Weakness;
export const guess = { confidencePercent: 40, doubts: ['LOW_CONFIDENCE'] } as const satisfies Weakness;

export function printed([text, x, confidencePercent = 96]: Said, y: number, quarterTurns: Turns): OcrLine {
  const [line] = printPage({ texts: [{ text, x, y, confidencePercent }], quarterTurns }).lines;
  if (line === undefined) throw new Error('Nothing was printed');
  return line;
}

export function placeOf(text: string, x: number, y = 100, quarterTurns: Turns = 0): FieldSource {
  return { page: 1, box: printed([text, x], y, quarterTurns).box };
}

/** The place of a whole row. */
export const rowAt = (y = 100): FieldSource => placeOf('-'.repeat(90), 12, y);

/** A field that stands at its place; as sure as a good scan by default. */
export function read<T>(value: T, text: string, x: number, weakness: Weakness = {}, y = 100): ReadField<T> {
  return { ...field(value), text, source: placeOf(text, x, y), ...weakness };
}

/** What a second look at a row says. */
export function look(said: readonly Said[], y = 100): SecondLook {
  return { ...rowAt(y), quarterTurns: 0, lines: said.map((one) => printed(one, y, 0)) };
}

export function row(changes: Partial<CareFormAct> = {}, y = 100): CareFormAct {
  return {
    ...act(),
    dateOfCare: read('2025-09-03', '03/09/2025', at.date, {}, y),
    keyLetter: read('CS', 'CS', at.letter, {}, y),
    coefficientHundredths: read(100, '1', at.coefficient, {}, y),
    billedCentimes: read(25_000, '250,00', at.amount, {}, y),
    source: rowAt(y),
    ...changes,
  };
}

/** The one row of a form after what second looks say of it. */
export function heard(changes: Partial<CareFormAct>, ...said: readonly Said[]): CareFormAct {
  const [only] = hearSecondLooks(form({ acts: [row(changes)] }), [look(said)]).acts;
  if (only === undefined) throw new Error('The row is gone');
  return only;
}
