import { describe, expect, it } from 'vitest';

import { doubtCountLike } from '../../../../contexts/reading/domain/acts/count-like.ts';
import { field } from '../../adjudication/domain/claim-builder.ts';

const doubtsOf = (coefficient: number, text: string, letter: string) =>
  doubtCountLike({ ...field(coefficient), text }, letter)?.doubts;

describe('a small coefficient beside a graded letter', () => {
  it.each([
    ['1 beside any of them', 100, '1', 'K'],
    ['2 beside a letter of the laboratory', 200, '2', 'B'],
    ['4 beside a letter of radiology', 400, '4', 'Z'],
  ] as const)('may be a count: %s', (_, value, text, letter) => {
    expect(doubtsOf(value, text, letter)).toEqual(['CONFLICTING_VALUES']);
  });

  it.each([
    ['2 of a nurse', 200, '2', 'AMI'],
    ['2 in one word with its letter', 200, 'Z2', 'Z'],
    ['5', 500, '5', 'Z'],
    ['1 of a consultation', 100, '1', 'CS'],
  ] as const)('is one: %s', (_, value, text, letter) => {
    expect(doubtsOf(value, text, letter)).toEqual([]);
  });
});
