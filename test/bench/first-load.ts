import { mkdtemp, rm } from 'node:fs/promises';
import os from 'node:os';
import path from 'node:path';
import { execa } from 'execa';
import { inRepository } from '../../local/cloud/folders.ts';
import { findChromium } from '../support/browser/chromium.ts';
import { startBrowser } from '../support/browser/pages.ts';
import { measureFirstLoad, type PageToLoad } from './first-load/measure-page.ts';
import { servePages } from './first-load/serve-pages.ts';
import type { BenchGroup, BenchOptions, Figure, GroupResult } from './group.ts';
import { figureTable } from './number-text.ts';
import { quantile } from './statistics.ts';

const PAGES: readonly PageToLoad[] = [
  { path: '/', usableBy: 'a[href*="portal"]' },
  { path: '/sign-in', usableBy: 'input' },
  { path: '/portal', usableBy: 'input' },
];
const LANGUAGES = ['fr', 'ar'] as const;
const TIMES = 3;
const MOST_SECONDS = 5;

/** How long people wait on a weak phone and a slow network, who come for the first time. */
export const firstLoadGroup: BenchGroup = { name: 'first-load', run: measure };

async function measure({ report }: BenchOptions): Promise<GroupResult> {
  report('first load: building the pages');
  const folder = await mkdtemp(path.join(os.tmpdir(), 'milaf-first-load-'));
  const figures: Figure[] = [];
  try {
    await execa('vite', ['build', '--outDir', folder, '--emptyOutDir', '--logLevel', 'warn'], {
      cwd: inRepository('web'),
      preferLocal: true,
    });
    const { address, stop } = await servePages(folder);
    const browser = await startBrowser(await findChromium());
    try {
      for (const page of PAGES)
        for (const language of LANGUAGES) {
          report(`first load: ${page.path} in ${language}`);
          const loads = [];
          for (let time = 0; time < TIMES; time += 1)
            loads.push(await measureFirstLoad(browser, address, { ...page, locale: `${language}-MA` }));
          const name = `${page.path} (${language})`;
          const seconds = loads.map(({ usableMilliseconds }) => usableMilliseconds / 1000);
          figures.push(
            {
              name: `${name}: usable, seconds`,
              value: quantile(seconds, 0.5),
              target: { atMost: MOST_SECONDS },
            },
            { name: `${name}: kB until then`, value: Math.round(loads[0]?.kilobytes ?? 0) },
            { name: `${name}: requests until then`, value: loads[0]?.requests ?? 0 },
          );
        }
    } finally {
      await browser.close();
      stop();
    }
  } finally {
    await rm(folder, { recursive: true, force: true });
  }
  return {
    figures,
    tables: [
      figureTable('First load on slow 3G (400 kbit/s, 400 ms) and a processor four times slower', figures),
    ],
    notes: [
      'Median of three. Served with HTTP/1.1; CloudFront speaks HTTP/2 and HTTP/3. Nobody is signed in.',
      'The processor is shared with whatever else runs here: on a busy machine pages seem slower.',
    ],
  };
}
