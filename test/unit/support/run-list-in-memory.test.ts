import { gzipSync } from 'node:zlib';
import { describe, expect, it } from 'vitest';
import { currentRuleBook } from '../../../contexts/rules/rule-book.ts';
import { verifyAnswer } from '../../../contexts/registration/domain/lists/answer/verify-answer.ts';
import { listObjects } from '../../../contexts/registration/domain/lists/list.ts';
import { MemoryRegistrationStore } from '../../support/memory-registration-store.ts';
import { ListWorld, type Disorder } from '../../support/run-list-in-memory.ts';
import { countedTaxpayers } from '../../support/small-list.ts';

const LINES = 25;

/** The same list, with a line that is broken and one that appears twice, however its messages are treated. */
async function runThrough(disorder: Disorder) {
  const world = new ListWorld({ registrations: new MemoryRegistrationStore(), rules: currentRuleBook() });
  const lines = countedTaxpayers(LINES).split('\n');
  lines[5] = `${lines[5]?.split(';')[0] ?? ''};?`;
  lines[9] = lines[8] ?? '';
  const uploadedAt = new Date('2026-11-21T10:00:00.000Z');
  const listId = world.submit({
    source: 'dgi',
    fileName: 'a.csv.gz',
    content: gzipSync(lines.join('\n')),
    uploadedAt,
  });
  await world.run(disorder);
  return { world, listId, list: await world.lists.find(listId) };
}

describe('a list that goes its whole way in memory', () => {
  it('is closed, with a valid answer of a line for each line', async () => {
    const { world, listId, list } = await runThrough({ seed: 1 });

    expect(list).toMatchObject({ state: 'CLOSED', lineCount: LINES });
    expect(list?.counts).toEqual({ REGISTERED: LINES - 2, DUPLICATE: 1, INVALID: 1 });
    const [csv, manifest, signature] = [
      listObjects.answer('dgi', listId),
      listObjects.answerManifest('dgi', listId),
      listObjects.answerSignature('dgi', listId),
    ].map((key) => world.objects.get(key) ?? new Uint8Array());
    if (csv === undefined || manifest === undefined || signature === undefined) throw new Error('No answer');
    expect(await verifyAnswer(csv, manifest, signature, await world.signer.publicKeyPem())).toMatchObject({
      isValid: true,
      answer: { received: LINES, answered: LINES },
    });
  });

  it.each([1, 2, 3])(
    'gives the same answer when its messages are shuffled, tripled and killed (seed %i)',
    async (seed) => {
      const orderly = await runThrough({ seed: 0 });
      const wild = await runThrough({ seed, copies: 3, workers: 4, killChance: 0.1 });

      const answerOf = ({ world, listId }: typeof orderly): string =>
        Buffer.from(world.objects.get(listObjects.answer('dgi', listId)) ?? []).toString('utf8');
      expect(wild.list?.counts).toEqual(orderly.list?.counts);
      expect(answerOf(wild)).toBe(answerOf(orderly));
      expect(answerOf(wild)).toContain('DUPLICATE');
    },
  );
});
