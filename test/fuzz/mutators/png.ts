import { crc32 } from 'node:zlib';
import type { Random } from '../../../local/samples/random.ts';
import type { Mutator } from '../target.ts';
import { concat } from './bytes.ts';

const SIGNATURE_BYTES = 8;
const TYPES = [
  'IHDR',
  'IDAT',
  'IEND',
  'PLTE',
  'tRNS',
  'acTL',
  'fcTL',
  'tEXt',
  'iCCP',
  'eXIf',
  'pHYs',
  '\0\0\0\0',
] as const;
const SIDES = [0, 1, 8, 9999, 10_000, 10_001, 65_536, 2_147_483_647, 4_294_967_295] as const;

interface Chunk {
  type: string;
  data: Buffer;
  /** By default what the data come to. */
  length?: number;
  isChecksumWrong?: boolean;
}

function chunksOf(bytes: Uint8Array): Chunk[] {
  const buffer = Buffer.from(bytes);
  const chunks: Chunk[] = [];
  for (let at = SIGNATURE_BYTES; at + 12 <= buffer.length;) {
    const length = Math.min(buffer.readUInt32BE(at), buffer.length - at - 12);
    const data = buffer.subarray(at + 8, at + 8 + length);
    chunks.push({ type: buffer.toString('latin1', at + 4, at + 8), data });
    at += 12 + length;
  }
  return chunks;
}

function bytesOf({ type, data, length = data.length, isChecksumWrong = false }: Chunk): Uint8Array {
  const body = Buffer.concat([Buffer.from(type, 'latin1'), data]);
  const frame = Buffer.alloc(8);
  frame.writeUInt32BE(length, 0);
  frame.writeUInt32BE((crc32(body) + (isChecksumWrong ? 1 : 0)) % 2 ** 32, 4);
  return concat(frame.subarray(0, 4), body, frame.subarray(4));
}

type ChunksChange = (chunks: Chunk[], random: Random, others: readonly Chunk[]) => void;

const anyIndex = (chunks: readonly Chunk[], random: Random): number =>
  random.whole(0, Math.max(0, chunks.length - 1));

function inChunk(change: (chunk: Chunk, random: Random) => void, type?: string): ChunksChange {
  return (chunks, random) => {
    const fitting = chunks.filter((chunk) => type === undefined || chunk.type === type);
    const chunk = fitting[random.whole(0, fitting.length - 1)];
    if (chunk !== undefined) change(chunk, random);
  };
}

/** Writes into a copy of the header, where it is whole. */
function inHeader(change: (data: Buffer, random: Random) => void): ChunksChange {
  return inChunk((chunk, random) => {
    if (chunk.data.length < 13) return;
    chunk.data = Buffer.from(chunk.data);
    change(chunk.data, random);
  }, 'IHDR');
}

const changes: readonly ChunksChange[] = [
  (chunks, random) => {
    chunks.splice(anyIndex(chunks, random), 1);
  },
  (chunks, random) => {
    const at = anyIndex(chunks, random);
    const times = random.whole(1, random.whole(1, 30) === 1 ? 3000 : 2);
    chunks.splice(
      at,
      0,
      ...Array.from({ length: times }, () => ({
        ...(chunks[at] ?? { type: 'IDAT', data: Buffer.alloc(0) }),
      })),
    );
  },
  (chunks, random) => {
    const [moved] = chunks.splice(anyIndex(chunks, random), 1);
    if (moved !== undefined) chunks.splice(anyIndex(chunks, random), 0, moved);
  },
  (chunks, random, others) => {
    const taken = others[anyIndex(others, random)];
    if (taken !== undefined) chunks.splice(anyIndex(chunks, random), 0, { ...taken });
  },
  inChunk((chunk, random) => {
    chunk.type = random.pick(TYPES);
  }),
  inChunk((chunk, random) => {
    chunk.data = chunk.data.subarray(0, random.whole(0, chunk.data.length));
  }),
  inChunk((chunk, random) => {
    chunk.length = random.pick([0, 1, 12, 13, 14, 65_536, 2_147_483_647, 4_294_967_295]);
  }),
  inChunk((chunk) => {
    chunk.isChecksumWrong = true;
  }),
  inHeader((data, random) => data.writeUInt32BE(random.pick(SIDES), 0)),
  inHeader((data, random) => data.writeUInt32BE(random.pick(SIDES), 4)),
  inHeader((data, random) => data.writeUInt8(random.pick([0, 1, 2, 4, 8, 16, 32, 255]), 8)),
  inHeader((data, random) => data.writeUInt8(random.whole(0, 7), 9)),
  inHeader((data, random) => data.writeUInt8(random.whole(0, 2), random.whole(10, 12))),
];

/** Changes to chunks; their checksums are made right again. */
export const pngMutators: readonly Mutator[] = changes.map((change): Mutator => (bytes, random, other) => {
  const chunks = chunksOf(bytes);
  change(chunks, random, chunksOf(other));
  return concat(bytes.subarray(0, SIGNATURE_BYTES), ...chunks.map(bytesOf));
});
