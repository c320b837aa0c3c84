import { existsSync, globSync, readFileSync } from 'node:fs';
import { dirname, join, relative } from 'node:path';
import { describe, expect, it } from 'vitest';
import { REPOSITORY } from '../../../local/cloud/folders.ts';

const GENERATED = ['node_modules', '.git', '.milaf', '.stryker', 'cdk.out', 'coverage'];
const pages = globSync('**/*.md', { cwd: REPOSITORY, exclude: (name) => GENERATED.includes(name) });

/** A page without what only looks like links and headings: code, fenced and inline. */
function proseOf(page: string): string {
  return readFileSync(join(REPOSITORY, page), 'utf8')
    .replaceAll(/^(```|~~~).*?^\1/gms, '')
    .replaceAll(/`[^`\n]*`/g, (code) => code.replaceAll(/[[\]()#]/g, ''));
}

function linksOf(page: string): string[] {
  const inline = [...proseOf(page).matchAll(/\]\(<?([^)\s>]+)>?(?:\s+"[^"]*")?\)/g)];
  const reference = [...proseOf(page).matchAll(/^\[[^\]]+\]:\s+(\S+)/gm)];
  return [...inline, ...reference].flatMap(([, target]) => target ?? []);
}

/** The anchors that GitHub gives a page's headings. */
function anchorsOf(page: string): Set<string> {
  const anchors = new Set<string>();
  for (const [, heading = ''] of proseOf(page).matchAll(/^#{1,6}\s+(.*)$/gm)) {
    const text = heading.replaceAll(/\[([^\]]*)\]\([^)]*\)/g, '$1').replaceAll('`', '');
    const slug = text
      .trim()
      .toLowerCase()
      .replaceAll(/[^\p{L}\p{N}\s_-]/gu, '')
      .replaceAll(/\s/g, '-');
    let anchor = slug;
    for (let repeat = 1; anchors.has(anchor); repeat += 1) anchor = `${slug}-${repeat}`;
    anchors.add(anchor);
  }
  return anchors;
}

/** @returns why a link leads nowhere; undefined where it leads somewhere, or out of the repository's own files */
function faultOf(page: string, link: string): string | undefined {
  if (/^[a-z][a-z0-9+.-]*:/i.test(link)) return undefined;
  const [path = '', anchor] = link.split('#');
  const target = path === '' ? page : relative(REPOSITORY, join(REPOSITORY, dirname(page), decodeURI(path)));
  if (target.startsWith('..')) return `${page}: ${link} leads out of the repository`;
  if (!existsSync(join(REPOSITORY, target))) return `${page}: there is no ${link}`;
  if (anchor === undefined || !target.endsWith('.md') || anchorsOf(target).has(anchor)) return undefined;
  return `${page}: ${link} names a heading that is not there`;
}

describe('links between pages', () => {
  it('are looked at on every page', () => {
    expect(pages).toContain('README.md');
    expect(linksOf('README.md').length).toBeGreaterThan(10);
  });

  it.each(pages)('lead somewhere: %s', (page) => {
    expect(linksOf(page).flatMap((link) => faultOf(page, link) ?? [])).toEqual([]);
  });
});

describe('the index of the documentation', () => {
  const index = new Set(linksOf('docs/README.md'));

  it.each(
    globSync('{*.md,adr/*.md}', { cwd: join(REPOSITORY, 'docs') }).filter((page) => page !== 'README.md'),
  )('has %s', (page) => {
    expect(index).toContain(page);
  });

  it.each(globSync('lambdas/*/handler.ts', { cwd: REPOSITORY }).map((file) => dirname(file)))(
    'can count on a README of %s that says what it does, touches and is peculiar for',
    (folder) => {
      const headings = [...proseOf(`${folder}/README.md`).matchAll(/^## (.*)$/gm)].map(
        ([, heading]) => heading,
      );

      expect(headings).toEqual(['Purpose', 'Flow', 'Touches', 'Peculiarities']);
    },
  );
});
