import { describe, expect, it } from 'vitest';
import { adjudicate } from '../../../../../contexts/adjudication/domain/adjudicate.ts';
import type { AdjudicationInput } from '../../../../../contexts/adjudication/domain/adjudication-input.ts';
import type { CareForm, PageRole, ReadField } from '../../../../../contexts/reading/domain/care-form.ts';
import { act, field, provider } from '../claim-builder.ts';
import { reasonsOf, withBoxes } from './dispensing-builder.ts';

const MISSING = ['missing PRESCRIPTION_MISSING'];
const LOOKED_FOR = ['doubt FIELD_UNREADABLE prescribedOn'];

interface Papers {
  /** Day of the only act. */
  readonly visitOn?: string;
  readonly specialty?: string;
  readonly pages?: readonly PageRole[];
  readonly prescribedOn?: ReadField<string>;
  readonly form?: Partial<CareForm>;
}

/** Boxes sold on 4 September. */
function soldOnThe4th({
  visitOn = '2025-09-06',
  specialty,
  pages = [],
  prescribedOn,
  form,
}: Papers): AdjudicationInput {
  return withBoxes(prescribedOn === undefined ? {} : { prescribedOn }, {
    pageRoles: ['care-form', ...pages],
    ...(specialty === undefined ? {} : { provider: provider({ specialty }) }),
    form: {
      acts: [
        act(
          specialty === 'Laboratoire'
            ? { dateOfCare: visitOn, keyLetter: 'B', coefficientHundredths: 8_000, billedCentimes: 8_800 }
            : { dateOfCare: visitOn },
        ),
      ],
      ...form,
    },
  });
}

const keyed = (day: string): ReadField<string> => ({ ...field(day), attestedBy: ['amina'] });
const weak = (day: string): ReadField<string> =>
  field(day, { confidencePercent: 30, doubts: ['LOW_CONFIDENCE'] });

describe('boxes are prescribed', () => {
  it.each<[string, Papers]>([
    ['by a visit on the day before', { visitOn: '2025-09-03' }],
    ['by a visit on the very day', { visitOn: '2025-09-04' }],
    ['by a prescription of that day', { prescribedOn: field('2025-09-04'), pages: ['prescription'] }],
    ['by a prescription whose day a person keyed', { prescribedOn: keyed('2025-09-01'), pages: ['other'] }],
    [
      'by a visit, whatever the page behind the form is',
      { visitOn: '2025-09-03', pages: ['other', 'supporting'] },
    ],
    [
      'by a visit, where the day of the prescription was not read',
      { visitOn: '2025-09-03', pages: ['prescription'] },
    ],
  ])('%s', (_, papers) => {
    expect(reasonsOf(soldOnThe4th(papers))).toEqual([]);
  });

  it.each<[string, Papers]>([
    ['a visit after they were sold', {}],
    ['an invoice or results behind the form', { pages: ['supporting', 'supporting'] }],
    ['a blank page', { pages: ['blank'] }],
    ['a prescription that is dated later', { prescribedOn: field('2025-09-05'), pages: ['prescription'] }],
    [
      'a later prescription whose day a person keyed',
      { prescribedOn: keyed('2025-09-05'), pages: ['prescription'] },
    ],
    [
      'a page of which people say that it is no prescription',
      { pages: ['other'], form: { emptiedBy: { prescribedOn: ['amina'] } } },
    ],
    ['an earlier act of a laboratory', { visitOn: '2025-09-02', specialty: 'Laboratoire' }],
  ])('by nobody with %s: the prescription is asked for, and the act is paid', (_, papers) => {
    const input = soldOnThe4th(papers);
    expect(reasonsOf(input)).toEqual(MISSING);
    expect(adjudicate(input)).toMatchObject({ outcome: 'partly-referred' });
    expect(adjudicate(input).paidCentimes).toBeGreaterThan(0);
  });

  it.each<[string, Papers]>([
    ['a prescription whose day was not read', { pages: ['prescription'] }],
    [
      'a prescription whose day was hardly read',
      { prescribedOn: weak('2025-09-01'), pages: ['prescription'] },
    ],
    ['a page that nobody could tell from a prescription', { pages: ['other'] }],
  ])('for a person to see with %s', (_, papers) => {
    const input = soldOnThe4th(papers);
    expect(reasonsOf(input)).toEqual(LOOKED_FOR);
    expect(adjudicate(input)).toMatchObject({ outcome: 'partly-referred', paidCentimes: 10_500 });
  });

  it.each(['Infirmier', 'Kinésithérapie', 'Pharmacie', 'Optique', 'Laboratoire'])(
    'not by an earlier act of a provider of %s',
    (specialty) => {
      const input = soldOnThe4th({ visitOn: '2025-09-02', specialty });
      expect(reasonsOf(input)).toContain(MISSING[0]);
    },
  );

  it('for a person to see where nobody knows who gave the act, or what they are', () => {
    const unknown = { ...soldOnThe4th({ visitOn: '2025-09-02' }), provider: undefined };
    expect(reasonsOf(unknown)).toEqual(['doubt INPE_UNKNOWN inpe', ...LOOKED_FOR]);
    const healer = soldOnThe4th({ visitOn: '2025-09-02', specialty: 'Guérisseur' });
    expect(reasonsOf(healer)).toContain(LOOKED_FOR[0]);
  });

  it('for a person to see where the number of a row’s provider was read once', () => {
    const gp = provider({ inpe: '081000001', specialty: 'Médecine générale' });
    const later = act({ dateOfCare: '2025-09-06' });
    const visit = act({ dateOfCare: '2025-09-02', keyLetter: 'C', billedCentimes: 8_000 });
    const withRow = (inpe: ReadField<string>): AdjudicationInput => ({
      ...soldOnThe4th({ form: { acts: [later, { ...visit, inpe }] } }),
      rowProviders: new Map([[gp.inpe, gp]]),
    });
    const total = field(25_000 + 8_000 + 2 * 9_620);
    const summed = (input: AdjudicationInput) => ({
      ...input,
      form: { ...input.form, totalCentimes: total },
    });
    expect(reasonsOf(summed(withRow(field(gp.inpe, { evidence: ['REPEATED'] }))))).toEqual([]);
    expect(reasonsOf(summed(withRow(field(gp.inpe))))).toContain(LOOKED_FOR[0]);
  });

  it('by the pages of their own form, not by those behind another one', () => {
    const roles = ['care-form', 'supporting', 'care-form', 'prescription'] as const;
    const ofForm = (pages: readonly number[]): AdjudicationInput => ({
      ...soldOnThe4th({ form: { pages } }),
      pageRoles: roles,
    });
    expect(reasonsOf(ofForm([1]))).toEqual(MISSING);
    expect(reasonsOf(ofForm([3]))).toEqual(LOOKED_FOR);
    const first = {
      ...soldOnThe4th({ form: { pages: [2] } }),
      pageRoles: ['prescription', 'care-form'] as const,
    };
    expect(reasonsOf(first)).toEqual(LOOKED_FOR);
  });

  it('a supervisor says where the prescription does not come', () => {
    const input = soldOnThe4th({});
    expect(reasonsOf({ ...input, overrides: [{ code: 'PRESCRIPTION_MISSING' }] })).toEqual([]);
  });

  it('two people say where one alone changes the day of a prescription that was read surely', () => {
    const read = soldOnThe4th({ prescribedOn: field('2025-09-05'), pages: ['prescription'] });
    const { dispensing } = read.form;
    const changed = (by: readonly string[]): AdjudicationInput => ({
      ...read,
      asRead: read,
      form: {
        ...read.form,
        dispensing: dispensing && {
          ...dispensing,
          prescribedOn: { ...field('2025-09-03'), isCorrected: true, attestedBy: by },
        },
      },
    });
    expect(reasonsOf(changed(['amina']))).toEqual(['doubt CHANGED_BY_ONE prescribedOn']);
    expect(reasonsOf(changed(['amina', 'brahim']))).toEqual([]);
  });
});
