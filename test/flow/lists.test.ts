import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { DynamoCampaignStore } from '../../contexts/messaging/aws/campaign-store.ts';
import { createDocumentClient } from '../../contexts/shared/aws/document-client.ts';
import { DynamoSmsSettingsStore } from '../../contexts/messaging/aws/sms-settings-store.ts';
import type { MilafClient } from '../../contexts/operations/aws/milaf-client.ts';
import type { List } from '../../contexts/registration/domain/lists/list.ts';
import { ramedList } from '../../local/samples/lists/ramed-list.ts';
import { baridList, dgiList } from '../../local/samples/lists/worker-list.ts';
import { connectToTestCloud } from '../support/flow/cloud.ts';
import { massacre } from '../support/flow/kill-workers.ts';
import { disturbList } from '../support/flow/list-disorder.ts';
import {
  answerOf,
  inState,
  lettersOf,
  loadBefore,
  prepareSample,
  registryItems,
  registryTable,
  reportOf,
  submitSample,
  type AnswerRow,
  type PreparedSample,
  type RegistryItem,
} from '../support/flow/lists.ts';
import { Queues } from '../support/flow/queues.ts';
import { until } from '../support/flow/wait.ts';

/** Few have a mobile: thousands of SMS would prove no more than hundreds, and take minutes. */
const DGI = { seed: 31, lines: 5_000, mobileShare: 0.2 } as const;
const KILLINGS = 3;
const names = ['dgi', 'barid', 'ramed'] as const;
type Name = (typeof names)[number];

interface Told {
  readonly sk: string;
  readonly state: unknown;
}

describe(
  'lists of three senders, each message thrice and in disorder, workers killed',
  { timeout: 300_000 },
  () => {
    let client: MilafClient;
    let queues: Queues;
    let settings: DynamoSmsSettingsStore;
    let samples: Readonly<Record<Name, PreparedSample>>;
    const dryRuns = new Map<Name, string>();
    const closed = new Map<Name, List>();
    const answers = new Map<Name, readonly AnswerRow[]>();
    let items: readonly RegistryItem[] = [];
    let killed = 0;

    beforeAll(async () => {
      client = await connectToTestCloud();
      queues = new Queues(client);
      settings = new DynamoSmsSettingsStore(createDocumentClient(), registryTable(client));
      samples = {
        dgi: await prepareSample('dgi-2025', dgiList(DGI), { encoding: 'windows-1256' }),
        barid: await prepareSample(
          'barid-2025',
          baridList({
            seed: 32,
            lines: 600,
            overlapping: { list: DGI, share: 0.2 },
            shape: HEADED_JSON_LINES,
          }),
        ),
        ramed: await prepareSample(
          'ramed-2022',
          ramedList({ seed: 33, households: 2_000, mobileShare: 0.1 }),
          {
            isPacked: true,
          },
        ),
      };
      await queues.bringFailedMessagesBackAfter(15);
      await settings.change({ isPaused: true }, new Date().toISOString());
      for (const name of names) await loadBefore(client, samples[name].list);

      await dryRun('dgi', 'ramed');
      await realRun('dgi', 'ramed');
      // After the list it overlaps: who comes second is registered already.
      await dryRun('barid');
      await realRun('barid');
      await queues.drained(['VerifyRange', 'LinkList', 'RegisterUnit', 'CloseList', 'PrepareMessages']);
      items = await registryItems(client);
    }, 900_000);

    afterAll(async () => {
      await settings.change({ isPaused: false }, new Date().toISOString());
      await queues.bringFailedMessagesBackAfter(60);
    });

    it.each(names)('answers each line of %s as the truth says', (name) => {
      const expected = [...samples[name].list.lines()];
      const rows = answers.get(name) ?? [];
      expect(rows).toHaveLength(expected.length);
      const wrong = expected.flatMap(({ line, expected: truth }, index) => {
        const row = rows[index];
        const isRight =
          row?.line === line &&
          truth.codes.some((code) => code === row.reason) &&
          row.details === [...truth.reasons, ...(truth.lacks ?? [])].join(' ') &&
          row.warnings === truth.warnings.join(' ') &&
          row.otherScheme === (truth.otherCover ?? '') &&
          (row.reason !== 'DUPLICATE' || row.duplicateOfLine === String(truth.duplicateOfLine));
        return isRight ? [] : [{ line, truth, row }];
      });
      expect(wrong).toEqual([]);
    });

    it.each(names)('signs the whole answer to %s', async (name) => {
      const list = closed.get(name)!;
      const { verdict } = await answerOf(client, list);
      expect(verdict).toMatchObject({
        isValid: true,
        answer: { received: samples[name].list.lineCount, answered: samples[name].list.lineCount },
      });
    });

    it.each(names)('counted the same in the dry run of %s', async (name) => {
      const [dry, real] = await Promise.all([
        reportOf(client, dryRuns.get(name)!),
        reportOf(client, closed.get(name)!.listId),
      ]);
      expect({ ...dry, listId: '', isDryRun: false }).toEqual({ ...real, listId: '', isDryRun: false });
    });

    it('gives each new person one number that nobody else has, and no one else any', () => {
      const profiles = items.filter((item) => item.sk === 'PROFILE' && placeOf(item) !== undefined);
      const rows = names.flatMap((name) =>
        rowsWith(name, 'REGISTERED').map(({ line, registrationNumber }) => ({
          pk: `PERSON#${registrationNumber}`,
          place: `${closed.get(name)!.listId}#${line}`,
        })),
      );
      const places = profiles.map((item) => ({ pk: item.pk, place: placeOf(item) }));
      expect(new Set(rows.map(({ pk }) => pk)).size).toBe(rows.length);
      expect(places.toSorted(byPk)).toEqual(rows.toSorted(byPk));
    });

    it('declares each member of a family once, under the head of its household', () => {
      const declared = items.filter(
        (item) => item.sk.startsWith('DEPENDANT#') && placeOf(item) !== undefined,
      );
      const rows = rowsWith('ramed', 'DEPENDANT_REGISTERED');
      expect(declared.map(({ pk }) => pk).toSorted()).toEqual(
        rows.map(({ registrationNumber }) => `PERSON#${registrationNumber}`).toSorted(),
      );
    });

    it.each(names)('refuses %s when it comes again, and applies nothing of it', async (name) => {
      const again = await submitSample(client, samples[name], { isDryRun: false });
      const refused = await inState(client, again, ['REFUSED', 'VERIFYING', 'CLOSED']);
      expect(refused).toMatchObject({ state: 'REFUSED', refusal: 'KNOWN_LIST' });
    });

    it.each(names)('lists letters for those of %s who have no mobile', async (name) => {
      const letters = await lettersOf(client, closed.get(name)!);
      const expected = truthsWith(name, (tellBy) => tellBy === 'letter');
      expect(letters.map((row) => row['registration_number']).toSorted()).toEqual(expected.toSorted());
    });

    it(
      'sends nothing while SMS are paused, and one SMS to each person once they go on',
      { timeout: 300_000 },
      async () => {
        expect(items.filter(({ sk, listId }) => sk.startsWith('MESSAGE#') && isOurs(listId))).toEqual([]);

        await settings.change({ isPaused: false, messagesPerSecond: 1_000 }, new Date().toISOString());
        for (const requestedBy of ['first', 'second', 'third'])
          await queues.send('SendRegistrationSms', { requestedBy });
        const campaigns = new DynamoCampaignStore(createDocumentClient(), registryTable(client));
        await until('all campaigns are done', async () => {
          const ours = (await campaigns.list()).filter(({ listId }) => isOurs(listId));
          return ours.length === names.length && ours.every(({ state }) => state === 'DONE')
            ? true
            : undefined;
        });

        const messages = (await registryItems(client)).filter(
          ({ sk, listId }) => sk.startsWith('MESSAGE#') && isOurs(listId),
        );
        const told = new Map<string, Told[]>();
        for (const { pk, sk, state } of messages) told.set(pk, [...(told.get(pk) ?? []), { sk, state }]);
        const expected = names.flatMap((name) => truthsWith(name, (tellBy) => tellBy !== 'letter'));
        // A head may be told twice: of the registration, and of a child of whom proof is wanted.
        expect(messages.map(({ pk }) => pk).toSorted()).toEqual(
          expected.map((number) => `PERSON#${number}`).toSorted(),
        );
        expect([...told.values()].flat().filter(({ state }) => state !== 'SENT')).toEqual([]);
        expect(
          [...told.values()].filter((all) => new Set(all.map(({ sk }) => sk)).size < all.length),
        ).toEqual([]);
      },
    );

    it('killed workers, and set no message aside', async () => {
      expect(killed).toBeGreaterThan(0);
      expect(await queues.deadLetters()).toEqual({});
    });

    async function dryRun(...which: readonly Name[]): Promise<void> {
      await Promise.all(
        which.map(async (name) => {
          const listId = await submitSample(client, samples[name], { isDryRun: true });
          dryRuns.set(name, listId);
          await inState(client, listId, ['CLOSED']);
        }),
      );
    }

    async function realRun(...which: readonly Name[]): Promise<void> {
      const runs = Promise.all(
        which.map(async (name) => {
          const listId = await submitSample(client, samples[name], { isDryRun: false });
          const list = await disturbList(client, queues, listId);
          closed.set(name, list);
          answers.set(name, (await answerOf(client, list)).rows);
        }),
      );
      const [killedMeanwhile] = await Promise.all([massacre(KILLINGS, 1_500), runs]);
      killed += killedMeanwhile;
    }

    function rowsWith(name: Name, reason: string): readonly AnswerRow[] {
      return (answers.get(name) ?? []).filter((row) => row.reason === reason);
    }

    /** Numbers of those whom the truth wants told in some way. */
    function truthsWith(name: Name, isWanted: (tellBy: string) => boolean): readonly string[] {
      const rows = new Map((answers.get(name) ?? []).map((row) => [row.line, row]));
      return [...samples[name].list.lines()].flatMap(({ line, expected: { tellBy } }) =>
        tellBy === undefined || !isWanted(tellBy) ? [] : [rows.get(line)?.registrationNumber ?? ''],
      );
    }

    function isOurs(listId: unknown): boolean {
      return [...closed.values()].some((list) => list.listId === listId);
    }

    /** The line of one of our lists that a record was registered from. */
    function placeOf({ record }: RegistryItem): string | undefined {
      const { registeredFrom } = record as { registeredFrom?: { listId: string; line: number } };
      return registeredFrom && isOurs(registeredFrom.listId)
        ? `${registeredFrom.listId}#${registeredFrom.line}`
        : undefined;
    }
  },
);

const HEADED_JSON_LINES = { format: 'jsonl', counts: 'header' } as const;
const byPk = (one: { readonly pk: string }, other: { readonly pk: string }): number =>
  one.pk.localeCompare(other.pk);
