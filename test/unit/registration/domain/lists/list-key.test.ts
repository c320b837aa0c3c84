import { describe, expect, it } from 'vitest';
import { kindOfUpload } from '../../../../../contexts/registration/domain/lists/list-key.ts';

describe('what was uploaded to the bucket for lists', () => {
  it.each([
    ['incoming/dgi/cpu.csv', 'list'],
    ['incoming/ramed/all.jsonl.gz', 'list'],
    ['incoming/dgi/cpu.manifest.json', 'manifest'],
    ['incoming/dgi/cpu.xlsx', 'unknown-name'],
    ['incoming/dgi/', 'folder'],
    ['incoming/dgi', 'misplaced'],
    ['incoming/nobody/cpu.csv', 'misplaced'],
    ['incoming/cpu.csv', 'misplaced'],
    ['answers/dgi/cpu.csv', 'misplaced'],
  ])('%s is a %s', (key, kind) => {
    expect(kindOfUpload(key).kind).toBe(kind);
  });
});
