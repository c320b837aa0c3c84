import { describe, expect, it } from 'vitest';
import { adjudicate } from '../../../../../contexts/adjudication/domain/adjudicate.ts';
import type { AdjudicationInput } from '../../../../../contexts/adjudication/domain/adjudication-input.ts';
import type { CareFormAct, Dispensing } from '../../../../../contexts/reading/domain/care-form.ts';
import { act, field, provider } from '../claim-builder.ts';
import { reasonsOf, withBoxes } from './dispensing-builder.ts';

const analysis = { keyLetter: 'B', coefficientHundredths: 8_000, billedCentimes: 8_800 };
const weak = (day: string) => field(day, { confidencePercent: 30, doubts: ['LOW_CONFIDENCE' as const] });

/** A claim that was filed on 11 September 2025 or another day; the form was signed that day. */
function soldSomeDay(
  more: Partial<Dispensing>,
  { acts = [act()], filedOn = '2025-09-11', specialty = 'Cardiologie' } = {},
): AdjudicationInput {
  return withBoxes(
    { dispensedOn: undefined, ...more },
    {
      provider: provider({ specialty }),
      claim: { submissionDate: filedOn, receivedOn: filedOn, decidedOn: filedOn },
      form: { acts, signatureDate: field(filedOn) },
    },
  );
}

describe('a day of dispensing that was not read', () => {
  it.each<[string, AdjudicationInput]>([
    ['where a visit is before it', soldSomeDay({})],
    ['where the day that may stand there is in time too', soldSomeDay({ dispensedOn: weak('2025-08-30') })],
    [
      'where the prescription is before it',
      soldSomeDay(
        { prescribedOn: field('2025-09-02') },
        { acts: [act({ ...analysis, dateOfCare: '2025-09-03' })], specialty: 'Laboratoire' },
      ),
    ],
    ['on the last day of filing', soldSomeDay({}, { filedOn: '2025-11-03' })],
  ])('keeps the boxes waiting and no act %s', (_, input) => {
    const decision = adjudicate(input);
    expect(reasonsOf(input)).toEqual(['doubt FIELD_UNREADABLE dispensedOn']);
    expect(decision.outcome).toBe('partly-referred');
    expect(decision.lines.map(({ outcome }) => outcome)).toEqual(['paid', 'referred']);
  });

  const laboratory = { specialty: 'Laboratoire', acts: [act(analysis)] as readonly CareFormAct[] };
  it.each<[string, AdjudicationInput]>([
    ['what was read of it would be too late', soldSomeDay({ dispensedOn: weak('2025-06-04') })],
    [
      'nothing says when they were prescribed',
      soldSomeDay({}, { ...laboratory, acts: [...laboratory.acts] }),
    ],
    [
      'the prescription is from a day that would be too late',
      soldSomeDay({ prescribedOn: field('2025-06-30') }, { filedOn: '2025-09-11' }),
    ],
  ])('keeps everything waiting where %s', (_, input) => {
    expect(adjudicate(input)).toMatchObject({ outcome: 'referred', paidCentimes: 0 });
  });

  it('lets the boxes be paid once a person keyed it, and rejects the rest where that makes the claim late', () => {
    const keyed = (day: string) => ({ ...field(day), attestedBy: ['amina'] });
    expect(adjudicate(soldSomeDay({ dispensedOn: keyed('2025-09-04') }))).toMatchObject({
      paidCentimes: 22_330,
    });
    expect(adjudicate(soldSomeDay({ dispensedOn: keyed('2025-06-04') })).paidCentimes).toBe(0);
  });
});

describe('a pharmacy that was not in the register on the day', () => {
  const closed = provider({ inpe: '092307418', specialty: 'Pharmacie', to: '2024-01-01' });

  it('keeps the boxes waiting, and no act', () => {
    const input = withBoxes({}, { pharmacy: closed });
    expect(reasonsOf(input)).toEqual(['doubt PROVIDER_NOT_ACTIVE pharmacyInpe 1']);
    expect(adjudicate(input)).toMatchObject({ outcome: 'partly-referred', paidCentimes: 10_500 });
  });

  it('is another one by the word of one person where its number may be misread, and no doctor is', () => {
    const open = provider({ inpe: '092307426', specialty: 'Pharmacie' });
    const doctor = provider({ inpe: '081000001' });
    const keyed = (inpe: string) => ({ ...field(inpe), isCorrected: true, attestedBy: ['amina'] });
    const changed = (read: AdjudicationInput, changes: Partial<AdjudicationInput>): AdjudicationInput => ({
      ...read,
      asRead: read,
      ...changes,
    });
    const sold = (read: AdjudicationInput) => ({
      ...read.form,
      dispensing: read.form.dispensing && { ...read.form.dispensing, pharmacyInpe: keyed(open.inpe) },
    });
    const read = withBoxes({}, { pharmacy: closed });
    expect(reasonsOf(changed(read, { pharmacy: open, form: sold(read) }))).toEqual([]);
    const form = { ...read.form, inpe: keyed(doctor.inpe) };
    expect(reasonsOf(changed(read, { provider: doctor, form }))).toContain('doubt CHANGED_BY_ONE inpe');
    const confirmed = withBoxes(
      {
        pharmacyInpe: field(closed.inpe, { confidencePercent: 70, evidence: ['REGISTRY', 'NEIGHBOURS'] }),
      },
      { pharmacy: closed },
    );
    expect(reasonsOf(confirmed)).toEqual(['rejection PROVIDER_NOT_ACTIVE pharmacyInpe 1']);
    expect(reasonsOf(changed(confirmed, { pharmacy: open, form: sold(confirmed) }))).toEqual([
      'doubt CHANGED_BY_ONE pharmacyInpe',
    ]);
  });
});

describe('a doctor who was not in the register on the day of the visit', () => {
  it('is none of whom it is known that they prescribed', () => {
    const input = withBoxes(
      {},
      { provider: provider({ from: '2025-09-04' }), form: { providerName: undefined } },
    );
    expect(reasonsOf(input)).toContain('doubt FIELD_UNREADABLE prescribedOn');
    expect(adjudicate(input)).toMatchObject({ outcome: 'referred', paidCentimes: 0 });
  });
});
