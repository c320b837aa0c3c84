import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { DrawingPageCounter } from '../../../../contexts/pages/imaging/page-counter.ts';
import { TurnedScanUprighter } from '../../../../contexts/pages/imaging/scan-uprighter.ts';
import { examineScan } from '../../../../contexts/intake/use-cases/examine-scan.ts';
import type { CountedPages, PageCounter } from '../../../../contexts/intake/ports/page-counter.ts';
import { PageNotDrawableError, PageTooCostlyError } from '../../../../contexts/reading/ports/page-errors.ts';
import { countingLimits } from '../../../../contexts/pages/domain/drawing-limits.ts';
import { ScanPageDrawer } from '../../../../contexts/pages/imaging/page-drawer.ts';
import { miscountedPdf } from '../../../support/hostile-pdfs.ts';
import { turnedPng } from '../../../support/hostile-pictures.ts';
import { turnedTiff } from '../../../support/turned-tiff.ts';
import { pdfFromObjects, pdfOf } from '../domain/support/fixtures.ts';

interface Tree {
  readonly kids: readonly (Tree | 'page')[];
}
const { tree } = fc.letrec<{ tree: Tree }>((tie) => ({
  tree: fc.record({
    kids: fc.array(fc.oneof({ depthSize: 'small', maxDepth: 4 }, fc.constant('page' as const), tie('tree')), {
      minLength: 1,
      maxLength: 4,
    }),
  }),
}));

/** @param lie what the last part of the tree says of its pages instead of the truth */
function pdfOfTree(root: Tree, lie: number | undefined) {
  const objects = ['<< /Type /Catalog /Pages 2 0 R >>'];
  const write = (node: Tree | 'page', parent: number): { number: number; pages: number } => {
    const number = objects.push('');
    if (node === 'page') {
      objects[number - 1] = `<< /Type /Page /Parent ${parent} 0 R /MediaBox [0 0 595 842] >>`;
      return { number, pages: 1 };
    }
    const kids = node.kids.map((kid) => write(kid, number));
    const pages = kids.reduce((sum, kid) => sum + kid.pages, 0);
    const references = kids.map((kid) => `${kid.number} 0 R`).join(' ');
    objects[number - 1] = `<< /Type /Pages /Parent ${parent} 0 R /Count ${pages} /Kids [${references}] >>`;
    return { number, pages };
  };
  const { pages: pageCount } = write(root, 1);
  const at = objects.findLastIndex((object) => object.includes('/Count'));
  if (lie !== undefined) objects[at] = objects[at]!.replace(/\/Count \d+/, `/Count ${lie}`);
  return { bytes: pdfFromObjects(objects), pageCount };
}

const limits = { maxFileBytes: 20_000_000, maxPages: 30 };
const counting = (counted: CountedPages) => ({
  pageCounter: { count: () => Promise.resolve(counted) },
});
const sound = await pdfOf(2, true);

describe('a PDF', () => {
  it.each([
    ['says more pages than there are', miscountedPdf()],
    [
      'says fewer pages than there are',
      pdfFromObjects([
        '<< /Type /Catalog /Pages 2 0 R >>',
        '<< /Type /Pages /Count 1 /Kids [3 0 R 3 0 R 3 0 R] >>',
        '<< /Type /Page /Parent 2 0 R /MediaBox [0 0 595 842] >>',
      ]),
    ],
    [
      'says no pages at all',
      pdfFromObjects([
        '<< /Type /Catalog /Pages 2 0 R >>',
        '<< /Type /Pages /Count 0 /Kids [3 0 R] >>',
        '<< /Type /Page /Parent 2 0 R /MediaBox [0 0 595 842] >>',
      ]),
    ],
  ])('that %s is quarantined before anyone pays for reading it', async (_, bytes) => {
    expect(await examineScan(bytes, { ...limits, pageCounter: new DrawingPageCounter() })).toMatchObject({
      accepted: false,
      reason: 'PAGE_COUNT_UNCLEAR',
    });
  });

  it('whose page tree is of any shape, and says what it likes, is accepted only where PDFium sees the same pages', async () => {
    const drawing = new DrawingPageCounter();
    let counted: CountedPages | undefined;
    const pageCounter: PageCounter = {
      count: async (...question) => (counted = await drawing.count(...question)),
    };
    let accepted = 0;
    let refused = 0;
    await fc.assert(
      fc.asyncProperty(tree, fc.option(fc.nat(7), { nil: undefined }), async (root, lie) => {
        const { bytes, pageCount } = pdfOfTree(root, lie);
        const examined = await examineScan(bytes, { ...limits, maxPages: 300, pageCounter });
        if (!examined.accepted) {
          refused += 1;
          return lie !== undefined && ['PAGE_COUNT_UNCLEAR', 'NO_PAGES'].includes(examined.reason);
        }
        accepted += 1;
        return [examined.pageCount, counted?.pageCount, counted?.drawable].every(
          (said) => said === pageCount,
        );
      }),
      { numRuns: 40, examples: [[{ kids: ['page', { kids: ['page'] }] }, undefined]] },
    );
    expect(Math.min(accepted, refused)).toBeGreaterThan(3);
  });

  it('with a page that has no pixel across when it is made small is quarantined', async () => {
    const pdfOfSize = (width: number, height: number) =>
      pdfFromObjects([
        '<< /Type /Catalog /Pages 2 0 R >>',
        '<< /Type /Pages /Count 1 /Kids [3 0 R] >>',
        `<< /Type /Page /Parent 2 0 R /MediaBox [0 0 ${width} ${height}] >>`,
      ]);
    const dependencies = { ...limits, pageCounter: new DrawingPageCounter() };
    for (const [width, height] of [
      [8000, 1],
      [0.5, 900],
    ] as const)
      expect(await examineScan(pdfOfSize(width, height), dependencies)).toMatchObject({
        reason: 'PAGE_COUNT_UNCLEAR',
      });
    for (const [width, height] of [
      [8000, 200],
      [200, 3000],
    ] as const) {
      const bytes = pdfOfSize(width, height);
      expect(await examineScan(bytes, dependencies)).toMatchObject({ pageCount: 1 });
      const pages = await new ScanPageDrawer().open(bytes, 'application/pdf');
      expect((await pages.draw(1)).heightPixels).toBeGreaterThan(0);
      pages.close();
    }
  });

  it('of which all see the same pages is accepted', async () => {
    const dependencies = {
      ...limits,
      pageCounter: new DrawingPageCounter(),
      uprighter: new TurnedScanUprighter(5),
    };
    expect(await examineScan(sound, dependencies)).toMatchObject({ accepted: true, pageCount: 2 });
  });

  it.each([
    [{ pageCount: 3 }, false],
    [{ pageCount: 1, drawable: 1 }, false],
    [{ pageCount: 2, drawable: 1 }, false],
    [{ pageCount: 2, drawable: 2 }, true],
    [{ pageCount: 2 }, true],
  ])('that is counted as %j beside our two pages is accepted: %s', async (counted, accepted) => {
    expect(await examineScan(sound, { ...limits, ...counting(counted) })).toMatchObject({ accepted });
  });
});

describe('a file', () => {
  const failing = (error: Error) => ({
    uprighter: { upright: () => Promise.reject(error) },
  });

  it('that takes too long to count is tried again, and then refused with a reason', async () => {
    const slow = {
      ...limits,
      pageCounter: { count: () => Promise.reject(new PageTooCostlyError('It takes too long')) },
    };
    await expect(examineScan(sound, { ...slow, isLastTry: false })).rejects.toThrow('tried again');
    expect(await examineScan(sound, slow)).toMatchObject({ accepted: false, reason: 'TOO_COMPLEX' });
  });

  it('whose pictures cannot be turned is damaged, or too complex', async () => {
    expect(await examineScan(sound, { ...limits, ...failing(new PageNotDrawableError('x')) })).toMatchObject({
      accepted: false,
      reason: 'DAMAGED',
    });
    expect(await examineScan(sound, { ...limits, ...failing(new PageTooCostlyError('x')) })).toMatchObject({
      accepted: false,
      reason: 'TOO_COMPLEX',
    });
  });

  it('is not judged by a fault that says nothing of it', async () => {
    await expect(
      examineScan(sound, { ...limits, ...failing(new Error('The disk is full')) }),
    ).rejects.toThrow('The disk is full');
  });
});

describe('a picture that our own drawing cannot show', () => {
  const dependencies = { ...limits, pageCounter: new DrawingPageCounter() };
  const pngOfRows = (rows: number) => turnedPng({ sidePixels: 100, rawBytes: 301 * rows });
  const dots = { pixels: new Uint8Array(400).fill(200), width: 20, height: 20, orientation: 1 };
  /** Writes a value of a page's directory. */
  const retagged = (pages: number, tag: number, value: number, page = 0): Uint8Array => {
    const bytes = Buffer.from(turnedTiff(Array.from({ length: pages }, () => dots)));
    let directory = bytes.readUInt32LE(4);
    for (let at = 0; at < page; at += 1)
      directory = bytes.readUInt32LE(directory + 2 + 12 * bytes.readUInt16LE(directory));
    for (let entry = 0; entry < bytes.readUInt16LE(directory); entry += 1) {
      const start = directory + 2 + 12 * entry;
      if (bytes.readUInt16LE(start) === tag) bytes.writeUInt32LE(value, start + 8);
    }
    return bytes;
  };
  const [COMPRESSION, BITS] = [259, 258];

  it.each([
    ['a TIFF in the JPEG of 1992', () => retagged(1, COMPRESSION, 6), 'IMAGE_FORMAT_NOT_ACCEPTED'],
    ['a TIFF in LZMA', () => retagged(1, COMPRESSION, 34_925), 'IMAGE_FORMAT_NOT_ACCEPTED'],
    ['a TIFF of which one page is', () => retagged(3, COMPRESSION, 34_925, 2), 'IMAGE_FORMAT_NOT_ACCEPTED'],
    ['a TIFF of 12 bits a sample', () => retagged(1, BITS, 12), 'DAMAGED'],
    ['a TIFF whose deflated data are none', () => retagged(1, COMPRESSION, 8), 'DAMAGED'],
    ['a TIFF whose last page is broken inside', () => retagged(3, COMPRESSION, 8, 2), 'PAGE_COUNT_UNCLEAR'],
    ['a PNG that has half of its pixels', () => pngOfRows(50), 'DAMAGED'],
  ])('is refused before anyone pays for reading it: %s', async (_, make, reason) => {
    expect(await examineScan(make(), dependencies)).toMatchObject({ accepted: false, reason });
  });

  it('is distinguished from those that it can', async () => {
    expect(await examineScan(retagged(3, 0, 0), dependencies)).toMatchObject({ pageCount: 3 });
    expect(await examineScan(pngOfRows(100), dependencies)).toMatchObject({ pageCount: 1 });
  });

  it('is accepted uncounted where drawing all of its pages would take too long', async () => {
    const hasty = {
      ...limits,
      maxPages: 40,
      pageCounter: new DrawingPageCounter({ ...countingLimits, pageSeconds: 0.001 }),
    };
    const many = turnedTiff(Array.from({ length: 40 }, () => dots));
    expect(await examineScan(many, hasty)).toMatchObject({ accepted: true, pageCount: 40 });
  });
});
