import { globSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { describe, expect, it } from 'vitest';
import { inRepository } from '../../../local/cloud/folders.ts';

const areas = globSync('web/src/*/fr.json', { cwd: inRepository('.') }).map((file) => path.dirname(file));

const plural = /_(zero|one|two|few|many|other)$/;

/** Keys with their words: `a.b.c` for what is nested. */
function flat(words: unknown, above = ''): readonly (readonly [key: string, text: string])[] {
  if (typeof words === 'string') return [[above, words]];
  return Object.entries(words as Record<string, unknown>).flatMap(([key, value]) =>
    flat(value, above === '' ? key : `${above}.${key}`),
  );
}

const wordsOf = (area: string, language: string) =>
  flat(JSON.parse(readFileSync(inRepository(`${area}/${language}.json`), 'utf8')));
const baseKeys = (area: string, language: string) =>
  new Set(wordsOf(area, language).map(([key]) => key.replace(plural, '')));
const placeholders = (text: string) => [...new Set(text.match(/\{\{.*?\}\}/g) ?? [])].toSorted().join();

describe.each(areas)('the words of %s', (area) => {
  it('are there in both languages', () => {
    expect(baseKeys(area, 'ar')).toEqual(baseKeys(area, 'fr'));
  });

  it.each(['fr', 'ar'])('have every plural form that counts below a thousand need (%s)', (language) => {
    const keys = wordsOf(area, language).map(([key]) => key);
    const rules = new Intl.PluralRules(language);
    const forms = [...new Set(Array.from({ length: 1000 }, (_, count) => rules.select(count)))];
    const counted = new Set(keys.filter((key) => plural.test(key)).map((key) => key.replace(plural, '')));
    const missing = [...counted].flatMap((key) =>
      forms.map((form) => `${key}_${form}`).filter((needed) => !keys.includes(needed)),
    );

    expect(missing).toEqual([]);
  });

  it('are not empty, and fill in the same values', () => {
    const french = new Map(wordsOf(area, 'fr'));
    const differing = wordsOf(area, 'ar').filter(([key, arabic]) => {
      const other = french.get(key);
      if (arabic.trim() === '' || other?.trim() === '') return true;
      // One and two may be said in a word, without the figure.
      if (plural.test(key)) return false;
      return other !== undefined && placeholders(arabic) !== placeholders(other);
    });

    expect(differing).toEqual([]);
  });

  it('exist for every key that its pages ask for', () => {
    const name = path.basename(area);
    const known = baseKeys(area, 'fr');
    const asked = globSync(`${area}/**/*.tsx`, { cwd: inRepository('.') })
      .map((file) => readFileSync(inRepository(file), 'utf8'))
      .filter((code) => new RegExp(`useTranslation\\('${name}'\\)`).test(code))
      .flatMap((code) => [...code.matchAll(/\bt\('([\w.-]+)'(?!, \{ ns:)/g)].map(([, key]) => key));

    expect(asked.filter((key) => key !== undefined && !known.has(key))).toEqual([]);
  });
});
