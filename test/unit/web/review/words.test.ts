import { readFileSync, readdirSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import {
  actFieldNames,
  claimFieldNames,
  reasonGroups,
  reviewEvidence,
  reviewStates,
} from '../../../../contexts/review/domain/review-names.ts';
import { documentKinds, rejectionCodes } from '../../../../contexts/shared/reasons/names.ts';
import { fieldDoubts } from '../../../../contexts/rules/reading-signs.ts';
import { reasonCodes } from '../../../../contexts/messaging/domain/plain-reasons.ts';
import { reviewCommands, shortcuts } from '../../../../web/src/review/keyboard.ts';
import arabic from '../../../../web/src/words/ar.json' with { type: 'json' };
import french from '../../../../web/src/words/fr.json' with { type: 'json' };
import arabicReview from '../../../../web/src/review/ar.json' with { type: 'json' };
import frenchReview from '../../../../web/src/review/fr.json' with { type: 'json' };

describe.each([
  ['French', french, frenchReview],
  ['Arabic', arabic, arabicReview],
])('%s', (_language, words, reviewWords) => {
  it('has words for every reason of a decision and every doubt of a reading', () => {
    expect(Object.keys(words.reason).toSorted()).toEqual(reasonCodes.toSorted());
    expect(Object.keys(words.doubt).toSorted()).toEqual(fieldDoubts.toSorted());
  });

  it('has words for all that speaks for a value, and says what each means', () => {
    expect(Object.keys(reviewWords.evidence)).toEqual([...reviewEvidence]);
    expect(Object.keys(reviewWords.evidenceMeaning)).toEqual([...reviewEvidence]);
  });

  it('has words for everything the review can say and ask for', () => {
    expect(Object.keys(words.reason)).toEqual(expect.arrayContaining([...rejectionCodes]));
    expect(Object.keys(words.document)).toEqual([...documentKinds]);
    expect(Object.keys(words.group)).toEqual([...reasonGroups]);
    expect(Object.keys(words.reviewState)).toEqual([...reviewStates]);
    expect(Object.keys(words.field)).toEqual(expect.arrayContaining([...claimFieldNames, ...actFieldNames]));
    expect(Object.keys(reviewWords.command).toSorted()).toEqual(reviewCommands.toSorted());
  });
});

it('has words for every cause and value that a rule gives with a finding', () => {
  const source = [
    'adjudication/domain/identify-insured',
    'adjudication/domain/check-dates',
    'adjudication/domain/tariffs/approvals',
    'adjudication/domain/tariffs/ceilings',
    'adjudication/domain/tariffs/one-value',
    'medicines/domain/price-boxes',
  ].map((file) => readFileSync(new URL(`../../../../contexts/${file}.ts`, import.meta.url), 'utf8'));
  const causes = source.flatMap((text) => [...text.matchAll(/cause: '(\w+)'|doubt\('(\w+_UNCERTAIN)'\)/g)]);
  const names = causes.map(([, cause, uncertain]) => cause ?? uncertain);
  expect(names.length).toBeGreaterThan(4);
  expect(Object.keys(french.detailValue)).toEqual(expect.arrayContaining(names));
});

it('has words for every name under which a rule gives details', () => {
  const files = ['adjudication', 'coverage', 'medicines'].flatMap((context) => {
    const folder = new URL(`../../../../contexts/${context}/domain/`, import.meta.url);
    return readdirSync(folder, { recursive: true, encoding: 'utf8' })
      .filter((file) => file.endsWith('.ts'))
      .map((file) => readFileSync(new URL(file, folder), 'utf8'));
  });
  const details = files.flatMap((text) => [...text.matchAll(/\bdetails: \{([^{}]*)\}/g)]);
  const names = details.flatMap(([, inner = '']) => [...inner.matchAll(/(?:^|,)\s*(\w+)\s*(?=[:,]|$)/g)]);
  const found = names.map(([, name]) => name);
  expect(found.length).toBeGreaterThan(20);
  expect(Object.keys(french.detail)).toEqual(expect.arrayContaining(found));
  expect(Object.keys(arabic.detail)).toEqual(expect.arrayContaining(found));
});

describe('the keys of the review', () => {
  it('are each used once', () => {
    const keys = Object.values(shortcuts).map((shortcut) => shortcut.keys);
    expect(new Set(keys).size).toBe(keys.length);
  });

  it('mean neither left nor right, and no letter that another keyboard has elsewhere', () => {
    for (const { keys } of Object.values(shortcuts)) expect(keys).not.toMatch(/left|right|\+[aqwzm]$/);
  });
});
