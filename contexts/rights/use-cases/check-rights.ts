import pMap from 'p-map';
import { layOutCampaign, type LayOutCampaignDependencies } from '#messaging';
import type { LineOutcome, RegistrationStore } from '#registration';
import type { PersonFile, ReferenceFacts, ReferenceReader, RegistryReader, RegistryScan } from '#registry';
import { type Clock, dayInMorocco } from '#shared';
import type { CheckRights } from '../records/work-messages.ts';
import { checkRight } from '../domain/check-right.ts';
import {
  addCounts,
  movedOn,
  type PlannedClosing,
  type RightsPage,
  type RightsRun,
  type RightsSegment,
} from '../domain/rights-run.ts';
import type { RightsQueue, RightsReports, RightsStore } from '../ports.ts';

export interface CheckRightsDependencies extends LayOutCampaignDependencies {
  readonly rights: RightsStore;
  readonly scan: RegistryScan;
  readonly registry: Pick<RegistryReader, 'findPersonFile'>;
  readonly references: ReferenceReader;
  readonly registration: Pick<RegistrationStore, 'changeCoverage'>;
  readonly queue: RightsQueue;
  readonly reports: RightsReports;
  readonly clock: Clock;
  /** Parts of the registry that are processed side by side. */
  readonly segmentCount: number;
  /** How long one message may work before it hands over to the next. */
  readonly budgetMilliseconds: number;
}

export interface CheckRightsOutcome {
  readonly outcome:
    | 'started'
    /** Another run is under way; when it is done this one may be asked for again. */
    | 'another-run'
    /** Its time was up: the next message goes on. */
    | 'handed-over'
    /** Another copy of this message is ahead, and goes on. */
    | 'overtaken'
    | 'segment-done'
    | 'run-done';
  readonly runId: string;
  /** People that were looked at and counted by this message. */
  readonly people: number;
  readonly closed: number;
}

const READS_AT_ONCE = 10;

/** Referrals that a report names; the counts have them all. */
const REFERRALS_IN_REPORT = 10_000;

/**
 * Checks whether people keep their right to Tadamon or Achamil: the whole registry, page by page, in parts side by side. Killed
 * anywhere, delivered twice or late, it gives the same closings and counts: what a page finds is written down before anything
 * is closed, each closing knows whether it was made, and a page is counted by moving its segment on, once.
 */
export async function checkRights(
  message: CheckRights,
  dependencies: CheckRightsDependencies,
): Promise<CheckRightsOutcome> {
  if (message.kind === 'start') return start(message, dependencies);
  const run = await dependencies.rights.find(message.runId);
  if (run === undefined) throw new Error('The check of rights to go on with is not in the registry table');
  return checkSegment(run, message.segment, dependencies);
}

async function start(
  { requestedBy, runId: wantedId }: Extract<CheckRights, { kind: 'start' }>,
  { rights, queue, clock, segmentCount }: CheckRightsDependencies,
): Promise<CheckRightsOutcome> {
  const now = clock();
  const startedAt = now.toISOString();
  const asOf = dayInMorocco(now);
  const runId = wantedId ?? `${asOf}-${requestedBy}`;
  const run: RightsRun = { runId, requestedBy, asOf, startedAt, segmentCount, state: 'RUNNING' };
  if ((await rights.start(run)) === 'refused') return { outcome: 'another-run', runId, people: 0, closed: 0 };
  // Asked again, the segments of the run as it was started: the stage may have another number of them by now.
  const started = (await rights.find(runId)) ?? run;
  for (let segment = 0; segment < started.segmentCount; segment += 1)
    await queue.checkSegment(runId, segment);
  return { outcome: 'started', runId, people: 0, closed: 0 };
}

async function checkSegment(
  run: RightsRun,
  number: number,
  dependencies: CheckRightsDependencies,
): Promise<CheckRightsOutcome> {
  const { rights, queue, clock, budgetMilliseconds } = dependencies;
  const { runId } = run;
  const until = clock().getTime() + budgetMilliseconds;
  let people = 0;
  let closed = 0;
  let segment = await rights.findSegment(runId, number);
  if (segment === undefined) throw new Error(`The check of rights ${runId} has no segment ${number}`);
  while (segment.state === 'RUNNING') {
    const done = await workOnPage(run, segment, dependencies);
    if ((await rights.commitPage(segment, done)) === 'refused')
      return { outcome: 'overtaken', runId, people, closed };
    people += done.people;
    closed += done.closings.length - done.changedMeanwhile.length;
    segment = movedOn(segment, done);
    if (segment.state === 'RUNNING' && clock().getTime() >= until) {
      await queue.checkSegment(runId, number);
      return { outcome: 'handed-over', runId, people, closed };
    }
  }
  const isRunDone = await finishIfDone(run, dependencies);
  return { outcome: isRunDone ? 'run-done' : 'segment-done', runId, people, closed };
}

/** Follows the plan of a page: the one that was written first, whoever wrote it. */
async function workOnPage(
  run: RightsRun,
  segment: RightsSegment,
  dependencies: CheckRightsDependencies,
): Promise<RightsPage> {
  const { rights, registration } = dependencies;
  const known = await rights.findPage(run.runId, segment.segment, segment.pagesDone + 1);
  const plan = known ?? (await rights.planPage(await planOf(run, segment, dependencies)));
  const changedMeanwhile: string[] = [];
  for (const { coverage, to, reason } of plan.closings) {
    const { registrationNumber } = coverage;
    const result = await registration.changeCoverage({
      registrationNumber,
      close: { coverage, to, because: reason },
    });
    if (result === 'refused') changedMeanwhile.push(registrationNumber);
  }
  return { ...plan, changedMeanwhile };
}

async function planOf(
  { runId, asOf, segmentCount }: RightsRun,
  { segment, cursor, pagesDone }: RightsSegment,
  { scan, registry, references }: CheckRightsDependencies,
): Promise<RightsPage> {
  const { people, nextCursor } = await scan.readPage({ segment, segmentCount }, cursor);
  const known = await references.findReferences(people.flatMap(({ person }) => person.cin ?? []));
  const findings = await pMap(
    people,
    async (file) => {
      const { registrationNumber } = file.person;
      const seen = checkRight(file, referenceOf(file, known), asOf);
      if (seen.kind === 'none' || seen.kind === 'kept') return { registrationNumber, finding: seen };
      // A scan may be a moment behind: who would lose a right is read anew.
      const now = await registry.findPersonFile(registrationNumber);
      const finding = now === undefined ? seen : checkRight(now, referenceOf(now, known), asOf);
      return { registrationNumber, finding };
    },
    { concurrency: READS_AT_ONCE },
  );
  return {
    runId,
    segment,
    page: pagesDone + 1,
    nextCursor,
    people: people.length,
    held: findings.filter(({ finding }) => finding.kind !== 'none').length,
    referred: findings.flatMap(({ registrationNumber, finding }) =>
      finding.kind === 'referral' ? [{ registrationNumber, reason: finding.reason }] : [],
    ),
    closings: findings.flatMap(({ finding }) => (finding.kind === 'closing' ? [finding.closing] : [])),
    changedMeanwhile: [],
  };
}

function referenceOf(
  { person }: PersonFile,
  known: ReadonlyMap<string, ReferenceFacts>,
): ReferenceFacts | undefined {
  return person.cin === undefined ? undefined : known.get(person.cin);
}

/** When the last segment is done: tells the people, writes the report, and ends the run. Each of it may be repeated. */
async function finishIfDone(run: RightsRun, dependencies: CheckRightsDependencies): Promise<boolean> {
  const { rights, reports } = dependencies;
  const { runId } = run;
  const segments = await rights.findSegments(runId);
  if (segments.length < run.segmentCount || segments.some(({ state }) => state !== 'DONE')) return false;
  if ((await rights.find(runId))?.state === 'DONE') return true;
  const counts = addCounts(...segments.map((segment) => segment.counts));
  const campaign = { listId: runId, source: 'rights', openedAt: run.startedAt } as const;
  const { messages, letters } = await layOutCampaign(
    campaign,
    announcedOutcomes(rights.pages(runId)),
    dependencies,
  );
  const referrals = await referralsOf(rights.pages(runId));
  await reports.write(runId, { ...run, state: 'DONE', counts, messages, letters, referrals });
  await rights.finish(run, { counts, toldCount: messages + letters });
  return true;
}

/** The notifications, as lines of a list: numbered in the order of the pages, which never changes. */
async function* announcedOutcomes(pages: AsyncIterable<RightsPage>): AsyncGenerator<readonly LineOutcome[]> {
  let line = 0;
  for await (const { closings, changedMeanwhile } of pages) {
    const told: LineOutcome[] = [];
    for (const closing of closings) {
      if (changedMeanwhile.includes(closing.coverage.registrationNumber)) continue;
      line += 1;
      told.push(outcomeOf(closing, line));
    }
    yield told;
  }
}

function outcomeOf({ coverage, reason, otherCover, tell }: PlannedClosing, line: number): LineOutcome {
  const { registrationNumber, scheme } = coverage;
  return {
    line,
    reference: registrationNumber,
    code: 'COVERAGE_CLOSED',
    reasons: [],
    warnings: [],
    registrationNumber,
    otherCover,
    duplicateOfLine: null,
    scheme,
    rightFrom: null,
    tell: tell && { kind: 'coverage-closed', ...tell, reason },
  };
}

async function referralsOf(pages: AsyncIterable<RightsPage>): Promise<RightsPage['referred']> {
  const referrals: RightsPage['referred'] = [];
  for await (const { referred } of pages) {
    referrals.push(...referred.slice(0, REFERRALS_IN_REPORT - referrals.length));
    if (referrals.length === REFERRALS_IN_REPORT) break;
  }
  return referrals;
}
