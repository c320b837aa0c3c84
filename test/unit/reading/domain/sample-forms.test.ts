import { describe, expect, it } from 'vitest';

import { readCareForms } from '../../../../contexts/reading/domain/read-care-forms.ts';
import { randomScan } from '../../../../local/samples/random/random-scan.ts';
import { recognisedPage, type AnswerOptions } from '../../../../local/samples/recognised-page.ts';
import { scoreFields, truthFieldsSchema, type FieldScore } from '../../../support/field-accuracy.ts';
import { documentOfPages } from '../../../support/recognised-document.ts';

const answers: readonly (readonly [string, AnswerOptions])[] = [
  ['ticks as words and cells apart', { ticks: 'words', comb: 'cells' }],
  ['no ticks and cells joined', { ticks: 'omit', comb: 'joined' }],
  ['Arabic kept', { arabic: 'keep', ticks: 'words' }],
];

/** A form without a tick that was read may leave these open, but must not have them wrong. */
function isFault(score: FieldScore): boolean {
  return score.class === 'ticked'
    ? ['silent', 'doubted'].includes(score.outcome)
    : score.outcome !== 'right' || score.isDoubted;
}

describe('the sample forms of every layout, look and scanner', () => {
  it.each(answers)(
    'are read without a fault or a doubt from a perfect answer with %s',
    async (_, options) => {
      for (let seed = 0; seed < 24; seed += 1) {
        const { sample } = await randomScan(seed, { today: '2026-11-21', dpi: 40, quality: 'bad' });
        const pages = sample.truths.map((truth) => recognisedPage(truth, options));
        const { forms } = readCareForms(documentOfPages(pages));
        const truth = sample.truths.find((page) => page.fields !== undefined);
        const faults = scoreFields(truthFieldsSchema.parse(truth?.fields), forms[0]).filter(isFault);
        expect.soft(faults, `seed ${seed}`).toEqual([]);
        expect.soft(forms, `seed ${seed}`).toHaveLength(1);
      }
    },
  );
});
