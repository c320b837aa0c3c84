import bwip from 'bwip-js/node';
import type { BoxLabel } from '../content/pharmacy-content.ts';
import type { FormBrush } from './form-brush.ts';
import { beside, gap, latinPiece, stacked, type Piece } from './piece.ts';

const PADDING = 4;
const QUIET_MODULES = 9;
const MATRIX_MODULE = 1.75;
const SMALL = 7.6;
const DIGITS = 9.2;
const PRICE = 9.6;
const NAME = 8.6;
const INK = '#141414';

/** A label that can be glued on at any angle. */
export interface CutLabel {
  readonly width: number;
  readonly height: number;
  /** Draws it around (x, y), turned clockwise. */
  draw(x: number, y: number, degrees: number): void;
}

/** A label as its maker printed it: bars with their digits, name, price, lot and expiry. */
export function cutLabel(brush: FormBrush, label: BoxLabel): CutLabel {
  const { pen } = brush;
  const { design } = label;
  const face = faceOf(brush, label);
  const width = face.width + 2 * PADDING;
  const height = face.above + face.below + 2 * PADDING;
  return {
    width,
    height,
    draw: (x, y, degrees) => {
      const { context } = pen;
      context.save();
      context.translate(x, y);
      context.rotate((degrees * Math.PI) / 180);
      const left = -width / 2;
      const top = -height / 2;
      pen.rectangle(left + 1.4, top + 1.6, width, height, { fill: 'rgba(60, 60, 60, 0.25)' });
      pen.rectangle(left, top, width, height, {
        fill: design.background,
        stroke: 0.5,
        color: '#a9a9a9',
      });
      face.draw(left + PADDING, top + PADDING + face.above);
      if (label.condition === 'pen') drawPenLine(brush, width);
      context.restore();
    },
  };
}

function faceOf(brush: FormBrush, label: BoxLabel): Piece {
  const { design, field, lot, expiry } = label;
  const print = (text: string, size: number, name?: string, weight: 400 | 700 = 400): Piece =>
    latinPiece(brush.pen, text, {
      font: design.font,
      size,
      weight,
      color: INK,
      ...(name === undefined ? {} : { field: `${field}.${name}` }),
    });
  const codes = codesPiece(brush, label);
  const name = nameFor(label, codes.width, print);
  const { words, unit } = design;
  const price = beside(
    [
      print(words.price, PRICE * 0.85),
      print(label.price, PRICE, 'prix', 700),
      ...(unit === '' ? [] : [print(unit, PRICE * 0.85)]),
    ],
    3,
  );
  const lotLine = beside(
    [
      print(words.lot, SMALL),
      print(lot, SMALL, 'lot'),
      print(words.expiry, SMALL),
      print(expiry, SMALL, 'peremption'),
    ],
    3,
  );
  const isPriceBeside = design.price === 'before' || design.price === 'after';
  const isLotBeside = design.lot === 'beside-price' && !isPriceBeside;
  const priced = isPriceBeside
    ? tinted(brush, pricePanel(label, print), design.priceBackground)
    : isLotBeside
      ? beside([tinted(brush, price, design.priceBackground), lotLine], 8)
      : tinted(brush, price, design.priceBackground);
  const rows = [
    ...(design.name === 'above' ? [name] : []),
    ...(design.price === 'above' ? [priced] : []),
    codes,
    ...(design.name === 'below' ? [name] : []),
    ...(design.price === 'below' ? [priced] : []),
    ...(design.lot === 'none' || isLotBeside ? [] : [lotLine]),
  ];
  const block = stacked(rows, 2.5, 'centre');
  if (!isPriceBeside) return block;
  const centred = raised(priced, (block.above + block.below - priced.above - priced.below) / 2, block.below);
  return beside(design.price === 'before' ? [centred, block] : [block, centred], 6);
}

type Print = (text: string, size: number, name?: string, weight?: 400 | 700) => Piece;

/** Long names are printed smaller, on two lines where that is not enough. */
function nameFor({ name, design }: BoxLabel, width: number, print: Print): Piece {
  const weight = design.isNameBold ? 700 : 400;
  const whole = print(name, NAME, 'nom', weight);
  const most = width * 1.12;
  if (whole.width <= most) return whole;
  const smaller = print(name, Math.max(7, (NAME * most) / whole.width), 'nom', weight);
  if (smaller.width <= most) return smaller;
  const words = name.split(' ');
  const half = Math.ceil(words.length / 2);
  return stacked(
    [words.slice(0, half), words.slice(half)].map((part) => print(part.join(' '), 7.4, 'nom', weight)),
    1,
    'centre',
  );
}

/** The price in a block of its own, one word below the other. */
function pricePanel({ design, price }: BoxLabel, print: Print): Piece {
  return stacked(
    [
      print(design.words.price, PRICE * 0.85),
      print(price, PRICE * 1.15, 'prix', 700),
      ...(design.unit === '' ? [] : [print(design.unit, PRICE * 0.85)]),
    ],
    2,
    'centre',
  );
}

function tinted({ pen }: FormBrush, piece: Piece, color: string | undefined): Piece {
  if (color === undefined) return piece;
  return {
    width: piece.width + 6,
    above: piece.above + 2,
    below: piece.below + 2,
    draw: (left, baseline) => {
      pen.rectangle(left, baseline - piece.above - 2, piece.width + 6, piece.above + piece.below + 4, {
        fill: color,
      });
      piece.draw(left + 3, baseline);
    },
  };
}

/** The piece in the middle of a taller one beside it, on whose base line it is put. */
function raised(piece: Piece, from: number, below: number): Piece {
  return {
    ...piece,
    draw: (left, baseline) => piece.draw(left, baseline + below - from - piece.below),
  };
}

/** Bars, matrix or both, with the digits. */
function codesPiece(brush: FormBrush, label: BoxLabel): Piece {
  const { design, code, field } = label;
  const digits = design.digits === 'solid' ? code : `${code[0] ?? ''} ${code.slice(1, 7)} ${code.slice(7)}`;
  const printed = latinPiece(brush.pen, digits, {
    font: design.font,
    size: DIGITS,
    color: INK,
    field: `${field}.code`,
  });
  if (design.symbology === 'DATA_MATRIX') return stacked([matrixPiece(brush, label), printed], 3, 'centre');
  const barred = stacked([barsPiece(brush, label), printed], 1.5, 'centre');
  return design.symbology === 'EAN_13' ? barred : beside([matrixPiece(brush, label), gap(2), barred], 3);
}

function barsPiece(brush: FormBrush, { design, code, condition }: BoxLabel): Piece {
  const { pen } = brush;
  const { module, barHeight } = design;
  const widths = eanBars(code);
  const modules = widths.reduce((sum, one) => sum + one, 0);
  const quiet = QUIET_MODULES * module;
  return {
    width: modules * module + 2 * quiet,
    above: barHeight,
    below: 0,
    draw: (left, baseline) => {
      let x = left + quiet;
      widths.forEach((own, index) => {
        if (index % 2 === 0)
          pen.rectangle(x, baseline - barHeight, own * module, barHeight, { fill: '#0d0d0d' });
        x += own * module;
      });
      pen.recordBarcode({
        symbology: 'EAN_13',
        text: code,
        condition,
        quad: pen.quad(left + quiet, baseline - barHeight, modules * module, barHeight),
      });
      if (condition === 'torn')
        drawTear(brush, left + quiet, baseline - barHeight, modules * module, barHeight, design);
    },
  };
}

function matrixPiece({ pen }: FormBrush, { code, lot, condition }: BoxLabel): Piece {
  const text = `(01)0${code}(10)${lot}`;
  const { pixs, pixx, pixy } = matrixOf(text);
  const size = pixx * MATRIX_MODULE;
  return {
    width: size + 2 * MATRIX_MODULE,
    above: pixy * MATRIX_MODULE,
    below: MATRIX_MODULE,
    draw: (left, baseline) => {
      const top = baseline - pixy * MATRIX_MODULE;
      const start = left + MATRIX_MODULE;
      pixs.forEach((isDark, index) => {
        if (isDark === 0) return;
        const x = start + (index % pixx) * MATRIX_MODULE;
        const y = top + Math.floor(index / pixx) * MATRIX_MODULE;
        // A little over, so that no light shows between modules.
        pen.rectangle(x, y, MATRIX_MODULE + 0.06, MATRIX_MODULE + 0.06, { fill: '#0d0d0d' });
      });
      pen.recordBarcode({
        symbology: 'DATA_MATRIX',
        text: `010${code}10${lot}`,
        // Torn are the bars alone.
        condition: condition === 'torn' ? 'flat' : condition,
        quad: pen.quad(start, top, size, pixy * MATRIX_MODULE),
      });
    },
  };
}

const bars = new Map<string, readonly number[]>();
/** Widths of bar, space, bar, ... in modules: the same code is drawn again and again while a form is fitted. */
function eanBars(text: string): readonly number[] {
  const known = bars.get(text);
  if (known !== undefined) return known;
  const [code] = bwip.raw({ bcid: 'ean13', text });
  if (code === undefined || !('sbs' in code)) throw new Error(`EAN-13 has no bars for ${text}`);
  bars.set(text, code.sbs);
  return code.sbs;
}

interface Matrix {
  readonly pixs: readonly number[];
  readonly pixx: number;
  readonly pixy: number;
}

const matrices = new Map<string, Matrix>();
function matrixOf(text: string): Matrix {
  const known = matrices.get(text);
  if (known !== undefined) return known;
  const [code] = bwip.raw({ bcid: 'gs1datamatrix', text });
  if (code === undefined || !('pixs' in code)) throw new Error(`There is no DataMatrix for ${text}`);
  matrices.set(text, code);
  return code;
}

/** The cardboard came off with a part of the print: nothing of it is left over some of the bars. */
function drawTear(
  { pen, random }: FormBrush,
  left: number,
  top: number,
  width: number,
  height: number,
  { background }: BoxLabel['design'],
): void {
  const { context } = pen;
  const start = left + width * (0.2 + random.next() * 0.3);
  const end = start + width * (0.28 + random.next() * 0.15);
  const jag = (): number => (random.next() - 0.5) * 5;
  const steps = 6;
  context.beginPath();
  context.moveTo(start, top - 1);
  for (let step = 1; step <= steps; step += 1)
    context.lineTo(start + jag() + step * 1.2, top - 1 + ((height + 2) * step) / steps);
  for (let step = steps; step >= 0; step -= 1)
    context.lineTo(end + jag() + step * 1.2, top - 1 + ((height + 2) * step) / steps);
  context.closePath();
  context.fillStyle = background;
  context.fill();
  context.strokeStyle = 'rgba(120, 110, 95, 0.55)';
  context.lineWidth = 0.7;
  context.stroke();
}

/** A ballpoint's line, as pharmacists strike labels out that were handed in. */
function drawPenLine({ pen, random }: FormBrush, width: number): void {
  const { context } = pen;
  context.strokeStyle = random.pick(['#1b2a7a', '#22409a', '#1d1f2b']);
  context.lineWidth = 1.1 + random.next() * 0.6;
  const rise = (random.next() - 0.5) * 22;
  context.beginPath();
  context.moveTo(-width * 0.42, rise);
  context.bezierCurveTo(-width * 0.15, -rise - 6, width * 0.15, rise + 6, width * 0.44, -rise);
  context.stroke();
}
