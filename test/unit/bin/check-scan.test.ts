import { mkdtempSync, rmSync, truncateSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { PDFDocument } from '@cantoo/pdf-lib';
import sharp from 'sharp';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { readScan } from '../../../bin/commands/check-scan.ts';
import { demandSubmissionDate } from '../../../bin/commands/submission-date.ts';

const LIMITS = { maxFileBytes: 1024 * 1024, maxPages: 2 };

describe('a scan that is to be sent', () => {
  let folder: string;
  const write = (name: string, content: string | Uint8Array): string => {
    const file = path.join(folder, name);
    writeFileSync(file, content);
    return file;
  };
  const pdf = async (pages: number): Promise<Uint8Array> => {
    const document = await PDFDocument.create();
    for (let page = 0; page < pages; page += 1) document.addPage();
    return document.save();
  };

  beforeAll(() => void (folder = mkdtempSync(path.join(tmpdir(), 'milaf-scan-'))));
  afterAll(() => rmSync(folder, { recursive: true, force: true }));

  it('is sent where intake would take it, whatever it is called', async () => {
    const whole = await pdf(2);
    const picture = await sharp({ create: { width: 9, height: 9, channels: 3, background: 'white' } })
      .png()
      .toBuffer();
    expect(await readScan(write('scan.dat', whole), LIMITS)).toEqual(Buffer.from(whole));
    expect(await readScan(write('scan.pdf', picture), LIMITS)).toEqual(picture);
  });

  it.each([
    ['an empty file', 'empty.pdf', () => '', 'empty', 'The file is empty. Scan the documents again'],
    ['a text that is called a PDF', 'text.pdf', () => 'Dear Sir', 'unknown type', 'Send a PDF, TIFF, JPEG'],
    [
      'a PDF that was cut off',
      'half.pdf',
      async () => (await pdf(1)).subarray(0, 300),
      'incomplete',
      'whole',
    ],
    ['a PDF of too many pages', 'long.pdf', () => pdf(3), 'too many pages', 'at most 2'],
  ])('is not sent, and it is said what to do: %s', async (_what, name, content, reason, whatToDo) => {
    const file = write(name, await content());
    await expect(readScan(file, LIMITS)).rejects.toMatchObject({
      code: 'usage',
      message: `${file} was not sent: it would not be read (${reason}).`,
      whatToDo: expect.stringContaining(whatToDo) as string,
    });
  });

  it('is not even read where it is far too large', async () => {
    const file = write('large.tiff', '');
    truncateSync(file, 3 * 1024 ** 3);
    await expect(readScan(file, LIMITS)).rejects.toMatchObject({
      message: `${file} was not sent: it would not be read (too large).`,
      whatToDo: expect.stringContaining('at most 1 MB') as string,
    });
  });

  it('has no submission date that has not come, by the calendar of Morocco', () => {
    const lateInTheEvening = new Date('2026-07-20T23:30:00Z');
    expect(() => demandSubmissionDate('2026-07-22', lateInTheEvening)).toThrow(
      'lies after today, 2026-07-21',
    );
    for (const day of [undefined, '2026-07-21', '2020-01-01'])
      expect(() => demandSubmissionDate(day, lateInTheEvening)).not.toThrow();
  });
});
