import sharp, { type JpegOptions } from 'sharp';
import { PDFDocument } from '@cantoo/pdf-lib';
import { describe, expect, it } from 'vitest';
import { inspectFile } from '../../../../contexts/intake/domain/inspect-file.ts';
import { encryptedPdf, limits, pdfBomb, pdfFromObjects, pdfOf } from './support/fixtures.ts';

const outcomeOf = async (bytes: Uint8Array): Promise<string | number> => {
  const inspection = await inspectFile(bytes, limits);
  return inspection.accepted ? inspection.pageCount : inspection.reason;
};
const CATALOGUE = '<< /Type /Catalog /Pages 2 0 R >>';
const onePage = (page: string): readonly string[] => [
  CATALOGUE,
  '<< /Type /Pages /Kids [3 0 R] /Count 1 >>',
  page,
];
const edited = (bytes: Uint8Array, edit: (text: string) => string): Uint8Array =>
  new Uint8Array(Buffer.from(edit(Buffer.from(bytes).toString('latin1')), 'latin1'));

describe('pages of a PDF', () => {
  it.each([true, false])(
    'counts them through its cross-reference (compressed: %s)',
    async (useObjectStreams) => {
      expect(await outcomeOf(await pdfOf(1, useObjectStreams))).toBe(1);
      expect(await outcomeOf(await pdfOf(40, useObjectStreams))).toBe(40);
      expect(await outcomeOf(await pdfOf(41, useObjectStreams))).toBe('TOO_MANY_PAGES');
      expect(await outcomeOf(await pdfOf(0, useObjectStreams))).toBe('NO_PAGES');
    },
  );

  it.each([
    ['', 1],
    ['/Count null', 1],
    ['/Count 900', 'PAGE_COUNT_UNCLEAR'],
    ['/Count 0', 'PAGE_COUNT_UNCLEAR'],
    ['/Count -1', 'PAGE_COUNT_UNCLEAR'],
    ['/Count 1.5', 'PAGE_COUNT_UNCLEAR'],
    ['/Count 4 0 R', 'PAGE_COUNT_UNCLEAR'],
  ])('counts them, and refuses a file that says other ones (%s)', async (count, expected) => {
    const page = '<< /Type /Page /Parent 2 0 R >>';
    const bytes = pdfFromObjects([CATALOGUE, `<< /Type /Pages /Kids [3 0 R] ${count} >>`, page, '7']);
    expect(await outcomeOf(bytes)).toBe(expected);
  });

  it('refuses a file in whose midst other pages are said, though their sum is right', async () => {
    const bytes = pdfFromObjects([
      CATALOGUE,
      '<< /Type /Pages /Count 3 /Kids [3 0 R 4 0 R] >>',
      '<< /Type /Pages /Parent 2 0 R /Count 2 /Kids [5 0 R] >>',
      '<< /Type /Pages /Parent 2 0 R /Count 1 /Kids [5 0 R 5 0 R] >>',
      '<< /Type /Page /Parent 3 0 R >>',
    ]);
    expect(await outcomeOf(bytes)).toBe('PAGE_COUNT_UNCLEAR');
  });

  it('counts those that a later revision added', async () => {
    const document = await PDFDocument.load(await pdfOf(2, false), { forIncrementalUpdate: true });
    document.addPage([595, 842]);
    expect(await outcomeOf(await document.save())).toBe(3);
  });

  it('reads a file with bytes before its header, counted from the header or from the start', async () => {
    const objects = onePage('<< /Type /Page /Parent 2 0 R >>');
    expect(await outcomeOf(pdfFromObjects(objects, '', 'HTTP/1.1 200 OK\r\n\r\n'))).toBe(1);
  });

  it('ends with a page tree that contains itself', async () => {
    expect(
      await outcomeOf(pdfFromObjects([CATALOGUE, '<< /Type /Pages /Kids [3 0 R] >>', '<< /Kids [2 0 R] >>'])),
    ).toBe('DAMAGED');
  });

  it('ends with a list that would fill the memory', async () => {
    const bytes = pdfFromObjects(onePage(`<< /Type /Page /A [${'0 '.repeat(1_100_000)}] >>`));
    expect(await outcomeOf(bytes)).toBe('DAMAGED');
  });

  it('ends with a deep nest of brackets', async () => {
    expect(await outcomeOf(pdfFromObjects(onePage(`<< /Type /Page /A ${'['.repeat(200_000)} >>`)))).toBe(
      'DAMAGED',
    );
  });
});

/** A page with an image of no data; 5 0 R is a profile of one sample a pixel. */
const imagePdf = (entries: string) =>
  pdfFromObjects([
    ...onePage('<< /Type /Page /Resources << /XObject << /Im0 4 0 R >> >> >>'),
    `<< /Subtype /Image ${entries} /Length 0 >>\nstream\n\nendstream`,
    '<< /N 1 /Length 0 >>\nstream\n\nendstream',
  ]);

describe('a PDF that Textract does not take', () => {
  it('asks for the protection to be taken off', async () => {
    expect(await outcomeOf(await encryptedPdf())).toBe('ENCRYPTED');
    expect(
      await outcomeOf(
        pdfFromObjects([...onePage('<< /Type /Page >>'), '<< /Filter /Standard >>'], '/Encrypt 4 0 R'),
      ),
    ).toBe('ENCRYPTED');
  });

  it('asks for paper or print where it is a dynamic form', async () => {
    const form = '<< /Type /Catalog /Pages 2 0 R /AcroForm << /XFA (form) /Fields [] >> >>';
    const [, pages, page] = onePage('<< /Type /Page >>');
    expect(await outcomeOf(pdfFromObjects([form, pages!, page!]))).toBe('XFA_FORM');
    expect(await outcomeOf(pdfFromObjects([form.replace('/XFA (form)', ''), pages!, page!]))).toBe(1);
  });

  it('keeps to 9,000 points, also where the unit is larger or the size is inherited', async () => {
    const page = (entries: string) => pdfFromObjects(onePage(`<< /Type /Page ${entries} >>`));
    expect(await outcomeOf(page('/MediaBox [0 0 9000 9000]'))).toBe(1);
    expect(await outcomeOf(page('/MediaBox [0 0 595 9000.5]'))).toBe('PAGE_TOO_LARGE');
    expect(await outcomeOf(page('/MediaBox [-9001 0 0 842]'))).toBe('PAGE_TOO_LARGE');
    expect(await outcomeOf(page('/MediaBox [0 0 595 842] /UserUnit 20'))).toBe('PAGE_TOO_LARGE');
    const inherited = pdfFromObjects([
      CATALOGUE,
      '<< /Type /Pages /Kids [3 0 R] /MediaBox [0 0 9500 842] >>',
      '<< /Type /Page >>',
    ]);
    expect(await outcomeOf(inherited)).toBe('PAGE_TOO_LARGE');
  });

  it('refuses an image that would unfold to more pixels than a page can have', async () => {
    const image = (side: number) => imagePdf(`/Width ${side} /Height ${side} /ImageMask true`);
    expect(await outcomeOf(image(10_000))).toBe(1);
    expect(await outcomeOf(image(100_000))).toBe('PAGE_TOO_LARGE');
  });

  it.each([
    ['/ColorSpace /DeviceGray /BitsPerComponent 1', 10_000],
    ['/ColorSpace /DeviceGray /BitsPerComponent 8', 10_000],
    ['/ColorSpace [/Indexed /DeviceRGB 255 <00>] /BitsPerComponent 8', 10_000],
    ['/ColorSpace [/ICCBased 5 0 R] /BitsPerComponent 8', 10_000],
    ['/ColorSpace /DeviceRGB /BitsPerComponent 8', 7_000],
    ['/ColorSpace /DeviceCMYK /BitsPerComponent 8', 6_100],
    ['/ColorSpace /DeviceRGB /BitsPerComponent 16', 5_000],
    ['/ColorSpace [/DeviceN [/C /M /Y /K /Gold] /DeviceCMYK 5 0 R] /BitsPerComponent 8', 5_400],
    ['/Filter /JPXDecode', 3_500],
    ['/Filter [/FlateDecode /JPXDecode]', 3_500],
    ['', 7_000],
  ])(
    'takes an image with %s of %i pixels a side, and refuses one that unfolds to more than a second of drawing',
    async (entries, side) => {
      const image = (pixels: number) => imagePdf(`/Width ${pixels} /Height ${pixels} ${entries}`);
      expect(await outcomeOf(image(side))).toBe(1);
      expect(await outcomeOf(image(Math.ceil(side * 1.3)))).toBe('PAGE_TOO_LARGE');
    },
  );

  it('stops at a decompression bomb', async () => {
    const small = pdfBomb(1024);
    expect(await outcomeOf(small)).toBe('DAMAGED'); // its page tree is empty space
    const bomb = pdfBomb(300 * 1024 * 1024);
    expect(bomb.length).toBeLessThan(1024 * 1024);
    const before = process.memoryUsage().arrayBuffers;
    expect(await outcomeOf(bomb)).toBe('DAMAGED');
    expect(process.memoryUsage().arrayBuffers - before).toBeLessThan(150 * 1024 * 1024);
  });
});

describe('a broken PDF is not repaired', () => {
  it('misses its end', async () => {
    const whole = await pdfOf(2, false);
    expect(await outcomeOf(edited(whole, (text) => text.replace('%%EOF', '')))).toBe('INCOMPLETE');
    expect(await outcomeOf(edited(whole, (text) => text.replace('startxref', '')))).toBe('INCOMPLETE');
    expect(await outcomeOf(edited(whole, (text) => `${text}${'x'.repeat(1100)}`))).toBe('INCOMPLETE');
  });

  it('has a table that is not where the file says, nor at its end', async () => {
    const whole = pdfFromObjects(onePage('<< /Type /Page >>'));
    for (const start of [20, 99_999])
      expect(
        await outcomeOf(
          edited(whole, (text) =>
            text.replace('trailer', 'tailer').replace(/startxref\n\d+/, `startxref\n${start}`),
          ),
        ),
      ).toBe('DAMAGED');
  });

  it('has a table that points to other objects, as after a lost block in the middle', async () => {
    const whole = pdfFromObjects(onePage('<< /Type /Page >>'));
    const shifted = edited(whole, (text) =>
      text
        .replace('%PDF-1.7\n', '%PDF-1.7\n%%%%%%%%%\n')
        .replace(/startxref\n(\d+)/, (_, offset: string) => `startxref\n${Number(offset) + 10}`),
    );
    expect(await outcomeOf(shifted)).toBe('DAMAGED');
    const repaired = await PDFDocument.load(shifted);
    expect(repaired.getPageCount()).toBe(1); // what a lenient reader makes of it without a word
  });

  it('has no catalogue, or a catalogue without pages', async () => {
    expect(await outcomeOf(pdfFromObjects(['<< /Type /Catalog >>']))).toBe('DAMAGED');
    expect(await outcomeOf(pdfFromObjects(['(not a catalogue)']))).toBe('DAMAGED');
  });

  it('goes round in its own revisions', async () => {
    const looped = edited(pdfFromObjects(onePage('<< /Type /Page >>'), '/Prev 0000000000'), (text) => {
      const offset = /startxref\n(\d+)/.exec(text)![1]!;
      return text.replace('/Prev 0000000000', `/Prev ${offset.padStart(10, '0')}`);
    });
    expect(await outcomeOf(looped)).toBe('DAMAGED');
  });
});

describe('a JPEG in a PDF', () => {
  const pdfWith = (jpeg: Uint8Array, entries = '/Width 10 /Height 10') =>
    pdfFromObjects([
      ...onePage('<< /Type /Page /Resources << /XObject << /Im0 4 0 R >> >> >>'),
      `<< /Subtype /Image ${entries} /ColorSpace /DeviceRGB /BitsPerComponent 8 /Filter /DCTDecode /Length ${jpeg.byteLength} >>\nstream\n${Buffer.from(jpeg).toString('latin1')}\nendstream`,
    ]);
  const jpegOfSide = (pixels: number, options: JpegOptions) =>
    sharp({ create: { width: pixels, height: pixels, channels: 3, background: '#ddd' } })
      .jpeg(options)
      .toBuffer();

  it('is as large as it says itself, whatever the PDF says', async () => {
    expect(await outcomeOf(pdfWith(await jpegOfSide(7000, {})))).toBe(1);
    expect(await outcomeOf(pdfWith(await jpegOfSide(7200, {})))).toBe('PAGE_TOO_LARGE');
  });

  it('is held to what can be held whole, where it is progressive', async () => {
    const progressive = { progressive: true, chromaSubsampling: '4:4:4' };
    expect(await outcomeOf(pdfWith(await jpegOfSide(4000, progressive)))).toBe(1);
    expect(await outcomeOf(pdfWith(await jpegOfSide(4200, progressive)))).toBe('PAGE_TOO_LARGE');
  });

  it('may be broken before it says how large it is: nothing is drawn of it', async () => {
    for (const bytes of [
      [],
      [0xff],
      [0xff, 0xd8],
      [0xff, 0xd8, 0xff, 0xc0, 0, 9],
      [1, 2, 3],
      [0xff, 0xd8, 0xff, 0xe0, 0, 0],
    ])
      expect([1, 'DAMAGED', 'INCOMPLETE']).toContain(await outcomeOf(pdfWith(Uint8Array.from(bytes))));
  });
});
