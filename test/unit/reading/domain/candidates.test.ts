import { describe, expect, it } from 'vitest';

import { ribKey } from '../../../../contexts/reading/domain/identifier-parsers.ts';
import { arabicMonthOf } from '../../../../contexts/reading/domain/month-names.ts';
import { draftReading } from '../../../../contexts/reading/domain/read-file.ts';
import { printDocument, type PrintedText } from '../../../support/ocr-builder.ts';

/** Prints texts under each other, without any label unless it is part of a text, and finds what looks like a value. */
function found(...texts: readonly (string | Omit<PrintedText, 'x' | 'y'>)[]) {
  const sheet = {
    texts: texts.map((text, index) => ({
      ...(typeof text === 'string' ? { text } : text),
      x: 20,
      y: 40 + 10 * index,
    })),
  };
  return draftReading(printDocument(sheet)).pages[0]!.parts[0]!.candidates;
}

const valuesOf = <T>(candidates: readonly { readonly parsed: { readonly value: T } }[]): readonly T[] =>
  candidates.map(({ parsed }) => parsed.value);
const parsedOf = <T>(candidates: readonly { readonly parsed: T }[]): readonly T[] =>
  candidates.map(({ parsed }) => parsed);
const clean = <T>(value: T) => ({ value, doubts: [] });

describe('article numbers', () => {
  it.each(['6118000010050', '6 118000 010050', '6 118000 0100 50'])('are found in %s', (text) => {
    expect(valuesOf(found(text).articleCodes)).toEqual(['6118000010050']);
  });

  it.each(['0802007 00 7 200', 'Tél. 080200 7007200', 'ICE 080200 7007200'])(
    'are none in the number of a phone or a register: %s',
    (text) => {
      expect(valuesOf(found(text).articleCodes)).toEqual([]);
    },
  );
});

describe('an amount of which OCR misread the comma', () => {
  it.each([
    ['485;00', 48_500, ['CORRECTED_CHARACTERS']],
    ['1164 . 80Dhs', 116_480, []],
    ['Montant facturé 230 , 00', 23_000, []],
    ['1 164;80', 116_480, ['CORRECTED_CHARACTERS']],
    ['1 164 . 80 Dhs', 116_480, []],
    ['1. 164 . 80', 116_480, []],
    ['1.164 . 80', 116_480, []],
  ])('is found in %s, its thousands with it', (text, value, doubts) => {
    expect(parsedOf(found(text).amounts)).toEqual([{ value, doubts }]);
  });

  it('is not made of two numbers of a sentence', () => {
    expect(found('Article 1164 , 80 pages').amounts).toEqual([]);
  });
});

describe('a date in words', () => {
  it('is found in print that is larger than the rest of the page, whose spaces are wider', () => {
    const small = Array.from(
      { length: 6 },
      () => 'Toute fausse déclaration est passible des sanctions prévues',
    );
    expect(valuesOf(found(...small, { text: '21 10 2026', height: 7.5 }).dates)).toEqual(['2026-10-21']);
  });
});

describe('a date in cells', () => {
  it('is none where OCR takes the walls of empty cells for ones, and does not believe it', () => {
    expect(found({ text: '11/11/11', confidencePercent: 45 }).dates).toEqual([]);
    expect(valuesOf(found({ text: '11/11/11', confidencePercent: 92 }).dates)).toEqual(['2011-11-11']);
    expect(valuesOf(found({ text: '11/11/2026', confidencePercent: 45 }).dates)).toEqual(['2026-11-11']);
  });

  it.each([
    ['its parts a cell apart', 1],
    ['its parts half a cell apart', 0.5],
  ])('is found with %s', (_, cellsBetween) => {
    const texts = Array.from('28031998').map((text, at): PrintedText => {
      const breaks = Number(at > 1) + Number(at > 3);
      return { text, x: 20 + 7 * (at + breaks * cellsBetween), y: 40 };
    });
    const { dates, amounts } = draftReading(printDocument({ texts })).pages[0]!.parts[0]!.candidates;
    expect(parsedOf(dates)).toEqual([clean('1998-03-28')]);
    expect(amounts).toEqual([]);
  });
});

describe('nine digits', () => {
  it.each([
    '167204938',
    '167 204 938',
    '167.204.938',
    '16 72 04 938',
    'Monsieur 167204938 Settat',
    'Immat:167204938',
  ])('are found in %s', (text) => {
    expect(parsedOf(found(text).nineDigits)).toEqual([clean('167204938')]);
  });

  it('are found in the cells of a comb', () => {
    expect(parsedOf(found({ text: '167204938', pitch: 5 }).nineDigits)).toEqual([clean('167204938')]);
  });

  it('are found where they were written in Arabic-Indic digits', () => {
    expect(valuesOf(found('١٦٧٢٠٤٩٣٨').nineDigits)).toEqual(['167204938']);
  });

  it('keep their leading zeros', () => {
    expect(valuesOf(found('001204938').nineDigits)).toEqual(['001204938']);
  });

  it('of which one looks like a letter come with a doubt', () => {
    expect(parsedOf(found('16720493O').nineDigits)).toEqual([
      { value: '167204930', doubts: ['CORRECTED_CHARACTERS'] },
    ]);
  });

  it.each([
    ['a phone number', '0522 48 17 36'],
    ['a phone number without spaces', '0522481736'],
    ['a phone number from abroad', '+212 522 48 17 36'],
    ['an ICE', 'ICE 001524897000063'],
    ['an ICE in groups', '001 524 897 000 063'],
    ['a RIB', '007 780 000123456789012396'],
    ['a RIB in groups', '007 780 0001234567890123 96'],
    ['a RIB in fours', '0077 8000 0123 4567 8901 2396'],
    ['dates', '05/10/2026 3'],
    ['a day behind the number of its row', '1 2026-10-14'],
    ['an amount', '1 672 049,38'],
  ])('are not cut out of %s', (_, text) => {
    expect(valuesOf(found(text).nineDigits)).toEqual([]);
  });

  it('of two lines are two numbers', () => {
    expect(valuesOf(found('167204938', '204938167').nineDigits)).toEqual(['167204938', '204938167']);
  });

  it('that stand apart are two numbers', () => {
    const { nineDigits } = found('167204938          204938167');
    expect(valuesOf(nineDigits)).toEqual(['167204938', '204938167']);
  });
});

describe('a CIN', () => {
  it.each(['AE209418', 'AE 209418', 'née à Fès AE209418', 'CIN:AE209418', '(AE209418)', 'AE209418.'])(
    'is found in %s',
    (text) => {
      expect(parsedOf(found(text).cins)).toEqual([clean('AE209418')]);
    },
  );

  it('is found in the cells of a comb', () => {
    expect(parsedOf(found({ text: 'AE209418', pitch: 5 }).cins)).toEqual([clean('AE209418')]);
  });

  it('with one letter is found', () => {
    expect(valuesOf(found('D 705516').cins)).toEqual(['D705516']);
  });

  it('whose first letter was read as a digit comes with a doubt', () => {
    expect(parsedOf(found('8K412087').cins)).toEqual([
      { value: 'BK412087', doubts: ['CORRECTED_CHARACTERS'] },
    ]);
  });

  it.each(['K 16', 'B 120', 'CS 250,00', 'AE 12/05/1990', 'BENNANI', 'ABC12345', 'Fes 30000', '167204938'])(
    'is not made of %s',
    (text) => {
      expect(found(text).cins).toEqual([]);
    },
  );
});

describe('a RIB', () => {
  const rib = '007780000123456789012396';

  it.each([
    rib,
    '007 780 0001234567890123 96',
    '0077 8000 0123 4567 8901 2396',
    '007 780 00 01 23 45 67 89 01 23 96',
    'RIB : 007 780 0001234567890123 96',
    '007780 000123456789 012396',
  ])('is found by its key in %s', (text) => {
    expect(parsedOf(found(text).ribs)).toEqual([clean(rib)]);
  });

  it('is found in the cells of a comb', () => {
    expect(parsedOf(found({ text: rib, pitch: 5 }).ribs)).toEqual([clean(rib)]);
  });

  it('whose key is wrong is none', () => {
    expect(found('007780000123456789012395').ribs).toEqual([]);
  });

  it('of another account is found as well', () => {
    const other = '0115190000012050005349';
    expect(valuesOf(found(rib, `${other}${ribKey(other)}`).ribs)).toEqual([rib, other + ribKey(other)]);
  });

  it.each(['001524897000063', '0522 48 17 36', '0077 8000 0123 4567 8901'])('is not made of %s', (text) => {
    expect(found(text).ribs).toEqual([]);
  });
});

describe('a day', () => {
  it.each([
    '05.10.2026',
    '05/10/2026',
    '5/10/2026',
    '05-10-2026',
    '05 10 2026',
    '5 octobre 2026',
    'Fait à Fès, le 5 octobre 2026',
    '5 oct. 2026',
    '5 أكتوبر 2026',
    '2026 أكتوبر 5',
    '2026-10-05',
    '05102026',
    '٠٥/١٠/٢٠٢٦',
    'le 05/10/2026.',
  ])('is found in %s', (text) => {
    expect(parsedOf(found(text).dates)).toEqual([clean('2026-10-05')]);
  });

  it('is found in the cells of a comb', () => {
    expect(valuesOf(found({ text: '05102026', pitch: 5 }).dates)).toEqual(['2026-10-05']);
  });

  it.each([
    ['يناير', 1],
    ['فبراير', 2],
    ['مارس', 3],
    ['أبريل', 4],
    ['ماي', 5],
    ['يونيو', 6],
    ['يوليوز', 7],
    ['غشت', 8],
    ['شتنبر', 9],
    ['أكتوبر', 10],
    ['نونبر', 11],
    ['دجنبر', 12],
  ])('is found by the Moroccan name %s of the month', (name, month) => {
    expect(valuesOf(found(`17 ${name} 2026`).dates)).toEqual([`2026-${String(month).padStart(2, '0')}-17`]);
  });

  it.each([
    ['janvier', '01'],
    ['février', '02'],
    ['mars', '03'],
    ['avril', '04'],
    ['mai', '05'],
    ['juin', '06'],
    ['juillet', '07'],
    ['août', '08'],
    ['septembre', '09'],
    ['novembre', '11'],
    ['décembre', '12'],
  ])('is found by the name %s of the month', (name, month) => {
    expect(valuesOf(found(`17 ${name} 2026`).dates)).toEqual([`2026-${month}-17`]);
  });

  it.each([
    ['محرم', 1],
    ['ربيع الأول', 3],
    ['جمادى الآخرة', 6],
    ['رجب', 7],
    ['شعبان', 8],
    ['رمضان', 9],
    ['شوال', 10],
    ['ذو الحجة', 12],
  ])('is told to be of the Hijri month %s', (name, month) => {
    expect(arabicMonthOf(name)).toEqual({ calendar: 'hijri', month });
  });

  it.each(['12 رمضان 1447', '1447 رمضان 12'])('of the Hijri calendar is the day of ours: %s', (text) => {
    expect(parsedOf(found(text).dates)).toEqual([clean('2026-03-01')]);
  });

  it('with a year of two digits comes with a doubt', () => {
    expect(parsedOf(found('05/10/26').dates)).toEqual([{ value: '2026-10-05', doubts: ['WRONG_LENGTH'] }]);
    expect(parsedOf(found('26.04.80').dates)).toEqual([{ value: '2080-04-26', doubts: ['WRONG_LENGTH'] }]);
  });

  it.each([
    '31/02/2026',
    '05/13/2026',
    '05 10 26',
    '167204938',
    '250,00',
    '0522 48 17 36',
    '05102026 18',
    '12, rue des Iris',
    '05/10/1826',
  ])('is not made of %s', (text) => {
    expect(found(text).dates).toEqual([]);
  });

  it('that OCR cut within a number is one, and no amount', () => {
    const cut = (x: number) => {
      const texts = [
        { text: '29.1', x: 40, y: 40 },
        { text: '0.26', x, y: 40 },
      ];
      return draftReading(printDocument({ texts })).pages[0]!.parts[0]!.candidates.dates;
    };
    expect(valuesOf(cut(47.5))).toEqual(['2026-10-29']);
    expect(valuesOf(cut(50))).toEqual([]);
  });

  it('and another one beside it are two', () => {
    expect(valuesOf(found('du 05/10/2026 au 07/10/2026').dates)).toEqual(['2026-10-05', '2026-10-07']);
  });
});

describe('an amount', () => {
  it.each([
    ['250,00DH', 25_000],
    ['250,00 DH', 25_000],
    ['250Dhs', 25_000],
    ['250 Dhs', 25_000],
    ['250 dirhams', 25_000],
    ['250,00 MAD', 25_000],
    ['250.00', 25_000],
    ['1.250,00', 125_000],
    ['1 480.00', 148_000],
    ['1 480,00 DH', 148_000],
    ["1'480,00", 148_000],
    ['340,00DAS', 34_000],
    ['250,00D', 25_000],
    ['90,50', 9_050],
    ['٢٥٠,٠٠', 25_000],
    ['Total:250,00', 25_000],
    ['=250,00', 25_000],
    ['11 250,00', 1_125_000],
    ['127, 50DH', 12_750],
    ['300, OODH', 30_000],
    ['390 00DH', 39_000],
    ['300, 00', 30_000],
    ['160 .00DH', 16_000],
    ['160 ,50', 16_050],
    ['1 160 .00DH', 116_000],
    ['1 160 00DH', 116_000],
    ['160 .OODH', 16_000],
    ['141,000S', 14_100],
  ])('%s is %i centimes', (text, centimes) => {
    expect(valuesOf(found(text).amounts)).toEqual([centimes]);
  });

  it.each([
    '12, rue des Iris',
    '250, avenue Hassan II',
    '45 Bd Zerktouni',
    '1250',
    '167204938',
    '05/10/2026',
    '05.10.2026',
    '0522 48 17 36',
    'K 16',
    'B120',
    '1,5',
    '80 %',
    '12, 50 rue des Iris',
    '.00DH',
  ])('is not made of %s', (text) => {
    expect(valuesOf(found(text).amounts)).toEqual([]);
  });

  it('whose zeros were read as letters comes with a doubt', () => {
    expect(parsedOf(found('300, OODH').amounts)).toEqual([
      { value: 30_000, doubts: ['CORRECTED_CHARACTERS'] },
    ]);
    expect(parsedOf(found('300, 00DH').amounts)).toEqual([clean(30_000)]);
  });

  it('and another one in the next column are two', () => {
    const sheet = {
      texts: [
        { text: '125,00', x: 100, y: 40 },
        { text: '250,00', x: 140, y: 40 },
      ],
    };
    const { candidates } = draftReading(printDocument(sheet)).pages[0]!.parts[0]!;
    expect(valuesOf(candidates.amounts)).toEqual([12_500, 25_000]);
  });

  it('of a thousand and more is one where its writing, and so its space, is larger than the print around it', () => {
    const smallPrint = Array.from({ length: 12 }, () => ({
      text: 'une ligne de petits caracteres',
      height: 2,
    }));
    expect(valuesOf(found({ text: '1 332,00', height: 4 }, ...smallPrint).amounts)).toEqual([133_200]);
  });

  it('behind a number of another column is not a thousand of it', () => {
    const sheet = {
      texts: [
        { text: '16', x: 100, y: 40 },
        { text: '250,00', x: 130, y: 40 },
      ],
    };
    const { candidates } = draftReading(printDocument(sheet)).pages[0]!.parts[0]!;
    expect(valuesOf(candidates.amounts)).toEqual([25_000]);
  });
});
