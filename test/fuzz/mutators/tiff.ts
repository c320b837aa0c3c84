import type { Random } from '../../../local/samples/random.ts';
import type { Mutator } from '../target.ts';
import { concat } from './bytes.ts';

const ENTRY_BYTES = 12;
const MAX_DIRECTORIES = 20;
const TAGS = [
  ...[254, 255, 256, 257, 258, 259, 262, 266, 269, 273, 274, 277, 278, 279, 282, 284, 292, 296, 297, 317],
  ...[320, 322, 323, 324, 325, 330, 338, 339, 347, 513, 514, 530, 33723, 34665, 34675, 50706, 65535],
] as const;
const VALUES = [
  ...[0, 1, 2, 3, 4, 5, 6, 7, 8, 16, 32, 34, 255, 256, 2048, 9999, 10_000, 10_001, 32_773, 34_892, 65_535],
  ...[65_536, 16_777_216, 2_147_483_647, 2_147_483_648, 4_294_967_295],
] as const;

/** Reads and writes numbers in the byte order of the file, within it. */
class TiffBytes {
  readonly bytes: Buffer;
  readonly #isLittle: boolean;

  constructor(bytes: Uint8Array) {
    this.bytes = Buffer.from(bytes);
    this.#isLittle = bytes[0] === 0x49;
  }

  get(offset: number, width: 2 | 4): number {
    if (offset < 0 || offset + width > this.bytes.length) return 0;
    return this.#isLittle ? this.bytes.readUIntLE(offset, width) : this.bytes.readUIntBE(offset, width);
  }

  set(offset: number, width: 2 | 4, value: number): void {
    if (offset < 0 || offset + width > this.bytes.length) return;
    const fitting = value % 2 ** (8 * width);
    if (this.#isLittle) this.bytes.writeUIntLE(fitting, offset, width);
    else this.bytes.writeUIntBE(fitting, offset, width);
  }

  /** Where the directories are, as far as they can be followed. */
  directories(): readonly number[] {
    const found: number[] = [];
    for (let next = this.get(4, 4); next !== 0 && !found.includes(next); next = this.nextOf(next)) {
      if (next + 2 > this.bytes.length || found.length === MAX_DIRECTORIES) break;
      found.push(next);
    }
    return found;
  }

  entriesOf(directory: number): number {
    return this.get(directory, 2);
  }

  pointerOf(directory: number): number {
    return directory + 2 + ENTRY_BYTES * this.entriesOf(directory);
  }

  nextOf(directory: number): number {
    return this.get(this.pointerOf(directory), 4);
  }
}

type TiffChange = (tiff: TiffBytes, directory: number, random: Random) => Uint8Array | undefined;

function anyEntry(tiff: TiffBytes, directory: number, random: Random): number {
  return directory + 2 + ENTRY_BYTES * random.whole(0, Math.max(0, tiff.entriesOf(directory) - 1));
}

const changes: readonly TiffChange[] = [
  (tiff, directory, random) => {
    tiff.set(anyEntry(tiff, directory, random), 2, random.pick(TAGS));
    return undefined;
  },
  (tiff, directory, random) => {
    tiff.set(anyEntry(tiff, directory, random) + 2, 2, random.whole(0, 19));
    return undefined;
  },
  (tiff, directory, random) => {
    tiff.set(anyEntry(tiff, directory, random) + 4, 4, random.pick(VALUES));
    return undefined;
  },
  (tiff, directory, random) => {
    const value = random.next() < 0.5 ? random.pick(VALUES) : random.whole(0, tiff.bytes.length);
    tiff.set(anyEntry(tiff, directory, random) + 8, 4, value);
    return undefined;
  },
  (tiff, directory, random) => {
    tiff.set(anyEntry(tiff, directory, random) + 8, 2, random.pick(VALUES));
    return undefined;
  },
  (tiff, directory, random) => {
    const all = tiff.directories();
    const next =
      random.next() < 0.5 ? random.pick([0, 4, 8, directory]) : (all[random.whole(0, all.length - 1)] ?? 0);
    tiff.set(tiff.pointerOf(directory), 4, next);
    return undefined;
  },
  (tiff, directory, random) => {
    tiff.set(directory, 2, random.pick([0, 1, 2, tiff.entriesOf(directory) + 1, 255, 65_535]));
    return undefined;
  },
  // One page more, or a chain of them.
  (tiff, directory, random) => {
    const size = 2 + ENTRY_BYTES * Math.min(64, tiff.entriesOf(directory)) + 4;
    const copy = tiff.bytes.subarray(directory, directory + size);
    const times = random.whole(1, random.whole(1, 20) === 1 ? 500 : 3);
    const start = tiff.bytes.length;
    const after = tiff.nextOf(directory);
    tiff.set(tiff.pointerOf(directory), 4, start);
    const grown = new TiffBytes(concat(tiff.bytes, ...Array.from({ length: times }, () => copy)));
    for (let index = 0; index < times; index++)
      grown.set(
        grown.pointerOf(start + size * index),
        4,
        index + 1 < times ? start + size * (index + 1) : after,
      );
    return grown.bytes;
  },
  (tiff, _, random) => {
    tiff.set(2, 2, random.pick([42, 43, 0, 85]));
    return undefined;
  },
];

/** Changes to entries and to the chain of directories. */
export const tiffMutators: readonly Mutator[] = changes.map((change): Mutator => (bytes, random) => {
  const tiff = new TiffBytes(bytes);
  const directories = tiff.directories();
  const directory = directories[random.whole(0, directories.length - 1)];
  return directory === undefined ? bytes : (change(tiff, directory, random) ?? tiff.bytes);
});
