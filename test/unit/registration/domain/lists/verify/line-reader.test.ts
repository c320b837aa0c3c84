import { describe, expect, it } from 'vitest';
import { lineReaderFor } from '../../../../../../contexts/registration/domain/lists/verify/line-reader.ts';

const read = lineReaderFor('dgi', { format: 'jsonl', encoding: 'utf-8' });

describe('a line of JSON', () => {
  it.each(['', ' ', 'x', '[]', '"{}"', '{', '{"cin":1}', '{"cin":"A","cin":"B"}'])(
    'is malformed where it is no object of texts: %j',
    (line) => {
      expect(read(line)).toBe('LINE_MALFORMED');
    },
  );

  it('is read with blanks before it', () => {
    const cells = read('  {"cin":"AB123456"}');
    expect(typeof cells === 'string' ? cells : cells('cin')).toBe('AB123456');
  });

  it('costs next to nothing where it is blank: a list may have a hundred thousand of them', () => {
    const before = process.cpuUsage();
    for (let line = 0; line < 500_000; line += 1) read('');
    expect(process.cpuUsage(before).user).toBeLessThan(600_000);
  });
});
