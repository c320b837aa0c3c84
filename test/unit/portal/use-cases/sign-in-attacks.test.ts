import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { SignInLimits } from '../../../../contexts/portal/domain/sign-in-limits.ts';
import { ALSO_INSURED, CIN, INSURED, UNKNOWN, signInWorld, wrongOf } from '../../../support/sign-in-world.ts';

const address = (n: number): string =>
  `41.${Math.floor(n / 65_536) % 256}.${Math.floor(n / 256) % 256}.${n % 256}`;
const OFTEN = { perMinute: 1000, perHour: 1000, perDay: 1000 };

type World = ReturnType<typeof signInWorld>;

/** The device of someone who has signed in on it. */
async function deviceOf({ enter }: World, number = INSURED): Promise<string> {
  const entered = await enter(number);
  return entered.status === 'signed-in' ? entered.deviceToken : '';
}

/** From many addresses, by someone who knows the number and no more. */
async function useUpCodesOf({ begin }: World, number = INSURED, times = 30): Promise<void> {
  for (let n = 0; n < times; n += 1) await begin(number, { viewerAddress: address(n) });
}

describe('someone who knows a registration number', () => {
  it('cannot keep its holder from signing in on a device they used before', async () => {
    const world = signInWorld();
    const deviceToken = await deviceOf(world);
    await useUpCodesOf(world);
    expect((await world.begin(INSURED, { viewerAddress: address(1000) })).outcome).toBe('no-room');
    expect((await world.enter(INSURED, { deviceToken })).status).toBe('signed-in');
  });

  it('cannot keep its holder from signing in on a new device, with the CIN beside the number', async () => {
    const world = signInWorld();
    await useUpCodesOf(world);
    expect((await world.begin(INSURED, { cin: 'ZZ1' })).outcome).toBe('no-room');
    expect((await world.enter(INSURED, { cin: CIN })).status).toBe('signed-in');
  });

  it('cannot use up what is kept for the CIN without knowing it', async () => {
    const world = signInWorld();
    for (let n = 0; n < 30; n += 1) await world.begin(INSURED, { viewerAddress: address(n), cin: `AB${n}` });
    expect((await world.enter(INSURED, { cin: CIN })).status).toBe('signed-in');
  });

  it('cannot end the sign-in of its holder with wrong codes, nor with further codes', async () => {
    const world = signInWorld();
    const { flow, code = '' } = await world.begin(INSURED);
    for (let n = 0; n < 5; n += 1) {
      const other = await world.begin(INSURED, { viewerAddress: address(n) });
      for (let times = 0; times < 4; times += 1) await world.answer(INSURED, other.flow, wrongOf(other.code));
    }
    expect((await world.answer(INSURED, flow, code)).status).toBe('signed-in');
  });

  it('has three guesses for each code that is sent, and codes are few', async () => {
    const world = signInWorld();
    let guesses = 0;
    for (let n = 0; n < 50; n += 1) {
      const { flow, code } = await world.begin(INSURED, { viewerAddress: address(n) });
      if (code === undefined) continue;
      while ((await world.answer(INSURED, flow, wrongOf(code))).status === 'wrong-code') guesses += 1;
      guesses += 1;
    }
    expect(guesses).toBe(3 * 3);
  });

  it('cannot pass for a device with a token of their own making, nor with that of someone else', async () => {
    const world = signInWorld();
    const own = await deviceOf(world, ALSO_INSURED);
    await useUpCodesOf(world);
    for (const deviceToken of [own, 'x'.repeat(43), '', 'a'.repeat(5000)])
      expect((await world.begin(INSURED, { deviceToken })).outcome).toBe('no-room');
  });

  it('cannot plant a token that they know in the browser of someone else', async () => {
    const world = signInWorld();
    const entered = await world.enter(INSURED, { deviceToken: 'planted' });
    expect(entered).toMatchObject({ status: 'signed-in' });
    expect(entered).not.toMatchObject({ deviceToken: 'planted' });
  });

  it('leaves to a family the device that it shares', async () => {
    const world = signInWorld();
    const deviceToken = await deviceOf(world);
    expect(await world.enter(ALSO_INSURED, { deviceToken })).toMatchObject({ deviceToken });
    await useUpCodesOf(world, INSURED);
    await useUpCodesOf(world, ALSO_INSURED);
    for (const number of [INSURED, ALSO_INSURED])
      expect((await world.enter(number, { deviceToken })).status).toBe('signed-in');
  });

  it('who has the device as well leaves its holder the codes of everybody else', async () => {
    const world = signInWorld();
    const deviceToken = await deviceOf(world);
    for (let n = 0; n < 2; n += 1) await world.begin(INSURED, { deviceToken });
    expect((await world.enter(INSURED, { deviceToken })).status).toBe('signed-in');
  });
});

describe('sign-ins from one source', () => {
  const FEW: Partial<SignInLimits> = {
    startsPerSource: { perMinute: 3, perHour: 3, perDay: 3 },
    startsPerWideSource: { perMinute: 6, perHour: 6, perDay: 6 },
  };
  const statusesOf = async (world: World, addresses: readonly (string | undefined)[]) => {
    const statuses: string[] = [];
    for (const [n, viewerAddress] of addresses.entries())
      statuses.push((await world.start(UNKNOWN[n % 2] ?? '', { viewerAddress })).status);
    return statuses;
  };

  it('are bounded, whatever numbers they are for, and leave other sources as they are', async () => {
    const world = signInWorld({ limits: FEW });
    const [here, there] = ['196.200.1.1', '196.200.1.2'];
    expect(await statusesOf(world, [here, here, here, here, there])).toEqual([
      'started',
      'started',
      'started',
      'throttled',
      'started',
    ]);
  });

  it('are those of a whole /64 of IPv6, and of a /48 that someone has all of', async () => {
    const world = signInWorld({ limits: FEW });
    const inOne64 = ['2001:db8:1:1::1', '2001:db8:1:1:ffff::2', '2001:DB8:1:1::3', '2001:db8:1:1::4'];
    expect((await statusesOf(world, inOne64)).at(-1)).toBe('throttled');
    const inOne48 = [2, 3, 4, 5].map((subnet) => `2001:db8:1:${subnet}::1`);
    expect((await statusesOf(world, inOne48)).at(-1)).toBe('throttled');
    expect(await statusesOf(world, ['2001:db8:2:1::1'])).toEqual(['started']);
  });

  it('are one source where their address cannot be read', async () => {
    const world = signInWorld({ limits: FEW });
    expect(await statusesOf(world, [undefined, 'nonsense', '', undefined])).toEqual([
      'started',
      'started',
      'started',
      'throttled',
    ]);
  });

  it('that someone has used up are still open to who signed in on their device before', async () => {
    const world = signInWorld({ limits: FEW });
    const deviceToken = await deviceOf(world);
    const here = { viewerAddress: '196.200.1.1' };
    for (let n = 0; n < 5; n += 1) await world.start(UNKNOWN[0], here);
    expect((await world.start(INSURED, here)).status).toBe('throttled');
    expect((await world.enter(INSURED, { ...here, deviceToken })).status).toBe('signed-in');
  });
});

describe('all SMS with codes', () => {
  const budget = (perMinute: number) => ({ perMinute, perHour: 1000, perDay: 1000 });
  const budgets = (strangers: number, cin: number, devices: number) => ({
    toStrangers: budget(strangers),
    withCin: budget(cin),
    toKnownDevices: budget(devices),
  });
  const MANY = {
    codesPerNumber: {
      byStrangers: { perHour: 1000, perDay: 1000 },
      withCin: { perHour: 1000, perDay: 1000 },
      perKnownDevice: { perHour: 1000, perDay: 1000 },
      spare: { perHour: 1, perDay: 2 },
    },
    startsPerSource: OFTEN,
    startsPerKnownDevice: OFTEN,
  };

  it('are bounded; then everybody is told so at once, insured or not', async () => {
    const world = signInWorld({
      limits: { ...MANY, codesInAll: budgets(4, 4, 4) },
    });
    for (let n = 0; n < 10; n += 1) await world.begin(INSURED, { viewerAddress: address(n) });
    expect(world.texts).toHaveLength(4);
    for (const number of [INSURED, ALSO_INSURED, UNKNOWN[0]])
      expect(await world.start(number)).toEqual({ status: 'busy' });
    world.later(60);
    expect((await world.start(INSURED)).status).toBe('started');
  });

  it('are not used up by numbers that nobody has', async () => {
    const world = signInWorld({
      limits: { ...MANY, codesInAll: budgets(2, 2, 2) },
    });
    for (let n = 0; n < 10; n += 1) await world.begin(UNKNOWN[n % 2] ?? '');
    expect((await world.enter(INSURED)).status).toBe('signed-in');
  });

  it('that strangers have used up leave those of people who are recognised', async () => {
    const world = signInWorld({
      limits: { ...MANY, codesInAll: budgets(2, 5, 5) },
    });
    const deviceToken = await deviceOf(world);
    await world.begin(ALSO_INSURED);
    expect((await world.start(INSURED)).status).toBe('busy');
    expect((await world.enter(INSURED, { deviceToken })).status).toBe('signed-in');
    expect((await world.enter(INSURED, { cin: CIN })).status).toBe('signed-in');
  });

  it('that someone with a list of numbers and CINs has used up leave those of people on their own devices', async () => {
    const world = signInWorld({ limits: { ...MANY, codesInAll: budgets(2, 2, 2) } });
    const deviceToken = await deviceOf(world);
    for (let n = 0; n < 10; n += 1) await world.begin(INSURED, { viewerAddress: address(n), cin: CIN });
    expect((await world.start(INSURED, { cin: CIN })).status).toBe('busy');
    expect((await world.enter(INSURED, { deviceToken })).status).toBe('signed-in');
  });

  it('stay within every bound, and the holder is let in, whatever strangers ask for in whatever order', async () => {
    const attempt = fc.record({
      number: fc.constantFrom(INSURED, ALSO_INSURED, ...UNKNOWN),
      viewerAddress: fc.option(fc.ipV4().map(String), { nil: undefined }),
      cin: fc.option(fc.constantFrom('AB1', 'Z999999'), { nil: undefined }),
      deviceToken: fc.option(fc.string(), { nil: undefined }),
      guess: fc.boolean(),
      after: fc.integer({ min: 0, max: 40 }),
    });
    await fc.assert(
      fc.asyncProperty(fc.array(attempt, { maxLength: 60 }), async (attempts) => {
        const world = signInWorld();
        const deviceToken = await deviceOf(world);
        const before = world.texts.length;
        for (const { number, guess, after, ...more } of attempts) {
          world.later(after);
          const { flow, code } = await world.begin(number, more);
          if (guess) await world.answer(number, flow, wrongOf(code));
        }
        // At most two numbers, and two hours of the clock.
        expect(world.texts.length - before).toBeLessThanOrEqual(2 * 2 * 3);
        expect((await world.enter(INSURED, { deviceToken })).status).toBe('signed-in');
        expect((await world.enter(INSURED, { cin: CIN, viewerAddress: '196.200.9.9' })).status).toBe(
          'signed-in',
        );
      }),
      { numRuns: 60 },
    );
  });
});
