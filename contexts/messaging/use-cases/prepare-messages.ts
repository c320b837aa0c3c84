import { pMapIterable } from 'p-map';
import type { ListClosed } from '#events';
import type { ListStore } from '#registration';
import type { CampaignObjects } from '../ports/campaigns.ts';
import { layOutCampaign, type LayOutCampaignDependencies } from './lay-out-campaign.ts';

/** Units that are read at once: some hundred lines each. */
const UNITS_AT_ONCE = 8;

export interface PrepareMessagesDependencies extends LayOutCampaignDependencies {
  readonly lists: Pick<ListStore, 'find'>;
  readonly campaignObjects: LayOutCampaignDependencies['campaignObjects'] &
    Pick<CampaignObjects, 'readOutcomes'>;
}

export interface PrepareMessagesOutcome {
  readonly outcome: 'dry-run' | 'prepared' | 'already-prepared';
  readonly messages: number;
  readonly letters: number;
}

/** Lays out who is to be notified of a closed list: see `layOutCampaign`. */
export async function prepareMessages(
  event: ListClosed,
  dependencies: PrepareMessagesDependencies,
): Promise<PrepareMessagesOutcome> {
  const { listId, isDryRun, occurredAt: openedAt } = event;
  if (isDryRun) return { outcome: 'dry-run', messages: 0, letters: 0 };
  const list = await dependencies.lists.find(listId);
  if (list === undefined) throw new Error('The list to tell people of is not in the registry table');
  const { campaignObjects } = dependencies;
  const units = pMapIterable(
    unitNumbers(list.unitCount ?? 0),
    (unit) => campaignObjects.readOutcomes(listId, unit),
    { concurrency: UNITS_AT_ONCE },
  );
  return layOutCampaign({ listId, source: list.source, openedAt }, units, dependencies);
}

function* unitNumbers(count: number): Generator<number> {
  for (let unit = 1; unit <= count; unit++) yield unit;
}
