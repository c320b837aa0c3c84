import { constants, deflateRawSync, deflateSync } from 'node:zlib';
import { describe, expect, it } from 'vitest';
import { pdfFromObjects } from './support/fixtures.ts';
import { CATALOGUE, treeOf } from './support/pdf-writer.ts';
import { outcomeOf } from './support/outcome-of.ts';

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
