import { constants, deflateRawSync, deflateSync } from 'node:zlib';
import { describe, expect, it } from 'vitest';
import { inspectFile } from '../../../../contexts/intake/domain/inspect-file.ts';
import { limits, pdfFromObjects } from './support/fixtures.ts';
import { CATALOGUE, PAGE, PdfWriter, treeOf } from './support/pdf-writer.ts';

/** Far above what any of them takes; without an end each takes minutes. */
const PATIENCE_SECONDS = 20;

const outcomeOf = async (bytes: Uint8Array): Promise<string | number> => {
  const begun = performance.now();
  const inspection = await inspectFile(bytes, limits);
  expect(performance.now() - begun).toBeLessThan(PATIENCE_SECONDS * 1000);
  return inspection.accepted ? inspection.pageCount : inspection.reason;
};

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

describe('a page that draws more than anybody could wait for', () => {
  const stream = (content: string, entries = '') =>
    `<< ${entries} /Length ${content.length} >>\nstream\n${content}\nendstream`;
  const packed = (content: string, entries = '') =>
    stream(deflateSync(content).toString('latin1'), `${entries} /Filter /FlateDecode`);
  const form = (content: string, resources = '', write = stream) =>
    write(content, `/Subtype /Form /Resources << ${resources} >>`);
  const named = (entries: string) => `/XObject << ${entries} >>`;
  const pageOf = (contents: string, resources: string, ...objects: readonly string[]) =>
    pdfFromObjects([
      CATALOGUE,
      treeOf(3),
      `<< /Type /Page /MediaBox [0 0 595 842] /Contents ${contents} /Resources << ${resources} >> >>`,
      ...objects,
    ]);
  /** Forms that each draw the next one ten times, from object 5 on. */
  const tenfold = (depth: number, write = stream, drawing = '/F Do ') => [
    ...Array.from({ length: depth }, (_, index) =>
      form(drawing.repeat(10), named(`/F ${index + 6} 0 R`), write),
    ),
    form('0 0 1 1 re f'),
  ];
  const image = (width: number, height: number) =>
    stream(
      '',
      `/Subtype /Image /Width ${width} /Height ${height} /ColorSpace /DeviceRGB /BitsPerComponent 8`,
    );

  const manyNamed = (letter: string, count: number, first: number) =>
    Array.from({ length: count }, (_, index) => `/${letter}${index} ${index + first} 0 R`).join(' ');
  const manyDrawn = (letter: string, count: number) =>
    Array.from({ length: count }, (_, index) => `/${letter}${index} Do`).join(' ');
  /** Packed data in which a block of an unknown kind follows. */
  const brokenBehind = (content: string) => {
    const { length } = deflateRawSync(content, { finishFlush: constants.Z_FULL_FLUSH });
    const sound = deflateSync(content, { finishFlush: constants.Z_FULL_FLUSH }).subarray(0, 2 + length);
    return Buffer.concat([sound, Buffer.from([0x07, 0xff, 0xff])]).toString('latin1');
  };
  const blanksAndFault = brokenBehind(' '.repeat(15 * 2 ** 20));

  it.each<readonly [string, Uint8Array]>([
    ['forms within forms', pageOf('4 0 R', named('/F 5 0 R'), stream('/F Do'), ...tenfold(8))],
    ['packed ones', pageOf('4 0 R', named('/F 5 0 R'), packed('/F Do'), ...tenfold(8, packed))],
    ['a thousand levels', pageOf('4 0 R', named('/F 5 0 R'), stream('/F Do'), ...tenfold(1000))],
    [
      'names written in other ways',
      pageOf('4 0 R', named('/F 5 0 R'), stream('/F Do'), ...tenfold(8, stream, '/#46%\n\0Do')),
    ],
    [
      'behind the data of an image that look like a text or a comment',
      pageOf('4 0 R', named('/F 5 0 R'), stream('BI ID (% EI /F Do'), ...tenfold(8)),
    ],
    ['in one of several parts', pageOf('[4 0 R 4 0 R]', named('/F 5 0 R'), stream('/F Do'), ...tenfold(8))],
    [
      'behind a length that is too short',
      pageOf('4 0 R', named('/F 5 0 R'), '<< /Length 1 >>\nstream\n   /F Do\nendstream', ...tenfold(8)),
    ],
    [
      'with a wrong checksum behind the packed data',
      pageOf(
        '4 0 R',
        named('/F 5 0 R'),
        stream(`${deflateSync('/F Do').toString('latin1').slice(0, -4)}xxxx`, '/Filter [/FlateDecode]'),
        ...tenfold(8),
      ),
    ],
    [
      'a form that draws itself',
      pageOf('4 0 R', named('/F 5 0 R'), stream('/F Do'), form('/F Do', named('/F 5 0 R'))),
    ],
    [
      'two forms that draw each other',
      pageOf(
        '4 0 R',
        named('/F 5 0 R'),
        stream('/F Do'),
        form('/G Do', named('/G 6 0 R')),
        form('/F Do', named('/F 5 0 R')),
      ),
    ],
    [
      'a form that uses the resources of its page',
      pageOf('4 0 R', named('/F 5 0 R'), stream('/F Do'), stream('/F Do', '/Subtype /Form')),
    ],
    [
      'one small form too often',
      pageOf('4 0 R', named('/F 5 0 R'), packed('/F Do '.repeat(20_000)), form('')),
    ],
    [
      'one long form a hundred times',
      pageOf(
        '4 0 R',
        named('/F 5 0 R'),
        stream('/F Do '.repeat(100)),
        form('0 0 1 1 re f\n'.repeat(5_000), '', packed),
      ),
    ],
    [
      'four images of a whole page each',
      pageOf(
        '4 0 R',
        named('/I 5 0 R /J 6 0 R'),
        stream('/I Do /J Do /I Do /J Do'),
        image(5000, 8000),
        image(5000, 8000),
      ),
    ],
    ['names without end', pageOf('4 0 R', named('/F 5 0 R'), packed('/A Do '.repeat(1_000_000)), form(''))],
    [
      'before a fault in the packed data, up to which it is drawn',
      pageOf(
        '4 0 R',
        named('/F 5 0 R'),
        stream(brokenBehind('/F Do '.repeat(3)), '/Filter /FlateDecode'),
        ...tenfold(8),
      ),
    ],
    [
      'faults behind megabytes of blanks, again and again',
      pageOf(
        `[${Array.from({ length: 400 }, (_, index) => `${index + 4} 0 R`).join(' ')}]`,
        named(''),
        ...Array.from({ length: 400 }, () => stream(blanksAndFault, '/Filter /FlateDecode')),
      ),
    ],
    [
      'a thousand forms that each give other resources to the same thousand',
      pageOf(
        '4 0 R',
        named(manyNamed('R', 1000, 5)),
        stream(manyDrawn('R', 1000)),
        ...Array.from({ length: 1000 }, (_, index) =>
          form(manyDrawn('X', 1000), `/XObject 2005 0 R /N ${index}`, packed),
        ),
        ...Array.from({ length: 1000 }, () => packed(' ', '/Subtype /Form')),
        `<< ${manyNamed('X', 1000, 1005)} >>`,
      ),
    ],
    [
      'behind bytes that PDFium takes for blanks',
      pageOf('4 0 R', named('/F 5 0 R'), stream('/F\x80Do\xff'), ...tenfold(8)),
    ],
    ['by a text', pageOf('4 0 R', named('/F 5 0 R'), stream('(F) Do'), ...tenfold(8))],
    ['by a hexadecimal text', pageOf('4 0 R', named('/F 5 0 R'), stream('<46> Do'), ...tenfold(8))],
    ['by a truth', pageOf('4 0 R', named('/true 5 0 R'), stream('true Do'), ...tenfold(8))],
    [
      'by a name that is cut',
      pageOf('4 0 R', named(`/${'x'.repeat(254)} 5 0 R`), stream(`/${'x'.repeat(300)} Do`), ...tenfold(8)),
    ],
    [
      'with another name in a comment',
      pageOf('4 0 R', named('/F 5 0 R /G 14 0 R'), stream('(%) Tj /F % /G\nDo'), ...tenfold(8), form('')),
    ],
    [
      'named in one part and drawn in the next',
      pageOf('[4 0 R 14 0 R]', named('/F 5 0 R'), stream('/F'), ...tenfold(8), stream('Do')),
    ],
    [
      'with another name in a comment that goes over two parts',
      pageOf(
        '[4 0 R 14 0 R 15 0 R]',
        named('/F 5 0 R /G 16 0 R'),
        stream('/F %'),
        ...tenfold(8),
        stream('/G'),
        stream('\nDo'),
        form(''),
      ),
    ],
    ...(
      [
        ['hexadecimal', '2f4620446f>', '/ASCIIHexDecode'],
        ['base 85', "01I'PDZ~>", '/ASCII85Decode'],
        ['runs', '\x04/F Do\x80', '/RunLengthDecode'],
        ['a packing of pictures, which is drawn as it stands', '/F Do', '/DCTDecode'],
        ['packings of which none is known', '/F Do', '[/Foo /Bar]'],
        ['a packing that it is not in', '/F Do', '/FlateDecode'],
        ['packings of which only the first is known', deflateSync('/F Do').toString('latin1'), '[/Fl /DCT]'],
      ] as const
    ).map(([packing, data, filter]): readonly [string, Uint8Array] => [
      `in ${packing}`,
      pageOf('4 0 R', named('/F 5 0 R'), stream(data, `/Filter ${filter}`), ...tenfold(8)),
    ]),
    [
      'in predicted rows',
      pageOf(
        '4 0 R',
        named('/F 5 0 R'),
        packed('\x01/\x17\xda\x24\x2b', '/DecodeParms [<< /Predictor 12 /Columns 5 >>]'),
        ...tenfold(8),
      ),
    ],
    [
      'on the line behind the one on which a stream begins',
      pageOf(
        '4 0 R',
        named('/F 5 0 R'),
        packed('/F Do').replace('stream\n', 'stream and more\n'),
        ...tenfold(8),
      ),
    ],
    [
      'forms that are called so by a text',
      pageOf(
        '4 0 R',
        named('/F 5 0 R'),
        stream('/F Do'),
        ...tenfold(8).map((one) => one.replace('/Subtype /Form', '/Subtype (Form)')),
      ),
    ],
    [
      'forms that are images first, up to a byte that PDFium takes for a blank',
      pageOf(
        '4 0 R',
        named('/F 5 0 R'),
        stream('/F Do'),
        ...tenfold(8).map((one) => one.replace('/Subtype', '/Subtype /Image /Subtype\x80')),
      ),
    ],
    [
      'by resources of the parent, where those of the page are not in the file',
      pdfFromObjects([
        CATALOGUE,
        `<< /Type /Pages /Count 1 /Kids [3 0 R] /Resources << ${named('/F 5 0 R')} >> >>`,
        '<< /Type /Page /Parent 2 0 R /Contents 4 0 R /Resources 99 0 R >>',
        stream('/F Do'),
        ...tenfold(8),
      ]),
    ],
    [
      'by resources of a parent that does not list it',
      pdfFromObjects([
        CATALOGUE,
        treeOf(3),
        '<< /Type /Page /Parent 14 0 R /Contents 4 0 R >>',
        stream('/F Do'),
        ...tenfold(8),
        `<< /Parent 15 0 R >>`,
        `<< /Parent 14 0 R /Resources << ${named('/F 5 0 R')} >> >>`,
      ]),
    ],
    ['contents that unfold to 100 MB', pageOf('4 0 R', named(''), packed(' '.repeat(100_000_000)))],
    [
      'contents that are packed twice',
      pageOf(
        '4 0 R',
        named(''),
        stream(
          deflateSync(deflateSync(' '.repeat(100_000_000))).toString('latin1'),
          '/Filter [/FlateDecode /FlateDecode]',
        ),
      ),
    ],
    [
      'contents that are packed a thousand times',
      pageOf('4 0 R', named(''), stream('', `/Filter [${'/FlateDecode '.repeat(1000)}]`)),
    ],
  ])('is refused before anyone draws it: %s', async (_, bytes) => {
    expect(await outcomeOf(bytes)).toBe('TOO_COMPLEX');
  });

  it.each<readonly [string, readonly string[]]>([
    ['the dictionary of the contents', ['<< /Length 5  > >>\nstream\n/F Do\nendstream']],
    [
      'the packing of the contents',
      ['<< /Length 5 /Filter 14 0 R >>\nstream\n/F Do\nendstream', ...tenfold(8), '[/FlateDecode > ]'],
    ],
    ['their length', ['<< /Length 14 0 R >>\nstream\n/F Do\nendstream', ...tenfold(8), '<< /A > >>']],
  ])('is refused where others would have to mend it: %s', async (_, [contents = '', ...objects]) => {
    const forms = objects.length > 0 ? objects : tenfold(8);
    expect(await outcomeOf(pageOf('4 0 R', named('/F 5 0 R'), contents, ...forms))).toBe('DAMAGED');
  });

  it.each<readonly [string, Uint8Array]>([
    ['a scan in strips', pageOf('4 0 R', named('/I 5 0 R'), stream('/I Do '.repeat(100)), image(4960, 70))],
    ['a letterhead within a letterhead', pageOf('4 0 R', named('/F 5 0 R'), stream('/F Do'), ...tenfold(2))],
    ['a name that stands for nothing', pageOf('4 0 R', named('/F 9 0 R'), stream('/F Do /G Do Do'))],
    ['a page without contents', pageOf('null', '')],
    [
      'contents in another packing',
      pageOf('4 0 R', named('/F 5 0 R'), stream('~>', '/Filter /ASCII85Decode'), form('')),
    ],
    [
      'contents that are broken',
      pageOf('4 0 R', named('/F 5 0 R'), stream('xxxx', '/Filter /FlateDecode'), form('')),
    ],
    ['the same contents on each page', manyOf(30, packed('0 0 m 9 9 l S\n'.repeat(30_000)))],
  ])('is not %s', async (_, bytes) => {
    expect(await outcomeOf(bytes)).toBeTypeOf('number');
  });

  function manyOf(pages: number, contents: string): Uint8Array {
    return pdfFromObjects([
      CATALOGUE,
      treeOf(...Array.from({ length: pages }, () => 3)),
      `<< /Type /Page /MediaBox [0 0 595 842] /Contents 4 0 R /Resources << ${named('/F 5 0 R')} >> >>`,
      contents,
      form(''),
    ]);
  }
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
