import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { SPARE_CODE_DIGITS, spareFlowId } from '../../../../contexts/portal/domain/spare-code.ts';
import { spendPass } from '../../../../contexts/portal/use-cases/sign-in-pass.ts';
import { MessageRefusedError } from '../../../../contexts/shared/ports/sms-sender.ts';
import { ALSO_INSURED, CIN, INSURED, signInWorld, wrongOf } from '../../../support/sign-in-world.ts';

type World = ReturnType<typeof signInWorld>;

const address = (n: number): string => `41.0.${Math.floor(n / 256)}.${n % 256}`;

/** From many addresses, by someone who knows the number and the CIN. */
async function useUpAll({ begin }: World, times = 30): Promise<void> {
  for (let n = 0; n < times; n += 1) await begin(INSURED, { viewerAddress: address(n), cin: CIN });
}

const spareCodes = ({ texts }: World): readonly string[] =>
  texts.map(({ code }) => code).filter(({ length }) => length === SPARE_CODE_DIGITS);

/** The sign-in of its holder, on a device that nobody knows, for which no code comes. */
async function ownFlow(world: World, cin: string | undefined = CIN): Promise<string> {
  const { flow, outcome } = await world.begin(INSURED, { viewerAddress: '196.200.9.9', cin });
  expect(outcome).toBe('no-room');
  return flow;
}

async function lockedOut(): Promise<{ readonly world: World; readonly spare: string }> {
  const world = signInWorld();
  await useUpAll(world);
  return { world, spare: spareCodes(world).at(-1) ?? '' };
}

describe('someone who knows number and CIN, and asks from many sources', () => {
  it('does not keep out its holder, whose phone got a code for any sign-in', async () => {
    const { world, spare } = await lockedOut();
    expect(await world.answer(INSURED, await ownFlow(world), spare)).toMatchObject({ status: 'signed-in' });
  });

  it('nor where the holder comes hours later, or gives the number alone', async () => {
    const { world, spare } = await lockedOut();
    world.later(12 * 3600);
    await useUpAll(world);
    const { flow } = await world.begin(INSURED, { viewerAddress: '196.200.9.9' });
    expect((await world.answer(INSURED, flow, spareCodes(world).at(-1) ?? '')).status).toBe('signed-in');
    expect((await world.answer(INSURED, flow, spare)).status).toBe('refused');
  });

  it('leaves to the holder the device on which they came in', async () => {
    const { world, spare } = await lockedOut();
    const entered = await world.answer(INSURED, await ownFlow(world), spare);
    const deviceToken = entered.status === 'signed-in' ? entered.deviceToken : '';
    expect((await world.enter(INSURED, { deviceToken })).status).toBe('signed-in');
  });

  it('has the phone get few of them, whatever they ask for', async () => {
    const world = signInWorld();
    for (let hour = 0; hour < 14; hour += 1) {
      await useUpAll(world, 10);
      world.later(3600);
    }
    expect(spareCodes(world)).toHaveLength(2);
  });

  it('has three guesses at it a sign-in', async () => {
    const { world, spare } = await lockedOut();
    const flow = await ownFlow(world);
    const wrong = `${wrongOf(spare.slice(0, 6))}${spare.slice(6)}`;
    expect((await world.answer(INSURED, flow, wrong)).status).toBe('wrong-code');
    expect((await world.answer(INSURED, flow, wrong)).status).toBe('wrong-code');
    expect((await world.answer(INSURED, flow, wrong)).status).toBe('refused');
    expect((await world.answer(INSURED, flow, spare)).status).toBe('refused');
  });

  it('cannot answer in its name, nor use up its tries so that it opens nothing', async () => {
    const { world, spare } = await lockedOut();
    const name = spareFlowId(INSURED);
    for (let n = 0; n < 5; n += 1)
      expect((await world.answer(INSURED, name, n === 4 ? spare : '000000')).status).toBe('refused');
    expect(await spendPass(INSURED, `${name}.${spare}`, world.deps)).toBe(false);
    expect((await world.answer(INSURED, await ownFlow(world), spare)).status).toBe('signed-in');
  });
});

it('the holder is let in on a new device, whatever those who know number and CIN ask for, for days', async () => {
  const attempt = fc.record({
    cin: fc.constantFrom(CIN, CIN, undefined, 'AB1'),
    answers: fc.constantFrom('nothing', 'wrong', 'as the spare'),
    times: fc.integer({ min: 1, max: 6 }),
    after: fc.integer({ min: 0, max: 5 * 3600 }),
  });
  let spareUsed = 0;
  await fc.assert(
    fc.asyncProperty(fc.array(attempt, { maxLength: 40 }), async (attempts) => {
      const world = signInWorld();
      let source = 0;
      for (const { cin, answers, times, after } of attempts) {
        world.later(after);
        for (let n = 0; n < times; n += 1) {
          source += 1;
          const { flow, code } = await world.begin(INSURED, { viewerAddress: address(source), cin });
          const name = answers === 'wrong' ? flow : spareFlowId(INSURED);
          if (answers !== 'nothing') await world.answer(INSURED, name, wrongOf(code));
        }
      }
      const { flow, code } = await world.begin(INSURED, { viewerAddress: '196.200.9.9', cin: CIN });
      if (code?.length !== 6) spareUsed += 1;
      const entered = await world.answer(INSURED, flow, code ?? spareCodes(world).at(-1) ?? '');
      expect(entered.status).toBe('signed-in');
    }),
    { numRuns: 200 },
  );
  expect(spareUsed).toBeGreaterThan(10);
});

describe('a code that opens any sign-in of a number', () => {
  it('is not sent to who knows the number and no CIN, or another one', async () => {
    for (const cin of [undefined, 'AB1']) {
      const world = signInWorld();
      for (let n = 0; n < 30; n += 1) await world.begin(INSURED, { viewerAddress: address(n), cin });
      expect(spareCodes(world)).toEqual([]);
    }
  });

  it('opens one session', async () => {
    const { world, spare } = await lockedOut();
    const [first, second] = [await ownFlow(world), await ownFlow(world)];
    expect((await world.answer(INSURED, first, spare)).status).toBe('signed-in');
    expect((await world.answer(INSURED, second, spare)).status).toBe('wrong-code');
  });

  it('is good again where the pool was too busy', async () => {
    const { world, spare } = await lockedOut();
    const flow = await ownFlow(world);
    world.throttlePool(true);
    expect((await world.answer(INSURED, flow, spare)).status).toBe('throttled');
    world.throttlePool(false);
    expect((await world.answer(INSURED, flow, spare)).status).toBe('signed-in');
  });

  it('opens no sign-in of another number, and none after a day', async () => {
    const { world, spare } = await lockedOut();
    const { flow } = await world.begin(ALSO_INSURED);
    expect((await world.answer(ALSO_INSURED, flow, spare)).status).toBe('wrong-code');
    world.later(86_401);
    const late = await world.begin(INSURED);
    expect((await world.answer(INSURED, late.flow, spare)).status).toBe('wrong-code');
  });

  it('is sent again where it could not be delivered', async () => {
    let isDown = true;
    const texts: string[] = [];
    const world = signInWorld({
      sms: {
        send: (_, text) => {
          if (isDown && /(\d{4} ){3}/.test(text)) return Promise.reject(new MessageRefusedError('down'));
          texts.push(text);
          return Promise.resolve('id');
        },
      },
    });
    await useUpAll(world, 8);
    isDown = false;
    expect((await world.begin(INSURED, { cin: CIN, viewerAddress: address(500) })).outcome).toBe(
      'spare-sent',
    );
    expect(texts.at(-1)).toMatch(/(\d{4} ){3}\d{4}/);
  });
});
