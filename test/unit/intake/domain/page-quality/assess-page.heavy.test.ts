import sharp, { type Sharp } from 'sharp';
import { beforeAll, describe, expect, it } from 'vitest';
import { assessPage } from '../../../../../contexts/intake/domain/page-quality/assess-page.ts';
import {
  greyOfRgba,
  type GreyRaster,
} from '../../../../../contexts/intake/domain/page-quality/grey-raster.ts';
import { currentThresholds } from '../../../../../contexts/intake/domain/page-quality/quality-thresholds.ts';
import { randomScan } from '../../../../../local/samples/random/random-scan.ts';
import { renderScan } from '../../../../../local/samples/render-scan.ts';
import type { Degradation } from '../../../../../local/samples/scanner/degradation.ts';

const thresholds = currentThresholds('2026-06-01');

async function rasterOf(picture: Sharp): Promise<GreyRaster> {
  const { data, info } = await picture.ensureAlpha().raw().toBuffer({ resolveWithObject: true });
  return greyOfRgba(data, info.width, info.height);
}

const lookAt = async (picture: Sharp) => assessPage(await rasterOf(picture), thresholds);

const scan = async (seed: number, quality: 'good' | 'medium' | 'bad') =>
  (await randomScan(seed, { today: '2026-06-01', quality, fileType: 'jpeg', dpi: 150 })).sample;

async function blank(degradation: Degradation): Promise<Sharp> {
  const { bytes } = await renderScan({
    name: 'blank',
    fileType: 'jpeg',
    pages: [{ content: { kind: 'blank' }, degradation }],
  });
  return sharp(bytes);
}

describe('a page is looked at before it is sent', () => {
  let good: Buffer;
  let width: number;
  let height: number;

  beforeAll(async () => {
    good = Buffer.from((await scan(7, 'good')).bytes);
    ({ width, height } = await sharp(good).metadata());
  });

  it.each([
    [7, 'good'],
    [14, 'medium'],
    [35, 'medium'],
    [28, 'bad'],
    [14, 'bad'],
  ] as const)(
    'finds nothing wrong with what a usual scanner makes of a care form (%i, %s)',
    async (seed, quality) => {
      const { bytes } = await scan(seed, quality);

      expect((await lookAt(sharp(bytes))).faults).toEqual([]);
    },
  );

  it.each([
    ['a clean sheet', { dpi: 150 }],
    ['dust, a streak and shadow', { dpi: 150, noise: 8, specks: 60, streak: 0.4, shadow: 0.3 }],
    ['a sheet askew on a dark desk', { dpi: 150, shrink: 0.85, background: [60, 50, 45], rotate: 3 }],
  ] as const)('knows the blank back of a sheet: %s', async (_, degradation) => {
    expect((await lookAt(await blank(degradation))).faults).toEqual(['BLANK']);
  });

  it.each([
    ['left', { left: 0.15, right: 0 }],
    ['right', { left: 0, right: 0.25 }],
  ] as const)('says that writing goes over the %s edge', async (edge, { left, right }) => {
    const cut = sharp(good).extract({
      left: Math.round(width * left),
      top: 0,
      width: Math.floor(width * (1 - left - right)),
      height,
    });

    expect(await lookAt(cut)).toMatchObject({ faults: ['CUT'], cutEdges: [edge] });
  });

  it.each([
    ['upper', 0, 1 / 3],
    ['middle', 1 / 3, 1 / 3],
    ['lower', 0.6, 1 / 3],
    ['lower two fifths', 0.6, 0.4],
  ])(
    'says that the %s part of a sheet is not the whole of it, also where no line was cut',
    async (_, from, part) => {
      for (const [seed, quality] of [
        [7, 'good'],
        [14, 'medium'],
        [28, 'bad'],
      ] as const) {
        const { bytes } = await scan(seed, quality);
        const { width: wide, height: high } = await sharp(bytes).metadata();
        const strip = { left: 0, top: Math.round(high * from), width: wide, height: Math.floor(high * part) };
        const { faults, cutEdges } = await lookAt(sharp(bytes).extract(strip));

        expect(faults).toContain('PART');
        expect(faults).not.toContain('LOW_RESOLUTION');
        expect(cutEdges).not.toContain('left');
      }
    },
  );

  it('takes a sheet on its side with upright writing, and the long receipt of a till, for whole ones', async () => {
    const wide = sharp(good).resize({ width: 2000, height: 1414, fit: 'fill' });
    const till = sharp(good).resize({ width: 700, height: 2100, fit: 'fill' });

    expect((await lookAt(wide)).faults).not.toContain('PART');
    expect((await lookAt(till)).faults).not.toContain('PART');
  });

  it('looks at the sheet and not at the desk around it', async () => {
    const desk = { background: { r: 60, g: 50, b: 45 } };
    const onDesk = sharp(good).extend({ left: width, right: width, ...desk });

    expect((await lookAt(onDesk)).faults).not.toContain('PART');
    const strip = await sharp(good)
      .extract({ left: 0, top: 0, width, height: Math.floor(height / 3) })
      .toBuffer();
    const stripOnDesk = sharp(strip).extend({
      top: Math.floor(height / 3),
      bottom: Math.floor(height / 3),
      ...desk,
    });
    expect((await lookAt(stripOnDesk)).faults).toContain('PART');
  });

  it.each([90, 270])('says that a sheet lies on its side (%i degrees)', async (degrees) => {
    expect((await lookAt(sharp(good).rotate(degrees))).faults).toEqual(['TURNED']);
  });

  it.each([
    ['too dark', 'DARK', (page: Sharp) => page.linear(0.35, 0)],
    ['hardly there', 'PALE', (page: Sharp) => page.linear(0.15, 205)],
    ['out of focus', 'BLURRED', (page: Sharp) => page.blur(3)],
    ['too small', 'LOW_RESOLUTION', (page: Sharp) => page.resize({ height: 900 })],
  ] as const)('says that a page is %s', async (_, fault, spoil) => {
    expect((await lookAt(spoil(sharp(good)))).faults).toContain(fault);
  });

  it('takes a page without a single pixel for none that can be read', () => {
    const nothing = { widthPixels: 0, heightPixels: 0, pixels: new Uint8Array() };

    expect(assessPage(nothing, thresholds).faults).not.toEqual([]);
  });
});

describe('thresholds of page quality', () => {
  it('hold from their day on, and the first of them before it', () => {
    expect(currentThresholds('2020-01-01')).toEqual(currentThresholds('2026-01-01'));
  });
});
