import { PDFDocument } from '@cantoo/pdf-lib';
import jsQR from 'jsqr';
import type { CDPSession, Page } from 'playwright-core';
import sharp from 'sharp';
import { afterAll, beforeAll, describe, expect, inject, it } from 'vitest';
import { writeRecordedAnswers } from '../../local/samples/recorded-answers.ts';
import { renderScan, type RenderedScan } from '../../local/samples/render-scan.ts';
import { daysBefore } from '../../local/samples/scenarios/calendar.ts';
import { act, careFormFields } from '../../local/samples/scenarios/care-form-fields.ts';
import { PROVIDERS } from '../../local/samples/scenarios/providers.ts';
import { formPage, scanOf } from '../../local/samples/scenarios/scans.ts';
import { newInsured } from '../support/browser/new-insured.ts';
import { newPerson, signInStaff } from '../support/browser/pages.ts';
import { openWorld, type BrowserWorld } from '../support/browser/world.ts';
import { TODAY } from '../support/flow/cloud.ts';
import { settled, until } from '../support/flow/wait.ts';

/** The types of jsqr say that its function is a module. */
const readQr = jsQR as unknown as (
  pixels: Uint8ClampedArray,
  width: number,
  height: number,
) => { readonly data: string } | null;

const FILES = 4;
/** So slow that the network goes away in the middle of a file, also where the machine takes its time to take it away. */
const SLOW_BYTES_PER_SECOND = 30_000;

describe('a clerk whose network goes away while files are sent', () => {
  let world: BrowserWorld;
  let page: Page;
  let network: CDPSession;
  let scans: readonly RenderedScan[];
  let receipts: readonly string[];
  let before: ReadonlySet<string>;
  const filesToday = () => world.client.files.listByChannelDay('agency-rabat-01', TODAY);

  beforeAll(async () => {
    world = await openWorld();
    const household = await newInsured(world.client);
    scans = await Promise.all(
      Array.from({ length: FILES }, (_, index) => {
        const day = 10 + index;
        const fields = careFormFields({
          household,
          provider: PROVIDERS.cardiologist,
          acts: [act(TODAY, day, 'CS', 1, 250_00)],
          signedOn: daysBefore(TODAY, day),
        });
        return renderScan(
          scanOf(`sent-by-clerk-${index + 1}`, [formPage(fields, 'classic', 'serif', 'office')]),
        );
      }),
    );
    await writeRecordedAnswers(scans, inject('recordedAnswersDirectory'));
    const clerk = await newPerson(world.browser, world.address);
    page = clerk.page;
    network = await clerk.context.newCDPSession(page);
    await signInStaff(page, 'clerk-rabat');
    await page.goto('/console/uploads');
    // Opens the window of the printer, which nobody would close.
    await page.evaluate('window.print = () => undefined');
  });

  afterAll(() => world.browser.close());

  const choose = (files: readonly RenderedScan[]) =>
    page.locator('input[type=file]').setInputFiles(
      files.map(({ fileName, contentType, bytes }) => ({
        name: fileName,
        mimeType: contentType,
        buffer: Buffer.from(bytes),
      })),
    );

  const setNetwork = (is: 'slow' | 'away' | 'there') =>
    network.send('Network.emulateNetworkConditions', {
      offline: is === 'away',
      latency: 0,
      downloadThroughput: -1,
      uploadThroughput: is === 'slow' ? SLOW_BYTES_PER_SECOND : -1,
    });

  it('gets a receipt for each file once the network is back', async () => {
    before = new Set((await filesToday()).map(({ fileId }) => fileId));
    await setNetwork('slow');
    await choose(scans.slice(0, -1));
    // A file is on its way, and has not arrived.
    await page.locator('.upload-progress[aria-valuenow]:not([aria-valuenow="0"])').first().waitFor();

    await setNetwork('away');
    await page.getByText('Le réseau est coupé').waitFor();
    await page.locator('.upload[data-state=waiting]').first().waitFor();
    expect(await page.locator('.upload[data-state=sent]').count()).toBe(0);
    // What is chosen meanwhile is kept too.
    await choose(scans.slice(-1));
    await page
      .locator('.upload[data-state=waiting]')
      .nth(FILES - 1)
      .waitFor();

    await setNetwork('there');
    await page
      .locator('.upload[data-state=sent]')
      .nth(FILES - 1)
      .waitFor();
    receipts = await page.locator('.upload .reference').allTextContents();
    expect(new Set(receipts).size).toBe(FILES);
  });

  it('prints all receipts, each with a code that a reader finds', async () => {
    await page.getByRole('button', { name: `Imprimer ${FILES} récépissés` }).click();
    await page.emulateMedia({ media: 'print' });
    const slips = page.locator('.slip');
    await slips.nth(FILES - 1).waitFor();
    expect(await slips.locator('.slip-number').allTextContents()).toEqual(receipts);
    expect(await page.getByRole('heading', { name: 'Dépôt de dossiers' }).isVisible()).toBe(false);
    const codes: (string | undefined)[] = [];
    for (const code of await slips.locator('.qr-code').all()) {
      const picture = sharp(await code.screenshot())
        .ensureAlpha()
        .resize(400)
        .raw();
      const { data, info } = await picture.toBuffer({ resolveWithObject: true });
      codes.push(readQr(new Uint8ClampedArray(data), info.width, info.height)?.data);
    }
    expect(codes).toEqual(receipts);
    await page.emulateMedia({ media: 'screen' });
    await page.evaluate("dispatchEvent(new Event('afterprint'))");
  });

  it('has each file decided once, and a page of its own to print for each', async () => {
    const listed = page.getByRole('link', { name: receipts[0] ?? '' });
    await page.getByRole('link', { name: 'Récépissés' }).first().click();
    await listed.first().click();
    await page.getByRole('button', { name: 'Imprimer', exact: true }).click();
    expect(await page.locator('.slip-number').textContent()).toBe(receipts[0]);
    const printed = await PDFDocument.load(await page.pdf({ format: 'A4' }));
    expect(printed.getPageCount()).toBe(1);

    const added = async () =>
      (await filesToday()).filter(({ fileId, state }) => !before.has(fileId) && state !== 'DUPLICATE');
    const arrived = await until('all files are taken in', async () => {
      const files = await added();
      return files.length < FILES ? undefined : files;
    });
    const followed = await Promise.all(arrived.map(({ fileId }) => settled(world.client, fileId)));
    expect(followed.map(({ claims }) => claims.length)).toEqual(Array(FILES).fill(1));
    // Sent twice would be taken in twice by now.
    expect(await added()).toHaveLength(FILES);
  });
});
