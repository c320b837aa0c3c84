import { describe, expect, it } from 'vitest';
import type { Provider } from '../../../../contexts/registry/records/registry-records.ts';
import {
  draftReading,
  inpesToAsk,
  looksWanted,
  settleReading,
} from '../../../../contexts/reading/domain/read-file.ts';
import { noWitnesses } from '../../../../contexts/reading/domain/witnesses.ts';
import { printDocument, printPage, type PrintedText } from '../../../support/ocr-builder.ts';
import { acts, alone, provider, who } from './support/people-world.ts';

const INPE_AT = { x: 20, y: 110 } as const;
const GARBLED: PrintedText = { text: 'C LIE4ZE 48', ...INPE_AT };

/** A form whose INPE OCR made nothing of, between the boxes of other values, with its label below. */
const draft = draftReading(
  printDocument({
    texts: [
      ...who.map(([text, x, y]) => ({ text, x, y })),
      { text: 'Dr MANSOURI Adil', x: 20, y: 95 },
      GARBLED,
      { text: '008221415837046', x: 80, y: 110 },
      { text: 'INPE', x: 20, y: 116 },
      { text: 'ICE', x: 80, y: 116 },
      ...acts,
    ],
  }),
);
const facts = (...providers: readonly Provider[]) => ({ families: [alone], providers, medicines: [] });
const before = { ...noWitnesses, registry: facts() };
const secondLooks = (text: string) =>
  looksWanted(draft, before, () => new Set()).map((look) => ({
    ...look,
    lines: printPage({ texts: [{ text, ...INPE_AT }] }).lines,
  }));
const read = (text: string, known: Provider) =>
  settleReading(draft, { ...before, registry: facts(known), secondLooks: secondLooks(text) }).forms[0];

describe('an INPE of which the first reading made nothing', () => {
  it('is looked for at its label, and nothing else is', () => {
    const [place] = printPage({ texts: [GARBLED] }).lines;
    expect(looksWanted(draft, before, () => new Set()).map(({ box }) => box.top)).toEqual([
      expect.closeTo(place!.box.top, 2),
    ]);
  });

  it('is asked for in the register once the second look has read it', () => {
    expect(inpesToAsk(draft, { ...before, secondLooks: secondLooks('091024578') })).toEqual(['091024578']);
    expect(inpesToAsk(draft, { ...before, secondLooks: secondLooks('C LIE4ZE 48') })).toEqual([]);
    expect(inpesToAsk(draft, before)).toEqual([]);
  });

  it('is the provider’s whose name stands on the form', () => {
    expect(read('091024578', provider())).toMatchObject({
      inpe: { value: '091024578', evidence: ['REGISTRY', 'SECOND_LOOK'], doubts: [] },
      providerName: { value: 'Dr MANSOURI Adil' },
    });
  });

  it('is as sure as the one look that read it: no second reading bears it out', () => {
    const weak = secondLooks('091024578').map((look) => ({
      ...look,
      lines: printPage({ texts: [{ text: '091024578', ...INPE_AT, confidencePercent: 60 }] }).lines,
    }));
    const [form] = settleReading(draft, { ...before, registry: facts(provider()), secondLooks: weak }).forms;
    expect(form?.inpe).toMatchObject({
      value: '091024578',
      doubts: ['LOW_CONFIDENCE'],
      confidencePercent: 60,
    });
  });

  it('is nobody’s where the register has another name under it', () => {
    const other = provider({ name: 'Dr BERRADA Zineb' });
    expect(read('091024578', other)?.inpe?.evidence ?? []).not.toContain('REGISTRY');
  });
});
