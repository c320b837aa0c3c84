import fc from 'fast-check';
import { existsSync, readFileSync } from 'node:fs';
import { constants, deflateSync } from 'node:zlib';
import { describe, expect, it } from 'vitest';
import { inspectFile } from '../../../../contexts/intake/domain/inspect-file.ts';
import { limits, pdfFromObjects } from './support/fixtures.ts';
import { CATALOGUE, packedPdf, PAGE, PdfWriter, treeOf, updatedPdf } from './support/pdf-writer.ts';

const outcomeOf = async (bytes: Uint8Array): Promise<string | number> => {
  const inspection = await inspectFile(bytes, limits);
  return inspection.accepted ? inspection.pageCount : inspection.reason;
};
const onePage = (page: string, ...more: readonly string[]) =>
  pdfFromObjects([CATALOGUE, treeOf(3), page, ...more]);
const twoPages = (header: string) =>
  new PdfWriter(header).object(1, CATALOGUE).object(2, treeOf(3, 4)).object(3, PAGE).object(4, PAGE);

describe('a sound PDF that is written in an odd way is taken in', () => {
  it.each([
    [
      'flushed and never closed',
      (data: Uint8Array) => deflateSync(data, { finishFlush: constants.Z_SYNC_FLUSH }),
    ],
    ['without a checksum', (data: Uint8Array) => deflateSync(data).subarray(0, -4)],
    ['without all of its checksum', (data: Uint8Array) => deflateSync(data).subarray(0, -2)],
    [
      'with zeros for a checksum',
      (data: Uint8Array) => Buffer.concat([deflateSync(data).subarray(0, -4), Buffer.alloc(4)]),
    ],
    [
      'with a line end behind the data',
      (data: Uint8Array) => Buffer.concat([deflateSync(data), Buffer.from('\r\n')]),
    ],
    [
      'flushed, with a line end behind',
      (data: Uint8Array) =>
        Buffer.concat([deflateSync(data, { finishFlush: constants.Z_SYNC_FLUSH }), Buffer.from('\n')]),
    ],
  ])('where its bookkeeping is %s', async (_, pack) => {
    expect(await outcomeOf(packedPdf(pack))).toBe(1);
    expect(await outcomeOf(packedPdf(pack, { columns: 4 }))).toBe(1);
  });

  it('where its cross-reference ends in the midst of a row, or has a byte too many', async () => {
    const ragged = (data: Uint8Array) => deflateSync(Buffer.concat([data, Buffer.from([0])]));
    expect(await outcomeOf(packedPdf(ragged, { columns: 4 }))).toBe(1);
    expect(await outcomeOf(packedPdf(ragged))).toBe(1);
  });

  it('where table and stream of a hybrid file name the same older part, and the table calls free what the stream has', async () => {
    const writer = twoPages('%PDF-1.5\n');
    const first = writer.length;
    writer.table(5).end(first);
    writer.object(2, treeOf(3, 4, 7)).object(7, PAGE);
    const stream = writer.length;
    writer.stream(
      8,
      `/Type /XRef /Size 9 /Index [7 1] /W [1 2 1] /Root 1 0 R /Prev ${first}`,
      Buffer.from([1, writer.offsetOf(7) >> 8, writer.offsetOf(7) & 255, 0]),
    );
    const second = writer.length;
    const row = (offset: number) => `${String(offset).padStart(10, '0')} 00000`;
    writer
      .write(`xref\n2 1\n${row(writer.offsetOf(2))} n \n7 1\n${row(0)} f \n`)
      .write(`trailer\n<< /Size 9 /Root 1 0 R /Prev ${first} /XRefStm ${stream} >>\n`)
      .end(second);
    expect(await outcomeOf(writer.bytes())).toBe(3);
  });

  it('where it says that its older part is at 0, which is none', async () => {
    expect(await outcomeOf(pdfFromObjects([CATALOGUE, treeOf(3), PAGE], '/Prev 0'))).toBe(1);
  });

  it('where a page is listed twice, and counts it as often as it is shown', async () => {
    expect(await outcomeOf(pdfFromObjects([CATALOGUE, treeOf(3, 3, 3), PAGE]))).toBe(3);
  });

  it.each([
    '\n',
    '\r\n',
    '\xef\xbb\xbf',
    ' '.repeat(40),
    '\n'.repeat(12),
    'HTTP/1.1 200 OK\r\n\r\n',
    '7 0 obj\n',
  ])(
    'where %j is before its header, offsets count from either, and blanks are before its table',
    async (before) => {
      for (const blanks of ['', '\n', '\n'.repeat(12), ' \r\n'])
        for (const countsFromStart of [false, true]) {
          const writer = twoPages(`${before}%PDF-1.4\n`).write(blanks);
          const shift = countsFromStart ? 0 : -before.length;
          const start = writer.length + shift;
          expect(await outcomeOf(writer.table(5, '/Root 1 0 R', shift).end(start).bytes())).toBe(2);
        }
    },
  );

  it('where /Encrypt is null, or leads to nothing', async () => {
    const encrypted = (value: string, ...more: readonly string[]) =>
      outcomeOf(pdfFromObjects([CATALOGUE, treeOf(3), PAGE, ...more], `/Encrypt ${value}`));
    expect(await encrypted('null')).toBe(1);
    expect(await encrypted('99 0 R')).toBe(1);
    expect(await encrypted('4 0 R', 'null')).toBe(1);
    expect(await encrypted('4 0 R', '<< /Filter /Standard >>')).toBe('ENCRYPTED');
    expect(await encrypted('<< /Filter /Standard >>')).toBe('ENCRYPTED');
  });

  it('where /XFA is null, empty or leads to nothing', async () => {
    const form = (xfa: string) =>
      outcomeOf(
        pdfFromObjects([
          `<< /Type /Catalog /Pages 2 0 R /AcroForm << /Fields [] /XFA ${xfa} >> >>`,
          treeOf(3),
          PAGE,
          '[]',
          '<< /Length 0 >>\nstream\n\nendstream',
        ]),
      );
    for (const none of ['null', '[]', '99 0 R', '4 0 R', '[99 0 R]']) expect(await form(none)).toBe(1);
    for (const some of ['5 0 R', '[(template) 5 0 R]']) expect(await form(some)).toBe('XFA_FORM');
  });

  it.each(['[]', '[0 0 595]', '[0 0 595 842 1]', '[null null null null]', '[/a 0 0 0]', '99 0 R', '(none)'])(
    'where the size of a page is %s, which readers take for a usual one',
    async (box) => {
      expect(await outcomeOf(onePage(`<< /Type /Page /MediaBox ${box} >>`))).toBe(1);
    },
  );
});

describe('a PDF that was cut within an update', () => {
  it('is not taken for the pages it had before', async () => {
    const { bytes, firstEnd } = updatedPdf();
    expect(await outcomeOf(bytes)).toBe(3);
    expect(await outcomeOf(bytes.subarray(0, firstEnd))).toBe(2);
    await fc.assert(
      fc.asyncProperty(
        fc.integer({ min: firstEnd + 1, max: bytes.length - '%%EOF\n'.length }),
        async (end) => {
          expect(await outcomeOf(bytes.subarray(0, end))).toBe('INCOMPLETE');
        },
      ),
    );
  });

  it('may have other bytes behind its end', async () => {
    const { bytes } = updatedPdf();
    for (const rest of ['\r\n', '\0\0\0', '--boundary--\r\n', '</html>'])
      expect(await outcomeOf(Buffer.concat([bytes, Buffer.from(rest)]))).toBe(3);
  });

  it('is refused where another startxref follows its end, which every reader would begin with', async () => {
    const { bytes } = updatedPdf();
    for (const rest of ['startxref\n9', 'startxref\n9\n', '\nstartxref 9 0'])
      expect(await outcomeOf(Buffer.concat([bytes, Buffer.from(rest)]))).toBe('INCOMPLETE');
  });
});

const faultsFolder = '../shared/data/faults';
describe.skipIf(!existsSync(faultsFolder))(`odd files (skipped where ${faultsFolder} is absent)`, () => {
  it.each([
    ['pdf-encrypt-null/encrypt-missing.pdf', 1],
    ['pdf-encrypt-null/encrypt-null.pdf', 1],
    ['pdf-hybrid-shared-prev/hybrid.pdf', 2],
    ['pdf-leading-bytes/bom-and-blank-before-xref.pdf', 2],
    ['pdf-leading-bytes/bom.pdf', 2],
    ['pdf-leading-bytes/crlf.pdf', 2],
    ['pdf-leading-bytes/encrypted-bom.pdf', 'ENCRYPTED'],
    ['pdf-leading-bytes/http-headers.pdf', 2],
    ['pdf-leading-bytes/newlines.pdf', 2],
    ['pdf-leading-bytes/one-newline.pdf', 2],
    ['pdf-odd-media-box/empty.pdf', 1],
    ['pdf-odd-media-box/fifth-entry.pdf', 1],
    ['pdf-odd-media-box/three-numbers.pdf', 1],
    ['pdf-prev-zero/prev0.pdf', 2],
    ['pdf-xfa-empty/xfa-empty-array.pdf', 1],
    ['pdf-xfa-empty/xfa-missing-object.pdf', 1],
    ['pdf-xref-stream-sync-flush/update.pdf', 2],
    ['pdf-xref-stream-sync-flush/objstm.pdf', 1],
    ['pdf-xref-stream-sync-flush/objstm-control.pdf', 1],
    ['pdf-xref-stream-sync-flush/no-adler.pdf', 2],
    ['pdf-xref-stream-sync-flush/zero-adler.pdf', 2],
    ['hostile-pdf/kids-loop.pdf', 'DAMAGED'],
    ['hostile-pdf/object-stream-string-500.pdf', 'DAMAGED'],
    ['hostile-pdf/two-startxref.pdf', 'INCOMPLETE'],
    ['hostile-pdf/indirect-image-size.pdf', 'PAGE_TOO_LARGE'],
  ])('makes %s %s', async (name, outcome) => {
    expect(await outcomeOf(readFileSync(`${faultsFolder}/${name}`))).toBe(outcome);
  });
});
