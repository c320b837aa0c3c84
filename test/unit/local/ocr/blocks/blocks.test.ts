import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { buildBlocks } from '../../../../../local/ocr/blocks/blocks.ts';
import type { RecognisedPage } from '../../../../../local/ocr/engine/ocr-engine.ts';
import { samplePage, text } from '../support/fake-engine.ts';

const corner = fc.record({
  x: fc.double({ min: -0.2, max: 1.2, noNaN: true }),
  y: fc.double({ min: -0.2, max: 1.2, noNaN: true }),
});
const anyText = fc.record({
  text: fc.string({ minLength: 0, maxLength: 8 }),
  confidencePercent: fc.double({ min: 0, max: 100, noNaN: true }),
  polygon: fc.tuple(corner, corner, corner, corner),
});
const anyPage: fc.Arbitrary<RecognisedPage> = fc.record({
  widthPixels: fc.integer({ min: 1, max: 10_000 }),
  heightPixels: fc.integer({ min: 1, max: 10_000 }),
  lines: fc.array(
    fc.tuple(anyText, fc.array(anyText, { maxLength: 4 })).map(([line, words]) => ({ ...line, words })),
    { maxLength: 6 },
  ),
  checkBoxes: fc.array(
    fc.record({
      polygon: fc.tuple(corner, corner, corner, corner),
      confidencePercent: fc.double({ min: 0, max: 100, noNaN: true }),
      selected: fc.boolean(),
    }),
    { maxLength: 3 },
  ),
});

describe('the blocks of a document', () => {
  it('are a page, its lines and then its words, page after page', () => {
    const blocks = buildBlocks([samplePage(['a b']), samplePage(['c'])], { seed: 'x', withForms: false });
    expect(blocks.map((block) => `${block.BlockType} ${block.Text ?? ''} ${block.Page}`)).toEqual([
      'PAGE  1',
      'LINE a b 1',
      'WORD a 1',
      'WORD b 1',
      'PAGE  2',
      'LINE c 2',
      'WORD c 2',
    ]);
    expect(
      blocks.filter((block) => block.BlockType === 'WORD').every((word) => word.TextType === 'PRINTED'),
    ).toBe(true);
  });

  it('start a polygon at the top left of the text itself, and box it in', () => {
    const upsideDown = text('a', 0.2, 0.3, 0.1, 0.02);
    const [topLeft, topRight, bottomRight, bottomLeft] = upsideDown.polygon;
    const polygon = [bottomRight, bottomLeft, topLeft, topRight] as const;
    const page = { ...samplePage([]), lines: [{ ...upsideDown, polygon, words: [] }] };
    const line = buildBlocks([page], { seed: 'x', withForms: false })[1];
    expect(line?.Geometry?.Polygon?.[0]).toEqual({ X: bottomRight.x, Y: bottomRight.y });
    expect(line?.Geometry?.BoundingBox?.Left).toBeCloseTo(0.2);
    expect(line?.Geometry?.BoundingBox?.Top).toBeCloseTo(0.3);
    expect(line?.Geometry?.BoundingBox?.Width).toBeCloseTo(0.1);
    expect(line?.Geometry?.BoundingBox?.Height).toBeCloseTo(0.02);
  });

  it('have ids of their own that depend on the seed alone', () => {
    const pages = [samplePage(), samplePage()];
    const ids = (seed: string) => buildBlocks(pages, { seed, withForms: true }).map((block) => block.Id);
    expect(new Set(ids('a')).size).toBe(ids('a').length);
    expect(ids('a')).toEqual(ids('a'));
    expect(ids('b').some((id) => ids('a').includes(id))).toBe(false);
  });

  it('form a whole graph on the page, whatever was recognised', () => {
    fc.assert(
      fc.property(fc.array(fc.option(anyPage), { minLength: 1, maxLength: 3 }), (pages) => {
        const blocks = buildBlocks(pages, { seed: 'x', withForms: true });
        const ids = new Set(blocks.map((block) => block.Id));
        expect(ids.size).toBe(blocks.length);
        for (const block of blocks) {
          const related = (block.Relationships ?? []).flatMap((relationship) => relationship.Ids ?? []);
          expect(related.every((id) => ids.has(id))).toBe(true);
          const { Left = NaN, Top = NaN, Width = NaN, Height = NaN } = block.Geometry?.BoundingBox ?? {};
          expect(Math.min(Left, Top, Width, Height)).toBeGreaterThanOrEqual(0);
          expect(Math.max(Left + Width, Top + Height)).toBeLessThanOrEqual(1 + 1e-9);
        }
        expect(new Set(blocks.map((block) => block.Page))).toEqual(
          new Set(pages.flatMap((page, index) => (page === null ? [] : [index + 1]))),
        );
      }),
    );
  });
});
