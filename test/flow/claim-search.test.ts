import { beforeAll, describe, expect, it } from 'vitest';
import { DynamoClaimSearch } from '../../contexts/follow-up/aws/claim-search.ts';
import { DynamoClaimStore } from '../../contexts/review/aws/claim-store.ts';
import { createDocumentClient } from '../../contexts/shared/aws/document-client.ts';
import { DynamoFileStore } from '../../contexts/claims/aws/file-store.ts';
import { DynamoTimelineReader } from '../../contexts/follow-up/aws/timeline-reader.ts';
import { claimOf, decisionOf, fileOf } from '../bench/console/console-claims.ts';
import { connectToTestCloud } from '../support/flow/cloud.ts';
import { createIsolatedResources } from '../support/flow/isolated-resources.ts';

const TODAY = '2026-03-02';
const CLAIMS = 7;
const clock = () => new Date();

let search: DynamoClaimSearch;
let timeline: DynamoTimelineReader;
let files: DynamoFileStore;
const ids: string[] = [];

/** Claims of one person and one day: the first is approved, the others are drafted only. */
beforeAll(async () => {
  await connectToTestCloud();
  const { claimsTable } = await createIsolatedResources();
  const client = createDocumentClient();
  files = new DynamoFileStore(client, claimsTable, clock);
  const claims = new DynamoClaimStore(client, claimsTable, clock);
  search = new DynamoClaimSearch(client, claimsTable);
  timeline = new DynamoTimelineReader(client, claimsTable);
  for (let seed = 0; seed < CLAIMS; seed += 1) {
    // Every 92nd seed is of the same day.
    const file = fileOf(seed * 92, TODAY);
    const { registrationNumber, ...known } = claimOf(seed * 92, TODAY);
    const claim = { ...known, state: 'DRAFTED', version: 1, payment: undefined } as const;
    await files.accept(file);
    await files.draftClaims(file, [claim]);
    ids.push(claim.claimId);
    if (seed === 0) await claims.decide(claim, decisionOf('approved', registrationNumber, TODAY), []);
  }
});

describe('claims are found in the table', () => {
  it('by state and day, page after page, each once', async () => {
    const day = { state: 'DRAFTED', day: TODAY } as const;
    const found: string[] = [];
    let after: string | undefined;
    do {
      const page = await search.listOfDay(day, { limit: 2, after });
      found.push(...page.claims.map(({ claimId }) => claimId));
      after = page.next;
    } while (after !== undefined);

    expect(found.toSorted()).toEqual(ids.slice(1).toSorted());
  });

  it('by channel within the day, also with a place of another channel', async () => {
    const [first] = (await search.listOfDay({ state: 'DRAFTED', day: TODAY }, { limit: 1 })).claims;
    const channelId = first?.channelId ?? '';
    const day = { state: 'DRAFTED', day: TODAY, channelId } as const;

    const page = await search.listOfDay(day, { limit: 10, after: `another-channel#${ids[1] ?? ''}` });

    expect(page.claims.length).toBeGreaterThan(0);
    expect(new Set(page.claims.map((claim) => claim.channelId))).toEqual(new Set([channelId]));
  });

  it('in the list of the new state only, and beneath the insured, once it is decided', async () => {
    const approved = await search.listOfDay({ state: 'APPROVED', day: TODAY }, { limit: 10 });
    expect(approved.claims.map(({ claimId }) => claimId)).toEqual([ids[0]]);

    const number = approved.claims[0]?.registrationNumber ?? '';
    const own = await search.listOfInsured(number, { limit: 10 });
    expect(own.claims.map(({ claimId }) => claimId)).toEqual([ids[0]]);
  });

  it('by the short receipt of an SMS, through their file', async () => {
    const { fileId } = fileOf(0, TODAY);

    expect(await search.filesByShortReceipt(fileId.slice(0, 8), 5)).toEqual([fileId]);
    expect(await search.filesByShortReceipt('00000000', 5)).toEqual([]);
  });

  it('by channel and day of their file, with what became of it', async () => {
    const { fileId, channelId } = fileOf(0, TODAY);

    expect(await files.listByChannelDay(channelId, TODAY)).toContainEqual({ fileId, state: 'ACCEPTED' });
  });

  it('with what happened to their file', async () => {
    const history = await timeline.fileHistory(fileOf(0, TODAY).fileId);

    expect(history?.file.state).toBe('READ');
    expect(history?.events.map(({ type }) => type)).toEqual(['file.accepted.v1']);
  });
});
