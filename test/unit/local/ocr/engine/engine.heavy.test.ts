import { mkdtemp, rm } from 'node:fs/promises';
import { createRequire } from 'node:module';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { createCanvas, GlobalFonts, type SKRSContext2D } from '@napi-rs/canvas';
import sharp, { type Sharp } from 'sharp';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { createOcrEngine } from '../../../../../local/ocr/engine/index.ts';
import type { OcrEngine, RecognisedPage } from '../../../../../local/ocr/engine/ocr-engine.ts';

const require = createRequire(import.meta.url);
const WIDTH = 1240;
const HEIGHT = 1754;

/** An A4 form at 150 dpi, scanned upside down: labels, a comb field, check boxes, a table and a shadow. */
function scannedForm(): Buffer {
  GlobalFonts.registerFromPath(
    require.resolve('@fontsource/roboto/files/roboto-latin-400-normal.woff2'),
    'Form',
  );
  const canvas = createCanvas(WIDTH, HEIGHT);
  const page = canvas.getContext('2d');
  page.fillStyle = '#e4e4e0';
  page.fillRect(0, 0, WIDTH, HEIGHT);
  page.translate(WIDTH, HEIGHT);
  page.rotate(Math.PI + 0.012);
  page.fillStyle = '#202020';
  page.strokeStyle = '#202020';
  page.lineWidth = 2;
  page.font = '24px Form';
  const texts: [string, number, number][] = [
    ['Royaume du Maroc', 100, 100],
    ['Caisse Nationale de Sécurité Sociale', 100, 140],
    ["Direction de l'Assurance Maladie Obligatoire", 100, 180],
    ["Numéro d'immatriculation :", 100, 300],
    ['Nom et prénom :', 100, 380],
    ['BENNANI Youssef', 520, 376],
    ['Date de naissance :', 100, 460],
    ['14/03/1979', 520, 456],
    ['Assuré', 150, 540],
    ['Conjoint', 350, 540],
    ['Date des actes', 110, 640],
    ['Montant facturé', 610, 640],
    ['03/09/2025', 110, 700],
    ['250,00', 610, 700],
    ['Fait à Casablanca, le 11/09/2025', 100, 860],
  ];
  for (const [text, x, y] of texts) page.fillText(text, x, y);
  '184203957'.split('').forEach((digit, i) => {
    page.strokeRect(520 + 30 * i, 270, 30, 36);
    page.fillText(digit, 528 + 30 * i, 298);
  });
  checkBox(page, 110, true);
  checkBox(page, 310, false);
  for (const y of [600, 660, 720]) page.strokeRect(100, y, 900, 0);
  for (const x of [100, 600, 1000]) page.strokeRect(x, 600, 0, 120);
  return canvas.toBuffer('image/png');
}

function checkBox(page: SKRSContext2D, x: number, isMarked: boolean): void {
  page.strokeRect(x, 520, 20, 20);
  if (!isMarked) return;
  page.beginPath();
  page.moveTo(x + 2, 522);
  page.lineTo(x + 18, 538);
  page.moveTo(x + 18, 522);
  page.lineTo(x + 2, 538);
  page.stroke();
}

let folder: string;
let engine: OcrEngine;
let page: RecognisedPage;

beforeAll(async () => {
  folder = await mkdtemp(path.join(tmpdir(), 'ocr-models-'));
  engine = await createOcrEngine({ workers: 1, modelFolder: folder });
  page = await engine.readPage(scannedForm());
});

afterAll(async () => {
  await engine.close();
  await rm(folder, { recursive: true, force: true });
});

describe('the OCR engine', () => {
  it('reads a tilted upside-down form: text, comb field, dates and amounts', () => {
    const words = page.lines.flatMap((line) => line.words.map((word) => word.text));
    expect(words).toEqual(
      expect.arrayContaining([
        'Sécurité',
        'BENNANI',
        'Youssef',
        '184203957',
        '14/03/1979',
        '03/09/2025',
        '250,00',
      ]),
    );
  });

  it('is sure of the numbers that both of its engines read alike', () => {
    const number = page.lines.flatMap((line) => line.words).find((word) => word.text === '184203957');
    expect(number?.confidencePercent).toBeGreaterThanOrEqual(88);
  });

  it('says where the text is on the image as handed in', () => {
    const name = page.lines.find((line) => line.text.startsWith('BENNANI'));
    const [topLeft, topRight, , bottomLeft] = name!.polygon;
    expect(page).toMatchObject({ widthPixels: WIDTH, heightPixels: HEIGHT });
    expect(topLeft.x).toBeCloseTo(1 - 520 / WIDTH, 1);
    expect(topLeft.y).toBeCloseTo(1 - 356 / HEIGHT, 1);
    expect(topRight.x).toBeLessThan(topLeft.x);
    expect(bottomLeft.y).toBeLessThan(topLeft.y);
  });

  it('reports the check boxes and which one is marked', () => {
    const byPosition = page.checkBoxes.toSorted((a, b) => b.polygon[0].x - a.polygon[0].x);
    expect(byPosition.map((box) => box.selected)).toEqual([true, false]);
  });

  it('keeps the label and the value of a row in lines of their own', () => {
    expect(page.lines.map((line) => line.text)).toEqual(
      expect.arrayContaining(['Nom et prénom :', 'BENNANI Youssef']),
    );
  });

  it.each([
    ['turned by 25 degrees', (form: Sharp) => form.rotate(25, { background: '#6b5a48' })],
    ['scanned light on dark', (form: Sharp) => form.flatten().negate()],
    ['mirrored, and marked so by the camera', (form: Sharp) => form.flop().withMetadata({ orientation: 2 })],
  ])('reads a form %s', async (_, change) => {
    const { lines } = await engine.readPage(await change(sharp(scannedForm())).png().toBuffer());
    const words = lines.flatMap((line) => line.words.map((word) => word.text));
    expect(words).toEqual(expect.arrayContaining(['BENNANI', 'Youssef', '14/03/1979', '250,00']));
  });

  it('refuses what is no image, and reads on', async () => {
    await expect(engine.readPage(new TextEncoder().encode('no image'))).rejects.toThrow(
      'This page cannot be read as an image',
    );
  });

  it('refuses pages after it is closed', async () => {
    await engine.close();
    await expect(engine.readPage(new Uint8Array())).rejects.toThrow('The OCR engine is closed.');
  });
});
