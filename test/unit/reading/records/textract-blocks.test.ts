import { describe, expect, it } from 'vitest';

import { textractAnswerSchema, toOcrDocument } from '../../../../contexts/reading/records/textract-blocks.ts';

const geometry = {
  BoundingBox: { Left: 0.1, Top: 0.2, Width: 0.3, Height: 0.01 },
  Polygon: [{ X: 0.1, Y: 0.2 }],
};

function linePage(page: number | undefined, text: string, id = text): object[] {
  return [
    { BlockType: 'PAGE', Id: `page-${id}`, Page: page, Geometry: geometry },
    {
      BlockType: 'LINE',
      Id: `line-${id}`,
      Page: page,
      Text: text,
      Confidence: 98,
      Geometry: geometry,
      Relationships: [{ Type: 'CHILD', Ids: [`word-${id}`] }],
    },
    {
      BlockType: 'WORD',
      Id: `word-${id}`,
      Page: page,
      Text: text,
      Confidence: 97,
      TextType: 'PRINTED',
      Geometry: geometry,
    },
  ];
}

const answer = (value: object) => textractAnswerSchema.parse(value);

describe('answers of a Textract job', () => {
  it('become lines with their words, page by page, over several answers', () => {
    const document = toOcrDocument([
      answer({
        JobStatus: 'SUCCEEDED',
        DocumentMetadata: { Pages: 2 },
        NextToken: 'more',
        Blocks: linePage(1, 'one'),
      }),
      answer({ JobStatus: 'SUCCEEDED', DocumentMetadata: { Pages: 2 }, Blocks: linePage(2, 'two') }),
    ]);
    expect(
      document.pages.map((page) => [
        page.number,
        page.wasRead,
        page.lines.map((line) => line.words.map((word) => word.text)),
      ]),
    ).toEqual([
      [1, true, [['one']]],
      [2, true, [['two']]],
    ]);
    expect(document.pages[0]?.lines[0]).toMatchObject({
      confidencePercent: 98,
      box: { left: 0.1, top: 0.2, width: 0.3, height: 0.01 },
      polygon: [{ x: 0.1, y: 0.2 }],
    });
  });

  it('of a single image have no page number and are page 1', () => {
    expect(toOcrDocument([answer({ Blocks: linePage(undefined, 'one') })]).pages).toMatchObject([
      { number: 1, wasRead: true },
    ]);
  });

  it('say which pages failed when they are a partial success', () => {
    const document = toOcrDocument([
      answer({
        JobStatus: 'PARTIAL_SUCCESS',
        DocumentMetadata: { Pages: 4 },
        Warnings: [{ ErrorCode: 'UnsupportedDocumentException', Pages: [2] }],
        Blocks: [...linePage(1, 'one'), ...linePage(2, 'half')],
      }),
    ]);
    // Page 2 has a warning; pages 3 and 4 have no block, which a page that was read always has.
    expect(document.pages.map((page) => page.wasRead)).toEqual([true, false, false, false]);
  });

  it('count a blank page as read', () => {
    const [page] = toOcrDocument([
      answer({ JobStatus: 'SUCCEEDED', Blocks: linePage(1, 'x').slice(0, 1) }),
    ]).pages;
    expect(page).toMatchObject({ wasRead: true, lines: [] });
  });

  it('count the last page as not read when they were cut off', () => {
    const document = toOcrDocument([
      answer({
        JobStatus: 'SUCCEEDED',
        NextToken: 'more',
        Blocks: [...linePage(1, 'one'), ...linePage(2, 'two')],
      }),
    ]);
    expect(document.pages.map((page) => page.wasRead)).toEqual([true, false]);
  });

  it('of a failed job have no page that was read', () => {
    expect(toOcrDocument([answer({ JobStatus: 'FAILED', StatusMessage: 'no' })]).pages).toEqual([]);
    expect(
      toOcrDocument([answer({ JobStatus: 'FAILED', DocumentMetadata: { Pages: 1 } })]).pages,
    ).toMatchObject([{ wasRead: false }]);
  });

  it('with form analysis bring check boxes', () => {
    const box = {
      BlockType: 'SELECTION_ELEMENT',
      Id: 'b',
      Page: 1,
      SelectionStatus: 'SELECTED',
      Confidence: 91,
      Geometry: geometry,
    };
    expect(
      toOcrDocument([answer({ Blocks: [...linePage(1, 'one'), box] })]).pages[0]?.checkBoxes,
    ).toMatchObject([{ isSelected: true, confidencePercent: 91 }]);
  });

  it.each([
    { DocumentMetadata: { Pages: 4_294_967_296 } },
    { DocumentMetadata: { Pages: 3001 } },
    { Blocks: [{ BlockType: 'PAGE', Id: 'p', Page: 900_000_000 }] },
    { Warnings: [{ Pages: [1, 5_000_000] }] },
    { Warnings: [{ Pages: [-1] }] },
  ])(
    'that name more pages than a document can have are refused, and no page is made for each: %j',
    (wrong) => {
      expect(textractAnswerSchema.safeParse({ JobStatus: 'SUCCEEDED', ...wrong }).success).toBe(false);
      expect(toOcrDocument([answer({ DocumentMetadata: { Pages: 3000 } })]).pages).toHaveLength(3000);
    },
  );

  it('with a word that is longer than any are cut there, so that no parser takes for ever over it', () => {
    const [page] = toOcrDocument([
      answer({ Blocks: linePage(1, `1${'.'.repeat(1_000_000)}x`, 'long') }),
    ]).pages;
    expect(page?.lines[0]?.text).toHaveLength(1000);
    expect(page?.lines[0]?.words[0]?.text).toHaveLength(1000);
  });

  it('that are not of the block model are refused', () => {
    expect(textractAnswerSchema.safeParse({ Blocks: [{ BlockType: 'LINE' }] }).success).toBe(false);
  });
});
