import type { Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { crc32, deflateSync } from 'node:zlib';
import { renderScan } from '../../local/samples/render-scan.ts';
import { daysBefore } from '../../local/samples/scenarios/calendar.ts';
import { act, careFormFields } from '../../local/samples/scenarios/care-form-fields.ts';
import { PROVIDERS } from '../../local/samples/scenarios/providers.ts';
import { formPage, scanOf } from '../../local/samples/scenarios/scans.ts';
import { newInsured } from '../support/browser/new-insured.ts';
import { newPerson, signInStaff } from '../support/browser/pages.ts';
import { openWorld, type BrowserWorld } from '../support/browser/world.ts';
import { TODAY } from '../support/flow/cloud.ts';
import { nestedFormsPdf } from '../support/hostile-pdfs.ts';

/** A PNG that says it has so many pixels a side, and takes a hundred bytes. */
function hugePng(sidePixels: number): Buffer {
  const chunk = (type: string, data: Buffer): Buffer => {
    const body = Buffer.concat([Buffer.from(type, 'latin1'), data]);
    const frame = Buffer.alloc(8);
    frame.writeUInt32BE(data.length, 0);
    frame.writeUInt32BE(crc32(body), 4);
    return Buffer.concat([frame.subarray(0, 4), body, frame.subarray(4)]);
  };
  const header = Buffer.alloc(13);
  header.writeUInt32BE(sidePixels, 0);
  header.writeUInt32BE(sidePixels, 4);
  header.set([8, 2], 8);
  const signature = Buffer.from('\x89PNG\r\n\x1a\n', 'latin1');
  const data = chunk('IDAT', deflateSync(Buffer.alloc(1000)));
  return Buffer.concat([signature, chunk('IHDR', header), data, chunk('IEND', Buffer.alloc(0))]);
}

describe('a clerk who chooses files that were made to do harm', () => {
  let world: BrowserWorld;
  let page: Page;
  const row = (name: string) => page.locator('.upload').filter({ hasText: name });

  beforeAll(async () => {
    world = await openWorld();
    ({ page } = await newPerson(world.browser, world.address));
    await signInStaff(page, 'clerk-rabat');
    await page.goto('/console/uploads');
  });

  afterAll(() => world.browser.close());

  it('goes on working, is notified of each, and has the good file between them sent', async () => {
    const household = await newInsured(world.client);
    const fields = careFormFields({
      household,
      provider: PROVIDERS.cardiologist,
      acts: [act(TODAY, 10, 'CS', 1, 250_00)],
      signedOn: daysBefore(TODAY, 10),
    });
    const good = await renderScan(
      scanOf('between-hostile', [formPage(fields, 'classic', 'serif', 'office')]),
    );
    const files = [
      { name: 'endless.pdf', mimeType: 'application/pdf', buffer: nestedFormsPdf({ pagesAround: 1 }) },
      { name: 'huge.png', mimeType: 'image/png', buffer: hugePng(30_000) },
      { name: 'good-file', mimeType: good.contentType, buffer: good.bytes },
    ];
    await page
      .locator('input[type=file]')
      .setInputFiles(files.map((file) => ({ ...file, buffer: Buffer.from(file.buffer) })));

    await row('endless.pdf').waitFor();
    expect(await row('endless.pdf').getAttribute('data-state')).toBe('checking');
    const begun = performance.now();
    await page.getByLabel('Date de dépôt du papier').fill(TODAY);
    expect(performance.now() - begun).toBeLessThan(10_000);

    await row('endless.pdf').getByText('Le contrôle prenait trop de temps').waitFor();
    expect(await row('endless.pdf').getAttribute('data-state')).toBe('questionable');
    await row('huge.png').getByText('L’image est trop grande').waitFor();
    await row('good-file').locator('.reference').waitFor();
    expect(await row('good-file').getAttribute('data-state')).toBe('sent');
  });
});
