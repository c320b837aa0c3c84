import type { PersonFile } from '../../contexts/registry/domain/person-file.ts';
import type { CoverageChange } from '../../contexts/registration/domain/registration.ts';
import {
  movedOn,
  NO_COUNTS,
  type RightsCounts,
  type RightsPage,
  type RightsRun,
  type RightsSegment,
} from '../../contexts/rights/domain/rights-run.ts';
import type { WriteResult } from '../../contexts/shared/ports/write-result.ts';
import type { ChangeResult } from '../../contexts/registration/ports/registration.ts';
import type { ReferenceFacts } from '../../contexts/registry/domain/reference-facts.ts';
import type { ReferenceReader } from '../../contexts/registry/ports/references.ts';
import type { RegistryPage, RegistryScan } from '../../contexts/registry/ports/registry-scan.ts';
import type { RightsStore } from '../../contexts/rights/ports.ts';

/** Checks of rights as the registry table keeps them: with their conditions. */
export class MemoryRightsStore implements RightsStore {
  readonly runs = new Map<string, RightsRun>();
  readonly segments = new Map<string, RightsSegment>();
  readonly pagePlans = new Map<string, RightsPage>();
  current: string | undefined;

  start(run: RightsRun): Promise<WriteResult> {
    if (this.runs.has(run.runId)) return Promise.resolve('known');
    if (this.current !== undefined) return Promise.resolve('refused');
    this.current = run.runId;
    this.runs.set(run.runId, run);
    for (let segment = 0; segment < run.segmentCount; segment += 1) {
      const fresh = { state: 'RUNNING', pagesDone: 0, cursor: null, counts: NO_COUNTS } as const;
      this.segments.set(`${run.runId}/${segment}`, { runId: run.runId, segment, ...fresh });
    }
    return Promise.resolve('applied');
  }

  findCurrent(): Promise<string | undefined> {
    return Promise.resolve(this.current);
  }

  find(runId: string): Promise<RightsRun | undefined> {
    return Promise.resolve(this.runs.get(runId));
  }

  listRecent(): Promise<readonly RightsRun[]> {
    return Promise.resolve([...this.runs.values()]);
  }

  findSegments(runId: string): Promise<readonly RightsSegment[]> {
    return Promise.resolve([...this.segments.values()].filter((segment) => segment.runId === runId));
  }

  findSegment(runId: string, segment: number): Promise<RightsSegment | undefined> {
    return Promise.resolve(this.segments.get(`${runId}/${segment}`));
  }

  planPage(plan: RightsPage): Promise<RightsPage> {
    const key = keyOf(plan);
    if (!this.pagePlans.has(key)) this.pagePlans.set(key, plan);
    return Promise.resolve(this.pagePlans.get(key) ?? plan);
  }

  findPage(runId: string, segment: number, page: number): Promise<RightsPage | undefined> {
    return Promise.resolve(this.pagePlans.get(keyOf({ runId, segment, page })));
  }

  commitPage(segment: RightsSegment, done: RightsPage): Promise<'applied' | 'refused'> {
    const key = `${segment.runId}/${segment.segment}`;
    const now = this.segments.get(key);
    if (now?.state !== 'RUNNING' || now.pagesDone !== segment.pagesDone) return Promise.resolve('refused');
    this.segments.set(key, movedOn(segment, done));
    this.pagePlans.set(keyOf(done), done);
    return Promise.resolve('applied');
  }

  async *pages(runId: string): AsyncGenerator<RightsPage> {
    const ofRun = [...this.pagePlans].filter(([, page]) => page.runId === runId);
    for (const [, page] of ofRun.toSorted(([a], [b]) => (a < b ? -1 : 1))) yield await Promise.resolve(page);
  }

  finish(
    run: RightsRun,
    found: { readonly counts: RightsCounts; readonly toldCount: number },
  ): Promise<WriteResult> {
    if (this.runs.get(run.runId)?.state === 'DONE') return Promise.resolve('known');
    this.runs.set(run.runId, { ...run, ...found, state: 'DONE', finishedAt: run.startedAt });
    this.current = undefined;
    return Promise.resolve('applied');
  }
}

/** A registry of some people, scanned in pages of some size. */
export class ScannedRegistry implements RegistryScan, ReferenceReader {
  readonly files = new Map<string, PersonFile>();
  readonly references = new Map<string, ReferenceFacts>();
  /** Closings that were applied, by registration number. */
  readonly closed = new Map<string, number>();
  readonly #pageSize: number;

  constructor(files: readonly PersonFile[], pageSize: number) {
    for (const file of files) this.files.set(file.person.registrationNumber, file);
    this.#pageSize = pageSize;
  }

  readPage(
    { segment, segmentCount }: { readonly segment: number; readonly segmentCount: number },
    cursor: string | null,
  ): Promise<RegistryPage> {
    const mine = [...this.files.keys()]
      .toSorted()
      .filter((number) => Number(number) % segmentCount === segment);
    const start = cursor === null ? 0 : mine.indexOf(cursor) + 1;
    const numbers = mine.slice(start, start + this.#pageSize);
    return Promise.resolve({
      people: numbers.flatMap((number) => this.files.get(number) ?? []),
      nextCursor: start + this.#pageSize < mine.length ? (numbers.at(-1) ?? null) : null,
    });
  }

  findReferences(cins: readonly string[]): Promise<ReadonlyMap<string, ReferenceFacts>> {
    return Promise.resolve(new Map([...this.references].filter(([cin]) => cins.includes(cin))));
  }

  findPersonFile(registrationNumber: string): Promise<PersonFile | undefined> {
    return Promise.resolve(this.files.get(registrationNumber));
  }

  changeCoverage({ registrationNumber, close }: CoverageChange): Promise<ChangeResult> {
    const file = this.files.get(registrationNumber);
    if (file === undefined || close === undefined) return Promise.resolve('refused');
    const isIt = (coverage: PersonFile['coverages'][number]): boolean =>
      coverage.scheme === close.coverage.scheme && coverage.from === close.coverage.from;
    const now = file.coverages.find(isIt);
    if (now?.to === close.to && now.closedBecause === close.because) return Promise.resolve('known');
    if (now === undefined || now.to !== close.coverage.to) return Promise.resolve('refused');
    const coverages = file.coverages.map((coverage) =>
      isIt(coverage) ? { ...coverage, to: close.to, closedBecause: close.because } : coverage,
    );
    this.files.set(registrationNumber, { ...file, coverages });
    this.closed.set(registrationNumber, (this.closed.get(registrationNumber) ?? 0) + 1);
    return Promise.resolve('applied');
  }
}

const keyOf = ({ runId, segment, page }: Pick<RightsPage, 'runId' | 'segment' | 'page'>): string =>
  `${runId}/${String(segment).padStart(4, '0')}/${String(page).padStart(6, '0')}`;
