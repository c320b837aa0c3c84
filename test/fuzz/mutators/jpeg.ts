import type { Random } from '../../../local/samples/random.ts';
import type { Mutator } from '../target.ts';
import { concat } from './bytes.ts';

const FRAMES = new Set([0xc0, 0xc1, 0xc2]);
const MARKERS = [
  ...[0x01, 0xc0, 0xc1, 0xc2, 0xc3, 0xc4, 0xc9, 0xcc, 0xd0, 0xd7, 0xd8, 0xd9, 0xda, 0xdb, 0xdd, 0xe0, 0xe1],
  ...[0xee, 0xfe, 0xff, 0x00, 0xf7, 0xbf],
] as const;
const SIDES = [0, 1, 7, 8, 9, 9999, 10_000, 10_001, 32_768, 65_535] as const;

/** A marker with what stands up to the next one. */
type Segment = Buffer;

/** Cuts at each marker that a decoder would see as one. */
function segmentsOf(bytes: Uint8Array): Segment[] {
  const segments: Segment[] = [];
  let start = 0;
  for (let at = bytes.indexOf(0xff, 1); at >= 0; at = bytes.indexOf(0xff, at + 1)) {
    const marker = bytes[at + 1] ?? 0;
    if (marker === 0 || marker === 0xff) continue;
    segments.push(Buffer.from(bytes.subarray(start, at)));
    start = at;
    const isInScan = marker >= 0xd0 && marker <= 0xd9;
    const length = isInScan ? 0 : ((bytes[at + 2] ?? 0) << 8) + (bytes[at + 3] ?? 0);
    // What a segment holds is no place for markers.
    at = Math.max(at, Math.min(bytes.byteLength, at + 1 + length));
  }
  segments.push(Buffer.from(bytes.subarray(start)));
  return segments;
}

type SegmentsChange = (segments: Segment[], random: Random, others: readonly Segment[]) => void;

const anyIndex = (segments: readonly Segment[], random: Random): number =>
  random.whole(0, Math.max(0, segments.length - 1));

const dropSegment: SegmentsChange = (segments, random) => {
  segments.splice(anyIndex(segments, random), 1);
};

const repeatSegment: SegmentsChange = (segments, random) => {
  const at = anyIndex(segments, random);
  const times = random.whole(1, random.whole(1, 30) === 1 ? 3000 : 2);
  segments.splice(at, 0, ...Array.from({ length: times }, () => Buffer.from(segments[at] ?? [])));
};

const swapSegments: SegmentsChange = (segments, random) => {
  const one = anyIndex(segments, random);
  const other = anyIndex(segments, random);
  [segments[one], segments[other]] = [segments[other] ?? Buffer.alloc(0), segments[one] ?? Buffer.alloc(0)];
};

const takeSegment: SegmentsChange = (segments, random, others) => {
  segments.splice(anyIndex(segments, random), 0, Buffer.from(others[anyIndex(others, random)] ?? []));
};

const cutSegment: SegmentsChange = (segments, random) => {
  const at = anyIndex(segments, random);
  const segment = segments[at] ?? Buffer.alloc(0);
  segments[at] = segment.subarray(0, random.whole(0, segment.length));
};

/** Changes within a segment that is long enough. */
function inSegment(
  fits: (segment: Segment) => boolean,
  change: (segment: Segment, random: Random) => void,
): SegmentsChange {
  return (segments, random) => {
    const fitting = segments.filter(fits);
    const segment = fitting[random.whole(0, fitting.length - 1)];
    if (segment !== undefined) change(segment, random);
  };
}

const isFrame = (segment: Segment): boolean => segment.length >= 12 && FRAMES.has(segment[1] ?? 0);

const changes: readonly SegmentsChange[] = [
  dropSegment,
  repeatSegment,
  swapSegments,
  takeSegment,
  cutSegment,
  inSegment(
    ({ length }) => length >= 4,
    (segment, random) =>
      segment.writeUInt16BE(random.pick([0, 1, 2, 3, 8, 17, 255, segment.length, 65_535]), 2),
  ),
  inSegment(
    ({ length }) => length >= 2,
    (segment, random) => segment.writeUInt8(random.pick(MARKERS), 1),
  ),
  inSegment(isFrame, (segment, random) => segment.writeUInt16BE(random.pick(SIDES), 5)),
  inSegment(isFrame, (segment, random) => segment.writeUInt16BE(random.pick(SIDES), 7)),
  inSegment(isFrame, (segment, random) => segment.writeUInt8(random.pick([0, 8, 12, 16]), 4)),
  inSegment(isFrame, (segment, random) => segment.writeUInt8(random.pick([0, 1, 2, 3, 4, 255]), 9)),
  inSegment(isFrame, (segment, random) =>
    segment.writeUInt8(random.pick([0x00, 0x11, 0x22, 0x44, 0x15, 0x51, 0xff]), 11),
  ),
  (segments, random) => {
    const interval = Buffer.from([0xff, 0xdd, 0, 4, 0, random.pick([0, 1, 2, 255])]);
    segments.splice(anyIndex(segments, random), 0, interval);
  },
  (segments, random) => {
    const garbage = random.pick([[0xff, 0xff, 0xff], [0, 0, 0, 0], [0xff, 0x00], [0x12, 0x34], [0xff]]);
    segments.splice(anyIndex(segments, random), 0, Buffer.from(garbage));
  },
];

/** Changes to segments. */
export const jpegMutators: readonly Mutator[] = changes.map((change): Mutator => (bytes, random, other) => {
  const segments = segmentsOf(bytes);
  change(segments, random, segmentsOf(other));
  return concat(...segments);
});
