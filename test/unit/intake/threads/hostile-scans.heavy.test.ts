import { deflateSync } from 'node:zlib';
import { describe, expect, it } from 'vitest';
import sharp from 'sharp';
import { DrawingPageCounter } from '../../../../contexts/pages/imaging/page-counter.ts';
import { TurnedScanUprighter } from '../../../../contexts/pages/imaging/scan-uprighter.ts';
import { ThreadedInspector } from '../../../../contexts/intake/threads/threaded-inspector.ts';
import { countingLimits } from '../../../../contexts/pages/domain/drawing-limits.ts';
import { examineScan } from '../../../../contexts/intake/use-cases/examine-scan.ts';
import {
  bomb,
  sayingSize,
  turnedJpeg,
  turnedPng,
  withBytesInFront,
  withFrameByte,
  withMoreScans,
} from '../../../support/hostile-pictures.ts';
import { turnedTiff } from '../../../support/turned-tiff.ts';
import { pdfFromObjects } from '../domain/support/fixtures.ts';

/** More than receive-file gives: on a machine that is busy with other tests, what is measured is the processor's time. */
const LOOK_SECONDS = 120;
/** Of a processor that may be half as fast as that of receive-file, which gives 15 seconds to each of three looks. */
const MAX_PROCESSOR_SECONDS = 60;
/** Of the 1,769 MB of receive-file, beside what Node and this test take. */
const MAX_MORE_BYTES = 1000 * 2 ** 20;

const dependencies = {
  maxFileBytes: 20 * 2 ** 20,
  maxPages: 30,
  inspector: new ThreadedInspector(LOOK_SECONDS),
  pageCounter: new DrawingPageCounter({ ...countingLimits, pageSeconds: LOOK_SECONDS }),
  uprighter: new TurnedScanUprighter(LOOK_SECONDS),
};

const pageOf = (content: Buffer, entries: string, image = ''): Uint8Array =>
  pdfFromObjects([
    '<< /Type /Catalog /Pages 2 0 R >>',
    '<< /Type /Pages /Count 1 /Kids [3 0 R] >>',
    '<< /Type /Page /Parent 2 0 R /MediaBox [0 0 595 842] /Contents 4 0 R /Resources << /XObject << /I 5 0 R >> >> >>',
    `<< ${entries} /Length ${content.length} >>\nstream\n${content.toString('latin1')}\nendstream`,
    image === ''
      ? 'null'
      : `<< /Subtype /Image ${image} /Length 8 >>\nstream\n${'\xff'.repeat(8)}\nendstream`,
  ]);
const drawn = Buffer.from('q 595 0 0 842 0 0 cm /I Do Q');
const dot = { pixels: new Uint8Array(100), width: 10, height: 10 };
const plain = (orientation: number) => turnedTiff([{ ...dot, orientation }]);

/** A TIFF whose only directory names this one as the next. */
function cyclicTiff(next: number): Uint8Array {
  const bytes = Buffer.from(plain(1));
  bytes.writeUInt32LE(next, 8 + 2 + 12 * bytes.readUInt16LE(8));
  return bytes;
}

const KINDS: readonly (readonly [string, () => Uint8Array | Promise<Uint8Array>, string])[] = [
  ['a PDF of 10,000 times one page', () => manyPages(10_000), 'TOO_MANY_PAGES'],
  [
    'a page whose contents unfold to hundreds of megabytes',
    () => pageOf(bomb(600), '/Filter /FlateDecode'),
    'TOO_COMPLEX',
  ],
  [
    '... folded twice',
    () => pageOf(deflateSync(bomb(800)), '/Filter [/FlateDecode /FlateDecode]'),
    'TOO_COMPLEX',
  ],
  [
    '... with a predictor of a row of a million columns',
    () => pageOf(bomb(500), '/Filter /FlateDecode /DecodeParms << /Predictor 15 /Columns 1000000 >>'),
    'TOO_COMPLEX',
  ],
  [
    'a page of millions of shapes',
    () => pageOf(deflateSync(Buffer.from('0 0 1 1 re f\n'.repeat(2_000_000))), '/Filter /FlateDecode'),
    'TOO_COMPLEX',
  ],
  [
    'a fax picture (JBIG2) that is rubbish',
    () => pageOf(drawn, '', '/Width 100 /Height 100 /BitsPerComponent 1 /Filter /JBIG2Decode'),
    'accepted',
  ],
  ['a JPEG 2000 picture that is rubbish', () => pageOf(drawn, '', '/Filter /JPXDecode'), 'accepted'],
  [
    'a fax picture of billions of pixels',
    () => pageOf(drawn, '', '/Width 99999 /Height 99999 /BitsPerComponent 1 /Filter /JBIG2Decode'),
    'PAGE_TOO_LARGE',
  ],
  ['a TIFF that leads to itself', () => cyclicTiff(8), 'DAMAGED'],
  ['a TIFF that leads behind its end', () => cyclicTiff(100_000), 'INCOMPLETE'],
  [
    'a TIFF of thousands of pages',
    () => turnedTiff(Array.from({ length: 3000 }, () => ({ ...dot, orientation: 1 }))),
    'TOO_MANY_PAGES',
  ],
  [
    'a TIFF of thirty pages on their side',
    () => turnedTiff(Array.from({ length: 30 }, () => ({ ...dot, orientation: 5 }))),
    'accepted',
  ],
  [
    'a TIFF of many million pixels on its side',
    () =>
      sharp({ create: { width: 6000, height: 6000, channels: 3, background: 'white' } })
        .withMetadata({ orientation: 6 })
        .tiff({ compression: 'deflate' })
        .toBuffer(),
    'accepted',
  ],
  [
    'a PNG with a colour profile that unfolds to hundreds of megabytes',
    () =>
      turnedPng({
        sidePixels: 10,
        rawBytes: 310,
        chunks: [['iCCP', Buffer.concat([Buffer.from('x\0\0'), bomb(600)])]],
      }),
    'accepted',
  ],
  [
    'a PNG with texts that do',
    () =>
      turnedPng({
        sidePixels: 10,
        rawBytes: 310,
        chunks: Array.from(
          { length: 5 },
          () => ['zTXt', Buffer.concat([Buffer.from('x\0\0'), bomb(100)])] as const,
        ),
      }),
    'TOO_COMPLEX',
  ],
  [
    'a PNG in hundreds of thousands of empty pieces',
    () =>
      turnedPng({
        sidePixels: 10,
        rawBytes: 310,
        chunks: Array.from({ length: 300_000 }, () => ['tEXt', Buffer.from('x\0')] as const),
      }),
    'accepted',
  ],
  [
    'a PNG of a hundred million pixels that would be held whole to be read',
    () => turnedPng({ sidePixels: 9999, rawBytes: 300_100_000, isInterlaced: true }),
    'PAGE_TOO_LARGE',
  ],
  [
    '... and one of as many as may be held',
    () => turnedPng({ sidePixels: 7071, rawBytes: 150_100_000, isInterlaced: true }),
    'accepted',
  ],
  ['a PNG of 900 million pixels', () => turnedPng({ sidePixels: 30_000, rawBytes: 1000 }), 'PAGE_TOO_LARGE'],
  ['a PNG that ends before its pixels', () => turnedPng({ sidePixels: 3000, rawBytes: 310 }), 'DAMAGED'],
  ['a JPEG with scan upon scan', () => turnedJpeg(withMoreScans(150), { progressive: true }), 'TOO_COMPLEX'],
  ['a JPEG without a height', () => turnedJpeg(sayingSize(400, 0)), 'DAMAGED'],
  [
    'a JPEG that says many million pixels and has none',
    () => turnedJpeg(sayingSize(6000, 6000)),
    'INCOMPLETE',
  ],
  [
    'a JPEG of many million pixels on its side',
    () =>
      sharp({ create: { width: 6000, height: 6000, channels: 3, background: 'white' } })
        .withMetadata({ orientation: 6 })
        .jpeg()
        .toBuffer(),
    'accepted',
  ],
  ['a JPEG with arithmetic coding', () => turnedJpeg(withFrameByte(1, 0xc9)), 'IMAGE_FORMAT_NOT_ACCEPTED'],
  ['a JPEG of 12 bits', () => turnedJpeg(withFrameByte(4, 12)), 'IMAGE_FORMAT_NOT_ACCEPTED'],
  [
    'a JPEG with hundreds of thousands of comments',
    () =>
      turnedJpeg(
        withBytesInFront(
          Buffer.concat(Array.from({ length: 300_000 }, () => Buffer.from([0xff, 0xfe, 0, 2]))),
        ),
      ),
    'accepted',
  ],
  [
    'a JPEG behind megabytes of nothing',
    () => turnedJpeg(withBytesInFront(Buffer.alloc(9 * 2 ** 20, 0xff))),
    'accepted',
  ],
];

function manyPages(count: number): Uint8Array {
  return pdfFromObjects([
    '<< /Type /Catalog /Pages 2 0 R >>',
    `<< /Type /Pages /Count ${count} /Kids [${'3 0 R '.repeat(count)}] >>`,
    '<< /Type /Page /Parent 2 0 R /MediaBox [0 0 595 842] >>',
  ]);
}

describe('a file that was made to do harm', () => {
  it.each(KINDS)('ends in time and memory: %s', async (_, make, expected) => {
    const bytes = new Uint8Array(await make());
    const before = process.memoryUsage.rss();
    let most = before;
    const watch = setInterval(() => (most = Math.max(most, process.memoryUsage.rss())), 20);
    const begun = process.cpuUsage();
    const examined = await examineScan(bytes, dependencies);
    clearInterval(watch);
    expect(examined.accepted ? 'accepted' : examined.reason).toBe(expected);
    const { user, system } = process.cpuUsage(begun);
    expect((user + system) / 1e6).toBeLessThan(MAX_PROCESSOR_SECONDS);
    expect(most - before).toBeLessThan(MAX_MORE_BYTES);
  });

  it('does not keep the next one from being looked into', async () => {
    expect(await examineScan(plain(1), dependencies)).toMatchObject({ accepted: true, pageCount: 1 });
    expect(await examineScan(manyPages(2), dependencies)).toMatchObject({ accepted: true, pageCount: 2 });
  });
});
