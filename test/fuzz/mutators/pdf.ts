import type { Random } from '../../../local/samples/random.ts';
import type { Mutator } from '../target.ts';
import { writePdf, type PdfModel } from './pdf-writers.ts';

type ModelChange = (model: PdfModel, random: Random, other: PdfModel) => void;

const OBJECT = /(\d{1,7})\s+\d+\s+obj\s([\s\S]*?)\s?endobj/g;

/** The objects of a PDF that stand in it as they are; later ones of the same number count. */
function modelOf(bytes: Uint8Array): PdfModel {
  const text = Buffer.from(bytes).toString('latin1');
  const objects = new Map<number, string>();
  for (const [, number, body = ''] of text.matchAll(OBJECT)) objects.set(Number(number), body);
  return { objects, trailer: ['/Root 1 0 R'] };
}

export const PDF_WORDS = [
  ...[
    'obj',
    'endobj',
    'stream',
    'endstream',
    'xref',
    'trailer',
    'startxref',
    '%%EOF',
    '%PDF-1.7',
    'R',
    'null',
  ],
  ...[
    '<<',
    '>>',
    '[',
    ']',
    '(',
    ')',
    '<',
    '>',
    '{',
    '}',
    '/',
    '%',
    '\\',
    '#',
    '\r',
    '\n',
    '\0',
    '0 0 R',
    '1 0 R',
  ],
  ...[
    '/Type /Pages',
    '/Type /Page',
    '/Kids [3 0 R]',
    '/Kids [2 0 R]',
    '/Kids 2 0 R',
    '/Kids []',
    '/Count -1',
  ],
  ...['/Count 4294967296', '/MediaBox [0 0 99999 1]', '/MediaBox [1 2]', '/UserUnit 1000', '/Encrypt 1 0 R'],
  ...['/Encrypt null', '/AcroForm << /XFA [(a) 1 0 R] >>', '/Prev 0', '/Prev 9', '/XRefStm 9', '/Size 0'],
  ...['/Root 2 0 R', '/Root 99 0 R', '/W [1 2 1]', '/W [0 0 0]', '/W [8 8 8]', '/Index [0 4294967295]'],
  ...['/Filter /FlateDecode', '/Filter [/FlateDecode /FlateDecode]', '/Filter /LZWDecode', '/Length 0'],
  ...[
    '/Length 9 0 R',
    '/DecodeParms << /Predictor 12 /Columns 4 >>',
    '/N 1000000',
    '/First 0',
    '/Extends 4 0 R',
  ],
  ...[
    '/Resources << /XObject << /I 5 0 R >> >>',
    '/Width 60000 /Height 60000',
    '/SMask 5 0 R',
    '/Mask [0 1]',
  ],
  ...[
    '/Pattern << /P 3 0 R >>',
    '/Parent 2 0 R',
    '/Contents 4 0 R',
    '/Linearized 1',
    'true',
    'false',
    '-.',
    '+',
  ],
  ...['0000000000 65535 f ', '0000000009 00000 n ', '<< /A << /B << /C ', '#4Bids', '/K#69ds [3 0 R]', '--5'],
] as const;

const numbersOf = ({ objects }: PdfModel): readonly number[] => [...objects.keys()];

function anyNumber(model: PdfModel, random: Random): number {
  const numbers = numbersOf(model);
  return numbers[random.whole(0, numbers.length - 1)] ?? 1;
}

const dropObject: ModelChange = (model, random) => {
  model.objects.delete(anyNumber(model, random));
};

const copyObject: ModelChange = (model, random) => {
  const body = model.objects.get(anyNumber(model, random)) ?? 'null';
  model.objects.set(random.next() < 0.5 ? anyNumber(model, random) : model.objects.size + 5, body);
};

const takeObject: ModelChange = (model, random, other) => {
  model.objects.set(anyNumber(model, random), other.objects.get(anyNumber(other, random)) ?? 'null');
};

const swapObjects: ModelChange = (model, random) => {
  const [one, two] = [anyNumber(model, random), anyNumber(model, random)];
  const body = model.objects.get(one) ?? 'null';
  model.objects.set(one, model.objects.get(two) ?? 'null');
  model.objects.set(two, body);
};

const addToTrailer: ModelChange = ({ trailer }, random) => {
  trailer.push(random.pick(PDF_WORDS));
};

/** Changes the text of one object. */
function changeBody(change: (body: string, random: Random, model: PdfModel) => string): ModelChange {
  return (model, random) => {
    const number = anyNumber(model, random);
    model.objects.set(number, change(model.objects.get(number) ?? 'null', random, model));
  };
}

/** Replaces one of the places where `pattern` fits. */
function replaceOne(text: string, pattern: RegExp, random: Random, by: () => string): string {
  const places = [...text.matchAll(pattern)];
  const place = places[random.whole(0, places.length - 1)];
  if (place === undefined) return text;
  return text.slice(0, place.index) + by() + text.slice(place.index + place[0].length);
}

const changes: readonly ModelChange[] = [
  dropObject,
  copyObject,
  takeObject,
  swapObjects,
  addToTrailer,
  changeBody((_, random) =>
    random.pick(['null', '[]', '<< >>', '[3 0 R 3 0 R]', '7', '/Page', '2 0 R', '()']),
  ),
  changeBody((body, random, model) =>
    replaceOne(body, /\d+ 0 R/g, random, () =>
      random.pick([`${anyNumber(model, random)} 0 R`, 'null', '99 0 R', '0 0 R', '[]', '1 65535 R', '<< >>']),
    ),
  ),
  changeBody((body, random) =>
    replaceOne(body, /-?\d+(\.\d+)?/g, random, () =>
      random.pick([
        '0',
        '-1',
        '1',
        '2147483648',
        '99999999999',
        '9007199254740993',
        '1e9',
        '0.5',
        '-.0',
        '15000',
      ]),
    ),
  ),
  changeBody((body, random) =>
    replaceOne(body, /\/[A-Za-z]+/g, random, () =>
      random.pick([
        '/Kids',
        '/Count',
        '/Type',
        '/Pages',
        '/Page',
        '/MediaBox',
        '/Resources',
        '/XObject',
        '/X',
        '/',
      ]),
    ),
  ),
  changeBody((body, random) => replaceOne(body, />>/g, random, () => ` ${random.pick(PDF_WORDS)} >>`)),
  changeBody((body, random) =>
    replaceOne(body, /\s+/g, random, () => random.pick(['', '%c\n', '\0', '\r', ' '.repeat(50)])),
  ),
  // A tree that is deep, or wide.
  changeBody((body, random) => {
    const times = random.whole(1, random.whole(1, 20) === 1 ? 20_000 : 100);
    return replaceOne(body, /\d+ 0 R/g, random, () => '3 0 R '.repeat(times));
  }),
  changeBody((body, random) => {
    const depth = random.whole(1, random.whole(1, 20) === 1 ? 5000 : 80);
    const [open, close] = random.pick([
      ['[', ']'],
      ['<< /A ', ' >>'],
      ['(', ')'],
    ]);
    return open.repeat(depth) + body + close.repeat(depth);
  }),
];

/** Changes to objects; the file is written anew around them, in one of the ways that files are written. */
export const pdfMutators: readonly Mutator[] = [
  ...changes.map((change): Mutator => (bytes, random, other) => {
    const model = modelOf(bytes);
    if (model.objects.size === 0) return bytes;
    change(model, random, modelOf(other));
    // Nothing grows without end, or no seed would ever be seen again.
    return writePdf(model, random);
  }),
  (bytes, random) => {
    const model = modelOf(bytes);
    return model.objects.size === 0 ? bytes : writePdf(model, random);
  },
];
