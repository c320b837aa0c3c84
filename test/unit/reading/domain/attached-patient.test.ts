import { describe, expect, it } from 'vitest';
import { draftReading, settleReading } from '../../../../contexts/reading/domain/read-file.ts';
import { noWitnesses } from '../../../../contexts/reading/domain/witnesses.ts';
import { printDocument, type PrintedText } from '../../../support/ocr-builder.ts';
import { acts, family, who } from './support/people-world.ts';

const at = (text: string, x: number, y: number): PrintedText => ({ text, x, y });
const insured = who.map(([text, x, y]) => at(text, x, y));
const child = [at('BENJELLOUN Salma', 20, 100), at('03/09/2012', 120, 100)];
const prescription = (patient: string): readonly PrintedText[] => [
  at('ORDONNANCE', 90, 30),
  at(`Patient : ${patient}`, 20, 50),
  at('DOLIPRANE 1000 mg', 20, 80),
];

function linkOf(form: readonly PrintedText[], patient: string) {
  const { forms } = settleReading(
    draftReading(printDocument({ texts: [...form, ...acts] }, { texts: prescription(patient) })),
    { ...noWitnesses, registry: { families: [family], providers: [], medicines: [] } },
  );
  expect(forms).toHaveLength(1);
  return forms[0]?.beneficiaryLink;
}

describe('who was cared for, where a prescription is behind the form', () => {
  it('is doubted where it names a relative and the form nobody but the insured', () => {
    expect(linkOf(insured, 'BENJELLOUN Salma')).toMatchObject({
      value: 'insured',
      doubts: ['CONFLICTING_VALUES'],
    });
  });

  it('is doubted where it names another relative than the form', () => {
    expect(linkOf([...insured, ...child], 'TAZI Khadija')).toMatchObject({
      value: 'child',
      doubts: ['CONFLICTING_VALUES'],
    });
  });

  it.each([
    ['the insured', insured, 'BENJELLOUN Hicham', 'insured'],
    ['the relative whom the form names', [...insured, ...child], 'BENJELLOUN Salma', 'child'],
    ['somebody like a relative', insured, 'BENJELLOUN Selim', 'insured'],
  ])('is as sure as before where it names %s', (_, form, patient, value) => {
    expect(linkOf(form, patient)).toMatchObject({ value, doubts: [] });
  });
});
