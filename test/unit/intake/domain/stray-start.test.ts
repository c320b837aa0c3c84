import fc from 'fast-check';
import { deflateSync } from 'node:zlib';
import { describe, expect, it } from 'vitest';
import { examineScan } from '../../../../contexts/intake/use-cases/examine-scan.ts';
import { DrawingPageCounter } from '../../../../contexts/pages/imaging/page-counter.ts';
import { inspectFile } from '../../../../contexts/intake/domain/inspect-file.ts';
import { limits } from './support/fixtures.ts';
import { CATALOGUE, packedPdf, PAGE, PdfWriter, treeOf, updatedPdf } from './support/pdf-writer.ts';

const outcomeOf = async (bytes: Uint8Array): Promise<string | number> => {
  const inspection = await inspectFile(bytes, limits);
  return inspection.accepted ? inspection.pageCount : inspection.reason;
};
const text = (bytes: Uint8Array): string => Buffer.from(bytes).toString('latin1');
const bytesOf = (latin1: string): Uint8Array => new Uint8Array(Buffer.from(latin1, 'latin1'));

/** Two pages, the second with contents; the tree is written last. */
function tablePdf(): Uint8Array {
  const writer = new PdfWriter('%PDF-1.4\n')
    .object(1, CATALOGUE)
    .object(3, PAGE)
    .stream(5, '', 'q 1 0 0 1 0 0 cm 0 0 9 9 re f Q')
    .object(4, '<< /Type /Page /Parent 2 0 R /MediaBox [0 0 595 842] /Contents 5 0 R >>')
    .object(2, treeOf(3, 4))
    .stream(6, '/Type /Metadata', 'x'.repeat(300));
  const start = writer.length;
  return writer.table(7).end(start).bytes();
}

const kinds = [
  ['a table', tablePdf(), 2],
  ['a stream', packedPdf(deflateSync), 1],
  ['a stream in rows', packedPdf(deflateSync, { columns: 4 }), 1],
] as const;

const refusals: readonly (string | number)[] = ['DAMAGED', 'INCOMPLETE'];

const withStart = (bytes: Uint8Array, start: string): Uint8Array =>
  bytesOf(text(bytes).replace(/startxref\n\d+/, `startxref\n${start}`));

describe('a PDF whose last line leads astray, and is sound otherwise', () => {
  it.each(kinds)('is taken in with %s, wherever it leads', async (_, bytes, pages) => {
    await fc.assert(
      fc.asyncProperty(fc.oneof(fc.nat(bytes.length + 100), fc.nat()), async (start) => {
        expect(await outcomeOf(withStart(bytes, String(start)))).toBe(pages);
      }),
    );
    const word = text(bytes).lastIndexOf('startxref');
    const odd = ['z565', '', '-1', '0', `${word}`, `${word + 'start'.length}`];
    for (const start of odd) expect(await outcomeOf(withStart(bytes, start))).toBe(pages);
  });

  it.each(kinds)('has the same pages with %s for what draws it', async (_, bytes, pages) => {
    const dependencies = { ...limits, pageCounter: new DrawingPageCounter() };
    expect(await examineScan(withStart(bytes, '30'), dependencies)).toMatchObject({ pageCount: pages });
  });

  it.each(kinds)(
    'never has other pages with %s where bytes are missing or added',
    async (_, bytes, pages) => {
      await fc.assert(
        fc.asyncProperty(
          fc.integer({ min: 9, max: bytes.length }),
          fc.integer({ min: -300, max: 40 }).filter((more) => more !== 0),
          async (at, more) => {
            const before = text(bytes).slice(0, at);
            const after = text(bytes).slice(at + Math.max(0, -more));
            const damaged = before + 'x'.repeat(Math.max(0, more)) + after;
            expect([...refusals, pages]).toContain(await outcomeOf(bytesOf(damaged)));
          },
        ),
        { numRuns: 300 },
      );
    },
  );

  it('is refused where bytes are missing in the midst of it', async () => {
    const whole = text(tablePdf());
    const last = whole.indexOf('6 0 obj');
    const data = whole.indexOf('xxx', last);
    const holes = fc.oneof(
      fc.record({ at: fc.integer({ min: 9, max: last - 30 }), missing: fc.integer({ min: 2, max: 20 }) }),
      fc.record({
        at: fc.integer({ min: data, max: data + 100 }),
        missing: fc.integer({ min: 2, max: 100 }),
      }),
    );
    await fc.assert(
      fc.asyncProperty(holes, async ({ at, missing }) => {
        const damaged = bytesOf(whole.slice(0, at) + whole.slice(at + missing));
        expect(refusals).toContain(await outcomeOf(damaged));
      }),
    );
  });

  it('is refused where the table before it is of an older part, or there is none', async () => {
    const updated = text(updatedPdf().bytes);
    const last = updated.lastIndexOf('xref\n', updated.lastIndexOf('startxref') - 1);
    expect(await outcomeOf(bytesOf(`${updated.slice(0, last)}xrxf${updated.slice(last + 4)}`))).toBe(
      'DAMAGED',
    );
    expect(
      await outcomeOf(bytesOf(updated.slice(0, last) + updated.slice(updated.lastIndexOf('startxref')))),
    ).toBe('DAMAGED');
    expect(await outcomeOf(bytesOf('%PDF-1.4\nstartxref\n9\n%%EOF'))).toBe('DAMAGED');
  });

  it('is taken with its update where only that last line is wrong', async () => {
    const updated = text(updatedPdf().bytes);
    const at = updated.lastIndexOf('startxref');
    expect(await outcomeOf(bytesOf(`${updated.slice(0, at)}startxref\n7\n%%EOF`))).toBe(3);
  });

  it('is refused where objects lie elsewhere than its table says', async () => {
    const shifted = new PdfWriter().object(1, CATALOGUE).object(2, treeOf(3)).object(3, PAGE);
    expect(await outcomeOf(shifted.table(4, '/Root 1 0 R', 2).end(3).bytes())).toBe('DAMAGED');
  });
});
