import { describe, expect, it } from 'vitest';
import { evidenceToShow } from '../../../../web/src/review/fields/evidence-to-show.ts';

describe('what is said of a value', () => {
  it('is everything, in its order', () => {
    expect(evidenceToShow(['REGISTRY', 'BARCODE', 'LABEL'])).toEqual(['REGISTRY', 'BARCODE', 'LABEL']);
    expect(evidenceToShow([])).toEqual([]);
  });

  it('is its place only where nothing else speaks for it', () => {
    expect(evidenceToShow(['SUM', 'PLACE'])).toEqual(['SUM']);
    expect(evidenceToShow(['PLACE'])).toEqual(['PLACE']);
  });
});
