import { DrawingPageCounter } from '../../contexts/pages/imaging/page-counter.ts';
import { TurnedScanUprighter } from '../../contexts/pages/imaging/scan-uprighter.ts';
import {
  examineScan,
  type ExaminedScan,
  type ExamineScanDependencies,
} from '../../contexts/intake/use-cases/examine-scan.ts';
import { mediaTypeOf, type MediaType } from '../../contexts/intake/domain/media-type.ts';
import { countingLimits } from '../../contexts/pages/domain/drawing-limits.ts';
import type { QuarantineReason } from '../../contexts/claims/domain/quarantine-reason.ts';
import { judge } from './judges.ts';

const LOOK_SECONDS = 30;
/** As on a stage, but for the pages, so that long documents are counted as well, and for the time: machines are busy. */
const intake: ExamineScanDependencies = {
  maxFileBytes: 500 * 1024 * 1024,
  maxPages: 3000,
  pageCounter: new DrawingPageCounter({ ...countingLimits, pageSeconds: LOOK_SECONDS }),
  uprighter: new TurnedScanUprighter(LOOK_SECONDS),
};

/** What we do not take on purpose, however sound the file is. */
const BY_RULE: ReadonlySet<QuarantineReason> = new Set([
  'EMPTY',
  'TOO_LARGE',
  'ENCRYPTED',
  'XFA_FORM',
  'TOO_MANY_PAGES',
  'PAGE_TOO_LARGE',
  'IMAGE_FORMAT_NOT_ACCEPTED',
]);

export type Comparison =
  /** Taken by all, with the same pages. */
  | 'agreed'
  /** Not taken by us, nor by both of the others. */
  | 'refused'
  /** Not taken for a reason that the others do not know. */
  | 'refused by rule'
  /** Not taken by us, and taken by both others with the same pages: perhaps a sound file. */
  | 'refused, read by both'
  /** Taken by us, and not by one of the others. */
  | 'accepted, not read by both'
  /** Taken by all, with other pages. */
  | 'accepted, other pages';

export interface ComparedFile {
  readonly name: string;
  readonly mediaType: MediaType;
  readonly comparison: Comparison;
  /** Pages by us, or our reason; pages by each of the others. */
  readonly said: readonly [number | QuarantineReason, number | undefined, number | undefined];
}

/** @returns undefined where the file is none that intake takes, by its first bytes */
export async function compareFile(name: string, bytes: Uint8Array): Promise<ComparedFile | undefined> {
  const mediaType = mediaTypeOf(bytes);
  if (mediaType === undefined) return undefined;
  const examined = await examineScan(bytes, intake);
  const judged = await judge(bytes, mediaType);
  const ours = examined.accepted ? examined.pageCount : examined.reason;
  return { name, mediaType, comparison: comparisonOf(examined, judged), said: [ours, ...judged] };
}

export function comparisonOf(
  examined: ExaminedScan,
  [first, second]: readonly [number | undefined, number | undefined],
): Comparison {
  const areBoth = first !== undefined && second !== undefined && first > 0;
  if (!examined.accepted) {
    if (BY_RULE.has(examined.reason)) return 'refused by rule';
    return areBoth && first === second ? 'refused, read by both' : 'refused';
  }
  if (!areBoth) return 'accepted, not read by both';
  const isSame = first === examined.pageCount && second === examined.pageCount;
  return isSame ? 'agreed' : 'accepted, other pages';
}
