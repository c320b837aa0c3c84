import { describe, expect, it } from 'vitest';

import type { FileReading } from '../../../../contexts/reading/domain/care-form.ts';
import { pictureHintsOf } from '../../../../contexts/reading/domain/month-gaps.ts';
import type { OcrDocument, OcrLine, OcrText } from '../../../../contexts/reading/domain/ocr-document.ts';
import {
  draftReading,
  looksWanted,
  registryKeysOf,
  settleReading,
} from '../../../../contexts/reading/domain/read-file.ts';
import { noWitnesses } from '../../../../contexts/reading/domain/witnesses.ts';
import { seededRandom } from '../../../../local/samples/random.ts';
import { careFormSheet, filling } from '../../../support/care-form-sheet.ts';
import { printDocument, type PrintedText } from '../../../support/ocr-builder.ts';

/** All that is done with a file, with a family in the registry whose names are looked for. */
function readAll(document: OcrDocument): FileReading {
  const draft = draftReading(document);
  const keys = registryKeysOf(draft, []);
  expect(keys.registrationNumbers.length + keys.cins.length + keys.inpes.length).toBeLessThanOrEqual(11);
  const witnesses = {
    ...noWitnesses,
    registry: {
      families: [
        {
          person: {
            type: 'person' as const,
            registrationNumber: '112233445',
            cin: 'AB123456',
            name: { family: 'SEFRIOUI', given: 'Nadia' },
            birthDate: '1981-05-07',
            language: 'fr' as const,
            smsOptOut: false,
          },
          dependants: [],
        },
      ],
      providers: [],
      medicines: [],
    },
  };
  looksWanted(draft, witnesses, () => new Set());
  return settleReading(draft, witnesses);
}

const sheet = careFormSheet(filling, { side: 'right' });

/** The care form with its words changed. */
function changed(change: (word: OcrText, index: number) => OcrText): OcrDocument {
  const { pages } = printDocument(sheet);
  let index = 0;
  return {
    pages: pages.map((page) => ({
      ...page,
      lines: page.lines.map((line): OcrLine => ({
        ...change(line, 0),
        words: line.words.map((word) => change(word, (index += 1))),
      })),
    })),
  };
}

function placed(word: OcrText, left: number, top: number, width: number, height: number): OcrText {
  const [right, bottom] = [left + width, top + height];
  return {
    ...word,
    box: { left, top, width, height },
    polygon: [
      { x: left, y: top },
      { x: right, y: top },
      { x: right, y: bottom },
      { x: left, y: bottom },
    ],
  };
}

describe('20,000 words on one page', () => {
  const crowd = (texts: readonly string[], count = 20_000): readonly PrintedText[] =>
    Array.from({ length: count }, (_, index) => ({
      text: texts[index % texts.length]!,
      x: (index * 7) % 200,
      y: (index * 3.1) % 290,
    }));

  it.each([
    ['words and names', ['lorem', 'SEFRIOUI', 'Nadia', 'dolor']],
    ['acts', ['05/10/2026', 'CS', '250,00', '150']],
    ['labels', ['INPE', "N° d'immatriculation", 'Total', 'Date', 'Nom']],
    ['numbers', ['167204938', '1', '007', '780', '0001234567890123', '96', '16', '250', '5']],
  ])('end in a result: %s', (_, texts) => {
    const { pageRoles } = readAll(printDocument({ texts: crowd(texts) }));
    expect(pageRoles).toHaveLength(1);
  });

  it.each([
    ['acts', 5_000, ['250,00', 'CS', '05/10/2026', '1']],
    ['particles of names', 60_000, ['EL']],
    ['public prices', 20_000, ['mot', '96,20']],
    ['towns', 20_000, ['Casablanka']],
    ['attachments', 5_000, ['annexes', '7']],
  ])('or, on one line, %s end in a result: %i words', (_, count, words) => {
    const text = Array.from({ length: count }, (__, index) => words[index % words.length]).join(' ');
    // On a form of a family that is found: only then strangers are looked for.
    const form = printDocument({ texts: [...sheet.texts, { text, x: 0, y: 150 }] });
    expect(readAll(form).pageRoles).toHaveLength(1);
  });

  it('or of given names that stand alone, on a form of a family that is found, end in a result', () => {
    const texts = Array.from({ length: 4_000 }, (_, index) => ({
      text: 'Karima',
      x: (index % 10) * 20,
      y: 150 + Math.floor(index / 10) * 0.3,
    }));
    expect(readAll(printDocument({ texts: [...sheet.texts, ...texts] })).pageRoles).toHaveLength(1);
  });

  it.each([
    ['the insured’s names, apart', ['SEFRIOUI', 'Autre', 'Nadia', 'Chose']],
    ['labels of the patient', ['Nom du malade :', 'Qwertz']],
  ])('or of %s, over and over, end in a result', (_, words) => {
    const texts = Array.from({ length: 20_000 }, (__, index) => ({
      text: words[index % words.length]!,
      x: (index % 20) * 400,
      y: 150 + Math.floor(index / 20) * 0.12,
    }));
    expect(readAll(printDocument({ texts: [...sheet.texts, ...texts] })).pageRoles).toHaveLength(1);
  });

  it('or of rows of marks of prices above rows of prices, end in a result without comparing them all', () => {
    const texts = Array.from({ length: 80_000 }, (__, index) => ({
      text: Math.floor(index / 100) % 2 === 0 ? 'PPV' : '96,20',
      x: (index % 100) * 400,
      y: 150 + Math.floor(index / 100) * 4,
    }));
    const form = printDocument({ texts: [...sheet.texts, ...texts] });
    const begun = process.cpuUsage();
    expect(readAll(form).pageRoles).toHaveLength(1);
    expect(process.cpuUsage(begun).user).toBeLessThan(8_000_000);
  });

  it('or of a table of 4,000 lines under headings that stand over none of its columns, are read without comparing them all', () => {
    const headings = { 66: 'Qté', 104: 'Coef.', 174: 'Montant' };
    const row = { 15: '28/10/2026', 60: 'CS', 74: '1', 100: '1', 125: '3', 150: '268,20' };
    const printed = (texts: Readonly<Record<number, string>>, y: number): readonly PrintedText[] =>
      Object.entries(texts).map(([x, text]) => ({ text, x: Number(x), y }));
    const form = printDocument({
      texts: [
        ...printed(headings, 20),
        ...Array.from({ length: 4_000 }, (_, index) => printed(row, 26 + 4 * index)).flat(),
      ],
    });
    const begun = process.cpuUsage();
    expect(draftReading(form).pages).toHaveLength(1);
    expect(process.cpuUsage(begun).user).toBeLessThan(4_000_000);
  });

  it('or of days and years alone, between which a month may stand, are not all compared', () => {
    const numbers = (count: number, wide: number): readonly PrintedText[] =>
      Array.from({ length: count }, (_, index) => ({
        text: index % 2 === 0 ? '5' : '2026',
        x: (index % wide) * 8,
        y: 10 + Math.floor(index / wide) * 4,
      }));
    for (const texts of [numbers(40_000, 40), numbers(40_000, 40_000)]) {
      const [page] = printDocument({ texts }).pages;
      const begun = process.cpuUsage();
      expect(pictureHintsOf(page).monthGaps.length).toBeLessThan(20);
      expect(process.cpuUsage(begun).user).toBeLessThan(3_000_000);
    }
  });

  it('or in the halves of a line, the day in one and the letter in the other, end in a result', () => {
    const half = (first: string, x: number, y: number): PrintedText => ({
      text: [first, ...Array.from({ length: 10_000 }, () => '12')].join(' '),
      x,
      y,
    });
    const texts = [half('05/10/2026', 0, 200), half('CS', 60_000, 202)];
    expect(readAll(printDocument({ texts: [...sheet.texts, ...texts] })).pageRoles).toHaveLength(1);
  });

  it('or 5,000 at one place end in a result', () => {
    const texts = crowd(['250,00', 'CS', '05/10/2026'], 5_000).map((text) => ({ ...text, x: 50, y: 50 }));
    expect(readAll(printDocument({ texts })).pageRoles).toHaveLength(1);
  });

  it('of random letters and digits end in a result', () => {
    const random = seededRandom(1);
    const texts = crowd(['']).map((place) => ({
      ...place,
      text: Array.from({ length: random.whole(1, 9) }, () =>
        random.pick(['0', '1', '2', '5', ',', '.', '/', 'A', 'B', 'é', 'ب', '|', ':', ' ']),
      ).join(''),
    }));
    expect(readAll(printDocument({ texts })).pageRoles).toHaveLength(1);
  });
});

describe('a page with odd places', () => {
  it.each([
    ['NaN', Number.NaN],
    ['infinite', Number.POSITIVE_INFINITY],
    ['minus infinite', Number.NEGATIVE_INFINITY],
    ['negative', -5],
    ['huge', 1e12],
    ['tiny', 1e-300],
  ])('that are all %s ends in a result', (_, place) => {
    const document = changed((word) => placed(word, place, place, place, place));
    expect(readAll(document).pageRoles).toHaveLength(1);
  });

  it.each([
    ['NaN', Number.NaN],
    ['infinite', Number.POSITIVE_INFINITY],
    ['negative', -5],
    ['huge', 1e12],
  ])('of which one in seven is %s ends in a result', (_, place) => {
    const document = changed((word, index) =>
      index % 7 === 3 ? placed(word, place, place, 0.1, 0.01) : word,
    );
    expect(readAll(document).pageRoles).toHaveLength(1);
  });

  it('whose words have no size ends in a result', () => {
    const document = changed((word) => placed(word, word.box.left, word.box.top, 0, 0));
    expect(readAll(document).pageRoles).toHaveLength(1);
  });

  it('whose words have no polygon is read by their boxes', () => {
    const { forms } = readAll(changed((word) => ({ ...word, polygon: [] })));
    expect(forms[0]?.registrationNumber?.value).toBe('112233445');
  });
});

describe('a page with odd words', () => {
  it('that are all empty is blank', () => {
    const { forms, pageRoles } = readAll(changed((word) => ({ ...word, text: '' })));
    expect([forms, pageRoles]).toEqual([[], ['blank']]);
  });

  it('that are all spaces is blank', () => {
    const { forms, pageRoles } = readAll(changed((word) => ({ ...word, text: '   ' })));
    expect([forms, pageRoles]).toEqual([[], ['blank']]);
  });

  it('of which some are empty is read all the same', () => {
    const { pages } = printDocument(sheet);
    const empty = { ...pages[0]!.lines[0]!.words[0]!, text: '' };
    const document = {
      pages: pages.map((page) => ({
        ...page,
        lines: page.lines.map((line) => ({ ...line, words: [empty, ...line.words] })),
      })),
    };
    expect(readAll(document).pageRoles).toEqual(['care-form']);
  });

  it.each(['X', '1', '|', '.', 'ب', '\u{1F600}', '\u0000'])(
    'of one character each ends in a result: %j',
    (text) => {
      expect(readAll(changed((word) => ({ ...word, text }))).pageRoles).toHaveLength(1);
    },
  );

  it.each([
    '9'.repeat(10_000),
    'A'.repeat(10_000),
    '1 '.repeat(5_000),
    '1.'.repeat(5_000),
    ':a'.repeat(5_000),
  ])('of which one is very long ends in a result (%#)', (text) => {
    const document = changed((word, index) => (index === 5 ? { ...word, text } : word));
    expect(readAll(document).pageRoles).toHaveLength(1);
  });

  it('that are names of what every object has ends in a result', () => {
    const names = ['__proto__', 'constructor', 'toString', 'hasOwnProperty'];
    const document = changed((word, index) => ({ ...word, text: names[index % 4]! }));
    expect(readAll(document).pageRoles).toHaveLength(1);
  });

  it('that OCR was not sure of at all leave a doubt on each number', () => {
    const { forms } = readAll(changed((word) => ({ ...word, confidencePercent: 0 })));
    expect(forms).toHaveLength(1);
    for (const { registrationNumber, cin, inpe } of forms)
      for (const field of [registrationNumber, cin, inpe]) expect(field?.doubts).toEqual(['LOW_CONFIDENCE']);
  });
});

describe('a file', () => {
  it('without pages has no forms', () => {
    expect(readAll({ pages: [] })).toEqual({ forms: [], pageRoles: [], pageTurns: [] });
  });

  it('with a page without lines has no forms', () => {
    expect(readAll({ pages: [{ number: 1, wasRead: true, lines: [] }] })).toEqual({
      forms: [],
      pageRoles: ['blank'],
      pageTurns: [0],
    });
  });

  it('whose page was not read has no forms', () => {
    expect(readAll({ pages: [{ number: 1, wasRead: false, lines: [] }] })).toEqual({
      forms: [],
      pageRoles: ['failed'],
      pageTurns: [0],
    });
  });
});
