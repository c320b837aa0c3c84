import { describe, expect, it } from 'vitest';
import { draftReading, looksWanted, settleReading } from '../../../../contexts/reading/domain/read-file.ts';
import { noWitnesses, type LookWanted } from '../../../../contexts/reading/domain/witnesses.ts';
import { printDocument, printPage, type PrintedText } from '../../../support/ocr-builder.ts';
import { acts, alone } from './support/people-world.ts';

const CIN_AT = { x: 40, y: 60 } as const;
const witnesses = { ...noWitnesses, registry: { families: [alone], providers: [], medicines: [] } };

/** A form of the insured with a CIN at its label, which OCR is sure of, and the registry's number or another. */
function draftWith(cin: string, number = '167204938') {
  const texts: readonly PrintedText[] = [
    { text: 'Immatriculation :', x: 20, y: 40 },
    { text: number, x: 120, y: 40 },
    { text: 'BENJELLOUN Hicham', x: 20, y: 50 },
    { text: '26/04/1980', x: 120, y: 50 },
    { text: 'CIN :', x: 20, y: 60 },
    { text: cin, ...CIN_AT },
    ...acts,
  ];
  return draftReading(printDocument({ texts }));
}

const wantedOf = (draft: ReturnType<typeof draftReading>): readonly LookWanted[] =>
  looksWanted(draft, witnesses, () => new Set());

/** The CIN of the form after looks at its place read this. */
function heard(first: string, again: string, confidencePercent = 96) {
  const draft = draftWith(first);
  const secondLooks = wantedOf(draft).map((look) => ({
    ...look,
    lines: printPage({ texts: [{ text: again, ...CIN_AT, confidencePercent }] }).lines,
  }));
  const [form] = settleReading(draft, { ...witnesses, secondLooks }).forms;
  return form?.cin ?? form?.patientCin;
}

describe('a CIN that was read one character off the insured’s', () => {
  it('is read once more, however sure the first reading was', () => {
    expect(wantedOf(draftWith('AE209413'))).toHaveLength(1);
    expect(wantedOf(draftWith('AE209418'))).toEqual([]);
  });

  it('is the insured’s where the second reading says so', () => {
    expect(heard('AE209413', 'AE209418')).toMatchObject({
      value: 'AE209418',
      evidence: ['REGISTRY', 'SECOND_LOOK', 'LABEL'],
    });
  });

  it('is the insured’s where the second reading is off elsewhere, and unsure', () => {
    expect(heard('AE209413', 'AEZ09418', 45)?.value).toBe('AE209418');
  });

  it.each([
    ['reads the same', 'AE209413'],
    ['is off at the same place', 'AE209415'],
    ['is two characters off', 'AEZ0941B'],
    ['reads nothing', '-'],
  ])('stays another one where the second reading %s', (_, again) => {
    expect(heard('AE209413', again)?.value).toBe('AE209413');
  });
});

describe('a CIN that is no misreading', () => {
  it('is not looked at again: two characters off', () => {
    expect(wantedOf(draftWith('AE209444'))).toEqual([]);
  });

  it('is not looked at again where the number is not the insured’s', () => {
    const places = wantedOf(draftWith('AE209413', '555555555'));
    const [cin] = printPage({ texts: [{ text: 'AE209413', ...CIN_AT }] }).lines;
    expect(places.filter(({ box }) => Math.abs(box.top - cin!.box.top) < 0.01)).toEqual([]);
  });
});
