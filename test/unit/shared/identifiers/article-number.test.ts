import { expect, it } from 'vitest';
import { normaliseArticleNumber } from '#shared';

it.each([
  ['6118000010050', '6118000010050'],
  ['6 118000 010050', '6118000010050'],
  ['06118000010050', '6118000010050'],
])('reads the article number of %s', (text, expected) => {
  expect(normaliseArticleNumber(text)).toBe(expected);
});

it.each([
  ['a wrong check digit', '6118000010051'],
  ['two digits that changed places', '6118000100050'],
  ['twelve digits', '611800001005'],
  ['a GTIN of a carton', '16118000010057'],
  ['a number that a spreadsheet turned into a power of ten', '6.118E12'],
  ['nothing', ''],
])('takes %s for no article number', (_, text) => {
  expect(normaliseArticleNumber(text)).toBeUndefined();
});
