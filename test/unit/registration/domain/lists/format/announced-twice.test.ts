import { describe, expect, it } from 'vitest';
import { readManifest } from '../../../../../../contexts/registration/domain/lists/format/announcement.ts';
import {
  readCountHeader,
  writeCountHeader,
} from '../../../../../../contexts/registration/domain/lists/format/count-header.ts';

const announced = { version: 1, source: 'dgi', records: 5000, asOf: '2021-11-30' } as const;
const text = JSON.stringify(announced);

describe('what a sender says of a list', () => {
  it('is read where it is said once', () => {
    expect(readManifest(text)).toEqual(announced);
    for (const format of ['csv', 'jsonl'] as const)
      expect(readCountHeader(writeCountHeader(announced, format), format)).toEqual(announced);
  });

  it('is refused where a name is given twice, for nobody knows which of the two is meant', () => {
    expect(readManifest(text.replace('{', '{"records":4000,'))).toMatchObject({
      refusal: 'MANIFEST_INVALID',
    });
    const csv = writeCountHeader(announced, 'csv');
    expect(readCountHeader(`${csv};records=4000`, 'csv')).toBeUndefined();
    const json = writeCountHeader(announced, 'jsonl');
    expect(readCountHeader(json.replace('"records"', '"records":4000,"records"'), 'jsonl')).toBeUndefined();
  });
});
