import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { readRuleBookData } from '../../../contexts/rules/rule-book-data.ts';
import { inRepository } from '../../../local/cloud/folders.ts';

const letters = [...new Set(readRuleBookData().keyLetters.map(({ letter }) => letter))].toSorted();

describe('what the portal calls an act', () => {
  it.each(['fr', 'ar'])('has words for every key letter of the rules, and for no other (%s)', (language) => {
    const file = readFileSync(inRepository(`web/src/portal/${language}.json`), 'utf8');
    const { letter } = JSON.parse(file) as { readonly letter: Readonly<Record<string, string>> };
    expect(Object.keys(letter).toSorted()).toEqual(letters);
  });

  it.each(['fr', 'ar'])('is no code of ours (%s)', (language) => {
    const file = readFileSync(inRepository(`web/src/portal/${language}.json`), 'utf8');
    const { letter } = JSON.parse(file) as { readonly letter: Readonly<Record<string, string>> };
    expect(Object.values(letter).filter((words) => /_|[A-Z]{2}/.test(words))).toEqual([]);
  });
});
