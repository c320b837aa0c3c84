import { deflateSync } from 'node:zlib';
import { describe, expect, it } from 'vitest';
import { pdfFromObjects } from './support/fixtures.ts';
import { CATALOGUE, PAGE, PdfWriter, treeOf } from './support/pdf-writer.ts';
import { outcomeOf } from './support/outcome-of.ts';

describe('a page tree that leads to itself ends', () => {
  it.each([
    ['through its own list', ['<< /Kids 3 0 R >>', '[ << /Kids 3 0 R >> ]']],
    ['through a list of lists', ['<< /Kids 3 0 R >>', '[ << /Kids 4 0 R >> ]', '[ << /Kids 3 0 R >> ]']],
    ['through the root', ['<< /Kids [3 0 R] >>', '<< /Kids [2 0 R] >>']],
    ['at once', ['<< /Kids [2 0 R] >>']],
  ])('%s', async (_, objects) => {
    expect(await outcomeOf(pdfFromObjects([CATALOGUE, ...objects]))).toBe('DAMAGED');
  });

  it('also where each part names the next one twice', async () => {
    const depth = 60;
    const parts = Array.from(
      { length: depth },
      (_, index) => `<< /Kids [${index + 3} 0 R ${index + 3} 0 R] >>`,
    );
    expect(await outcomeOf(pdfFromObjects([CATALOGUE, ...parts, PAGE]))).toBe('DAMAGED');
  });
});

describe('what is met again and again is not walked over again and again', () => {
  it('objects of an object stream that all begin with the same long string', async () => {
    const count = 500;
    const header = Array.from({ length: count }, (_, index) => `${index + 10} 0`).join(' ') + ' ';
    const data = deflateSync(Buffer.from(`${header}(${'x'.repeat(40_000_000)})`));
    const writer = new PdfWriter()
      .object(1, CATALOGUE)
      .object(2, treeOf(...Array.from({ length: 30 }, () => 3)))
      .object(
        3,
        `<< /Type /Page /Resources << /XObject << ${Array.from({ length: count }, (_, index) => `/X${index} ${index + 10} 0 R`).join(' ')} >> >> >>`,
      )
      .stream(4, `/Type /ObjStm /N ${count} /First ${header.length} /Filter /FlateDecode`, data);
    const start = writer.length;
    const row = (type: number, second: number) => [type, second >> 16, (second >> 8) & 255, second & 255, 0];
    const rows = Array.from({ length: count + 10 }, (_, number) => {
      if (number >= 10) return row(2, 4);
      return number >= 1 && number <= 4 ? row(1, writer.offsetOf(number)) : row(0, 0);
    });
    writer.stream(5, `/Type /XRef /Size ${count + 10} /W [1 3 1] /Root 1 0 R`, Buffer.from(rows.flat()));
    expect(await outcomeOf(writer.end(start).bytes())).toBe('DAMAGED');
  });

  it('revisions that all lead to the same long table', async () => {
    const writer = new PdfWriter();
    // Each `xref` begins a table: what is between it and the rows is a comment.
    const starts = Array.from({ length: 490 }, () => {
      const at = writer.length;
      writer.write('xref%');
      return at;
    });
    const rows = '0000000000 00000 n \n'.repeat(300_000);
    writer.write(`\n0 300000\n${rows}trailer\n<< /Root 1 0 R /Prev ${starts[1]!} >>\n`);
    expect(await outcomeOf(writer.end(starts[0]!).bytes())).toBe('DAMAGED');
  });

  it('a table that lists the same numbers over and over', async () => {
    const part = `0 100000\n${'0000000000 00000 n \n'.repeat(100_000)}`;
    const writer = new PdfWriter();
    const start = writer.length;
    writer.write(`xref\n${part.repeat(11)}trailer\n<< /Root 1 0 R >>\n`).end(start);
    expect(await outcomeOf(writer.bytes())).toBe('DAMAGED');
  });

  it('a cross-reference stream of more entries than any file has objects', async () => {
    const writer = new PdfWriter();
    const start = writer.length;
    const index = Array.from({ length: 60 }, (_, part) => `${part * 1_000_000} 1000000`).join(' ');
    writer.stream(
      1,
      `/Type /XRef /Size 60000000 /Index [${index}] /W [0 1 0] /Root 1 0 R /Filter /FlateDecode`,
      deflateSync(Buffer.alloc(60_000_000)),
    );
    expect(await outcomeOf(writer.end(start).bytes())).toBe('DAMAGED');
  });
});

describe('an image that would unfold to more pixels than a page can have is refused', () => {
  const page = (resources: string) => `<< /Type /Page /Resources << ${resources} >> >>`;
  const image = (width: string, height: string, more = '') =>
    `<< /Subtype /Image /Width ${width} /Height ${height} ${more} /Length 0 >>\nstream\n\nendstream`;
  const form = (resources: string) =>
    `<< /Subtype /Form /Resources ${resources} /Length 0 >>\nstream\n\nendstream`;
  const LARGE = image('60000', '60000');

  it.each<readonly [string, readonly string[]]>([
    ['by itself', [page('/XObject << /I 4 0 R >>'), LARGE]],
    [
      'with sides written elsewhere',
      [page('/XObject << /I 4 0 R >>'), image('5 0 R', '6 0 R'), '60000', '60000'],
    ],
    ['with sides that are no whole numbers', [page('/XObject << /I 4 0 R >>'), image('60000.0', '60000.5')]],
    ['in a form', [page('/XObject << /F 4 0 R >>'), form('<< /XObject << /I 5 0 R >> >>'), LARGE]],
    [
      'in a form in a form',
      [
        page('/XObject << /F 4 0 R >>'),
        form('<< /XObject << /F 5 0 R >> >>'),
        form('6 0 R'),
        '<< /XObject << /I 7 0 R >> >>',
        LARGE,
      ],
    ],
    [
      'as the mask of a small one',
      [page('/XObject << /I 4 0 R >>'), image('10', '10', '/SMask 5 0 R'), LARGE],
    ],
    [
      'as the stencil of a small one',
      [page('/XObject << /I 4 0 R >>'), image('10', '10', '/Mask 5 0 R'), LARGE],
    ],
    ['in a pattern', [page('/Pattern << /P 4 0 R >>'), form('<< /XObject << /I 5 0 R >> >>'), LARGE]],
  ])('%s', async (_, objects) => {
    expect(await outcomeOf(pdfFromObjects([CATALOGUE, treeOf(3), ...objects]))).toBe('PAGE_TOO_LARGE');
  });

  it('and forms that draw each other are looked at once', async () => {
    const objects = [
      page('/XObject << /F 4 0 R >>'),
      form('<< /XObject << /F 5 0 R >> >>'),
      form('<< /XObject << /F 4 0 R >> >>'),
    ];
    expect(await outcomeOf(pdfFromObjects([CATALOGUE, treeOf(3), ...objects]))).toBe(1);
  });

  it('and a page that names a hundred thousand things ends', async () => {
    const names = Array.from({ length: 200_000 }, (_, index) => `/X${index} 9 0 R`).join(' ');
    expect(await outcomeOf(pdfFromObjects([CATALOGUE, treeOf(3), page(`/XObject << ${names} >>`)]))).toBe(1);
  });
});

describe('an object that only those see who make a table of their own', () => {
  const stream = (content: string, length = content.length) =>
    `<< /Length ${length} >>\nstream\n${content}\nendstream`;
  const page = (contents: number) =>
    `<< /Type /Page /MediaBox [0 0 595 842] /Contents ${contents} 0 R /Resources << /X (5 0 obj) >> >>`;
  const others = stream('9 9 re f');

  /** A page whose contents are object 4, and what stands behind all objects that its table has. */
  function withBehind(behind: string, contents = stream('0 0 re f'), number = 4): Uint8Array {
    const writer = new PdfWriter()
      .object(1, CATALOGUE)
      .object(2, treeOf(3))
      .object(3, page(number))
      .object(4, contents)
      .write(behind);
    const start = writer.length;
    return writer.table(5).end(start).bytes();
  }
  /** Rows of 19 bytes make PDFium search for the objects. */
  const withShortRows = (bytes: Uint8Array): Uint8Array =>
    Buffer.from(
      Buffer.from(bytes)
        .toString('latin1')
        .replaceAll(/ ([nf]) \n/g, ' $1\n'),
      'latin1',
    );

  it.each([
    ['behind the one that the table has', withBehind(`4 0 obj\n${others}\nendobj\n`)],
    ['where the rows are short', withShortRows(withBehind(`4 0 obj\n${others}\nendobj\n`))],
    ['of another generation', withBehind(`4 7 obj\n${others}\nendobj\n`)],
    ['that the table does not have', withBehind(`77 0 obj\n${others}\nendobj\n`, undefined, 77)],
    [
      'behind contents that say they go on to the end',
      withBehind(`4 0 obj\n${others}\nendobj\n`, stream('0 0 re f', 9999)),
    ],
  ])('makes a page unclear that has it: %s', async (_, bytes) => {
    expect(await outcomeOf(bytes)).toBe('DAMAGED');
  });

  it.each([
    [
      'in the data of a stream',
      withBehind('', stream(`4 0 obj\n${others.replace('endstream', '')}\nendobj`)),
    ],
    ['that no page has', withBehind(`77 0 obj\n${others}\nendobj\n`)],
    ['where none is, and the rows are short', withShortRows(withBehind(''))],
  ])('is nothing %s', async (_, bytes) => {
    expect(await outcomeOf(bytes)).toBe(1);
  });

  it('ends where there are millions', async () => {
    const begun = process.cpuUsage();
    const many = Array.from({ length: 1_500_000 }, (_, number) => `${number + 100} 0 obj\n`).join('');
    expect(await outcomeOf(withBehind(many))).toBe('DAMAGED');
    expect(process.cpuUsage(begun).user).toBeLessThan(5_000_000);
  });
});
