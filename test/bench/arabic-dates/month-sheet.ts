import { createCanvas } from '@napi-rs/canvas';
import { MONTH_KINDS } from '../../../contexts/pages/domain/arabic-months/month-kinds.ts';
import { gapWordOf } from '../../../contexts/pages/domain/arabic-months/word-looks.ts';
import type { DrawnWord } from '../../../local/samples/drawing/page-pen.ts';
import type { Random } from '../../../local/samples/random.ts';
import type { LabelledText } from './labelled-glyphs.ts';
import { scannedSheet, SHEET } from './scanned-sheet.ts';
import { anyLatin, familyOf, FITTED_FONTS } from './sheet-fonts.ts';

/** What else stands between numbers: words of forms, months of another calendar, signs. */
const OTHERS = [
  ...[
    'تاريخ',
    'بتاريخ',
    'المريض',
    'ازدياد',
    'يوم',
    'سنة',
    'شهر',
    'رقم',
    'المبلغ',
    'درهم',
    'طبيب',
    'مرات',
    'عدد',
  ],
  ...[
    'الرباط',
    'مراكش',
    'فاس',
    'طنجة',
    'أكادير',
    'وجدة',
    'مكناس',
    'سلا',
    'من',
    'إلى',
    'في',
    'و',
    'توقيع',
    'ملف',
  ],
  ...['محرم', 'صفر', 'رجب', 'شعبان', 'رمضان', 'شوال', 'ربيع الأول', 'جمادى الأولى', 'ذو القعدة', 'ذو الحجة'],
  ...['octobre', 'mai', 'juin', 'août', 'mars', 'B', 'K', 'DH', '|', '/', ':', '-', '150,00', '23', 'C', 'x'],
] as const;
/** As people write them too. */
const SPELLINGS: Readonly<Record<string, readonly [string, ...string[]]>> = {
  أبريل: ['أبريل', 'أبريل', 'ابريل', 'إبريل'],
  أكتوبر: ['أكتوبر', 'أكتوبر', 'اكتوبر'],
  أغسطس: ['أغسطس', 'اغسطس'],
};
const NAMES = MONTH_KINDS.slice(0, -1).map(({ name }) => name);

/** Words between two numbers, in many prints, scanned as claims are; each as the reader of pages finds it. */
export async function monthSheet(random: Random): Promise<readonly LabelledText[]> {
  const canvas = createCanvas(SHEET.width, SHEET.height);
  const context = canvas.getContext('2d');
  context.fillStyle = '#fff';
  context.fillRect(0, 0, SHEET.width, SHEET.height);
  const words: DrawnWord[] = [];
  const drawn: { readonly kind: number; readonly font: string }[] = [];
  const put = (text: string, x: number, y: number): number => {
    const { actualBoundingBoxAscent: up, actualBoundingBoxDescent: down, width } = context.measureText(text);
    context.fillText(text, x, y);
    const [left, right, top, bottom] = [x, x + width, y - up, y + down];
    words.push({
      text,
      field: null,
      quad: [
        { x: left, y: top },
        { x: right, y: top },
        { x: right, y: bottom },
        { x: left, y: bottom },
      ],
    });
    return width;
  };
  for (let y = 90; y < SHEET.height - 80;) {
    const size = 18 + 34 * random.next() ** 2;
    y += size * (1.8 + random.next());
    for (let x = 90; x < SHEET.width - 90 - 10 * size; x += size * (1 + 2 * random.next())) {
      const kind = random.next() < 0.2 ? NAMES.length : random.whole(0, NAMES.length - 1);
      const name = NAMES[kind] ?? OTHERS[random.whole(0, OTHERS.length - 1)] ?? '';
      const text = random.pick(SPELLINGS[name] ?? [name]);
      const isArabic = /\p{Script=Arabic}/u.test(text);
      const font = isArabic ? random.pick([...FITTED_FONTS]) : anyLatin(random);
      const family = familyOf({ font, isArabic }, random);
      const digits = familyOf({ font: anyLatin(random), isArabic: false }, random);
      const grey = Math.round(random.next() ** 2 * 110);
      context.fillStyle = `rgb(${grey},${grey},${grey})`;
      const numbers = [String(random.whole(1940, 2027)), String(random.whole(1, 31))];
      if (random.next() < 0.3) numbers.reverse();
      const space = size * (0.18 + 0.3 * random.next());
      context.font = `${size}px ${digits}`;
      context.direction = 'ltr';
      const start = x;
      x += put(numbers[0] ?? '', x, y) + space;
      context.font = `${size}px ${family}`;
      context.direction = isArabic ? 'rtl' : 'ltr';
      context.textAlign = 'left';
      const { width } = context.measureText(text);
      context.fillText(text, x, y);
      x += width + space;
      context.font = `${size}px ${digits}`;
      context.direction = 'ltr';
      x += put(numbers[1] ?? '', x, y);
      if (random.next() < 0.35) {
        context.strokeStyle = context.fillStyle;
        context.lineWidth = 1 + random.next() * 1.5;
        context.setLineDash(random.next() < 0.6 ? [2, 3] : []);
        const below = y + size * (0.25 + 0.2 * random.next());
        context.beginPath();
        context.moveTo(start, below);
        context.lineTo(x, below);
        context.stroke();
      }
      drawn.push({ kind, font: isArabic ? font : '' });
    }
  }
  const { bitmap, boxes } = await scannedSheet(canvas, words, random);
  const page = { pixels: bitmap.pixels, width: bitmap.widthPixels, height: bitmap.heightPixels };
  return drawn.flatMap(({ kind, font }, index) => {
    const [left, right] = [boxes[2 * index], boxes[2 * index + 1]];
    if (left === undefined || right === undefined) return [];
    // No two engines draw the same box around a number.
    const loose = (): number => (random.next() - 0.5) * 0.16 * (left.bottom - left.top);
    const word = gapWordOf(page, {
      left: { x: left.right + loose(), top: left.top + loose(), bottom: left.bottom + loose() },
      right: { x: right.left + loose(), top: right.top + loose(), bottom: right.bottom + loose() },
    });
    return word === undefined ? [] : [{ font, isArabic: font !== '', glyphs: [{ looks: word.looks, kind }] }];
  });
}
