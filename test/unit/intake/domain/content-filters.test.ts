import { deflateSync } from 'node:zlib';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { contentFilterOf } from '../../../../contexts/intake/domain/pdf/content-filters.ts';

const MOST_BYTES = 1024 * 1024;

function undone(name: string, packed: Uint8Array, mostBytes = MOST_BYTES): string {
  const undo = contentFilterOf(name);
  if (undo === undefined) throw new Error(`No filter ${name}`);
  return Buffer.from(undo(packed, mostBytes)).toString('latin1');
}
const bytesOf = (text: string): Buffer => Buffer.from(text, 'latin1');

/** Whole numbers of as many bits as the table needs, one code early. */
function lzw(content: Uint8Array): Uint8Array {
  let bits = '100000000';
  let table = new Map<string, number>();
  const sizeOf = (): number => 258 + table.size;
  const codeOf = (word: string): number => table.get(word) ?? word.charCodeAt(0);
  const width = (): number => Math.min(12, (sizeOf() + 1 - 1).toString(2).length);
  const write = (code: number, length: number): void => {
    bits += code.toString(2).padStart(length, '0');
  };
  let word = '';
  let length = 9;
  for (const character of Buffer.from(content).toString('latin1')) {
    const longer = word + character;
    if (longer.length === 1 || table.has(longer)) word = longer;
    else {
      write(codeOf(word), length);
      table.set(longer, sizeOf());
      length = Math.max(9, width());
      if (sizeOf() === 4095) {
        write(256, length);
        table = new Map();
        length = 9;
      }
      word = character;
    }
  }
  if (word !== '') write(codeOf(word), length);
  return Uint8Array.from(bits.match(/.{1,8}/g) ?? [], (eight) => Number.parseInt(eight.padEnd(8, '0'), 2));
}

describe('a packing of contents', () => {
  it('is undone: LZW, over several tables', () => {
    const content = Array.from({ length: 30_000 }, (_, index) => `${(index * 7919) % 1009} `).join('');
    expect(undone('LZWDecode', lzw(bytesOf(content)))).toBe(content);
    expect(undone('LZW', lzw(bytesOf('a'.repeat(5_000))))).toBe('a'.repeat(5_000));
  });

  it('is undone: base 85, whatever the length', () => {
    expect(undone('ASCII85Decode', bytesOf('87cURD_*#4DfTZ)~>'))).toBe('Hello, World');
    expect(undone('A85', bytesOf('87cUR\nD_*#4 DfTZ)+T~>'))).toBe('Hello, World!');
    expect(undone('A85', bytesOf('zz'))).toBe('\0'.repeat(8));
  });

  it('is undone: hexadecimal, with blanks, and half a byte at the end', () => {
    expect(undone('AHx', bytesOf('2f 46\n20446F7>99'))).toBe('/F Dop');
  });

  it('is undone: runs', () => {
    expect(undone('RL', bytesOf('\x02abc\xfdx\x80yyy'))).toBe('abcxxxx');
  });

  it('of any kind meets any bytes with what it unfolds to or a refusal', () => {
    const names = ['FlateDecode', 'LZWDecode', 'ASCII85Decode', 'ASCIIHexDecode', 'RunLengthDecode'];
    fc.assert(
      fc.property(fc.constantFrom(...names), fc.uint8Array({ maxLength: 300 }), (name, packed) => {
        expect(undone(name, packed).length).toBeLessThanOrEqual(MOST_BYTES);
      }),
    );
  });

  it.each([
    ['FlateDecode', deflateSync(Buffer.alloc(2000))],
    ['LZWDecode', lzw(Buffer.alloc(2000))],
    ['ASCII85Decode', bytesOf('z'.repeat(500))],
    ['ASCIIHexDecode', bytesOf('00'.repeat(2000))],
    ['RunLengthDecode', bytesOf('\x81a'.repeat(20))],
  ])('is undone as far as there is room: %s', (name, packed) => {
    expect(() => undone(name, packed, 1000)).toThrow('TOO_COMPLEX');
  });
});
