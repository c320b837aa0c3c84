import { describe, expect, it } from 'vitest';
import { sendCode } from '../../../../contexts/portal/use-cases/sign-in-codes.ts';
import {
  MessageRefusedError,
  ProviderUnavailableError,
} from '../../../../contexts/shared/ports/sms-sender.ts';
import { INSURED, UNKNOWN, signInWorld, wrongOf } from '../../../support/sign-in-world.ts';

describe('a code to sign in with', () => {
  it('goes to the phone on file and lets its holder in, once', async () => {
    const { begin, answer, texts } = signInWorld();
    const { flow, code = '' } = await begin(INSURED);
    expect(texts).toEqual([{ phone: '+212612345678', code }]);
    expect((await answer(INSURED, flow, code)).status).toBe('signed-in');
    expect((await answer(INSURED, flow, code)).status).toBe('refused');
  });

  it('opens the sign-in that it was sent for, and no other one', async () => {
    const { begin, answer } = signInWorld();
    const [first, second] = [await begin(INSURED), await begin(INSURED)];
    // Once in a million the same code is drawn again.
    const isSame = first.code === second.code;
    const result = await answer(INSURED, second.flow, first.code ?? '');
    expect(result.status).toBe(isSame ? 'signed-in' : 'wrong-code');
    expect((await answer(INSURED, first.flow, first.code ?? '')).status).toBe('signed-in');
  });

  it('cannot be guessed by many who try at the same time', async () => {
    const { begin, answer } = signInWorld();
    const { flow, code = '' } = await begin(INSURED);
    const wrong = wrongOf(code);
    await Promise.all(Array.from({ length: 40 }, () => answer(INSURED, flow, wrong)));
    for (let times = 0; times < 3; times += 1) await answer(INSURED, flow, wrong);
    expect((await answer(INSURED, flow, code)).status).toBe('refused');
  });

  it('is sent once, however often the queue asks for it', async () => {
    const { begin, deps, texts } = signInWorld();
    const { flow } = await begin(INSURED);
    const again = await Promise.all([1, 2, 3].map(() => sendCode(flow, deps)));
    expect(again).toEqual(['over', 'over', 'over']);
    expect(texts).toHaveLength(1);
  });

  it('is sent once by copies of the function that are asked at the same moment, and counts once', async () => {
    const { start, deps, texts } = signInWorld();
    const started = await start(INSURED);
    const flow = started.status === 'started' ? started.continuation : '';
    const outcomes = await Promise.all([1, 2].map(() => sendCode(flow, deps)));
    expect(outcomes.toSorted()).toEqual(['over', 'sent']);
    expect(texts).toHaveLength(1);
    const codes = [...deps.counters.counts].filter(([key]) => key.startsWith('CODES#'));
    expect(codes.map(([, count]) => count)).toEqual([1, 1]);
  });

  it('waits for its turn among SMS, and holds up nothing where there is none to send', async () => {
    const { begin, paces } = signInWorld();
    await begin(UNKNOWN[0]);
    expect(paces()).toBe(0);
    for (let times = 0; times < 5; times += 1) await begin(INSURED);
    expect(paces()).toBe(3);
  });

  it('is not sent for a sign-in that is over', async () => {
    const { start, work, later, texts } = signInWorld();
    await start(INSURED);
    later(302);
    expect(await work()).toEqual(['over']);
    expect(texts).toEqual([]);
  });

  it('comes also where someone guessed before it was there', async () => {
    const { start, work, answer, texts } = signInWorld();
    const started = await start(INSURED);
    const flow = started.status === 'started' ? started.continuation : '';
    expect((await answer(INSURED, flow, '123456')).status).toBe('wrong-code');
    expect(await work()).toEqual(['sent']);
    expect((await answer(INSURED, flow, texts[0]?.code ?? '')).status).toBe('signed-in');
  });

  it.each([
    ['a number that nobody has', UNKNOWN[0], {}],
    ['someone without a phone', INSURED, { phone: undefined }],
    ['someone who has died', INSURED, { deceasedOn: '2026-01-01' }],
  ])('is sent to nobody for %s', async (_, number, person) => {
    const { begin, answer, texts } = signInWorld({ person });
    const { flow, outcome } = await begin(number);
    expect(outcome).toBe('nobody');
    expect(texts).toEqual([]);
    expect((await answer(number, flow, '000000')).status).toBe('wrong-code');
  });

  it.each([ProviderUnavailableError, MessageRefusedError])(
    'looks the same to whoever asks when it cannot be delivered (%o)',
    async (Failure) => {
      const { begin } = signInWorld({ sms: { send: () => Promise.reject(new Failure('no')) } });
      const { flow, outcome } = await begin(INSURED);
      expect(outcome).toBe('not-delivered');
      expect(flow).not.toBe('');
    },
  );

  it('does not count where it could not be delivered, and leaves the one before as it was', async () => {
    let isDown = false;
    const codes: string[] = [];
    const { begin, answer } = signInWorld({
      sms: {
        send: (_, text) => {
          if (isDown) return Promise.reject(new ProviderUnavailableError('down'));
          codes.push(/\d{6}/.exec(text)?.[0] ?? '');
          return Promise.resolve('id');
        },
      },
    });
    const first = await begin(INSURED);
    isDown = true;
    for (let times = 0; times < 4; times += 1) expect((await begin(INSURED)).outcome).toBe('not-delivered');
    isDown = false;
    expect((await answer(INSURED, first.flow, codes[0] ?? '')).status).toBe('signed-in');
    for (let times = 0; times < 3; times += 1) await begin(INSURED);
    expect(codes).toHaveLength(3);
  });

  it('is not tried for ever where none can be delivered', async () => {
    let tried = 0;
    const { begin } = signInWorld({
      limits: { startsPerSource: { perMinute: 100, perHour: 100, perDay: 100 } },
      sms: {
        send: () => {
          tried += 1;
          return Promise.reject(new MessageRefusedError('no'));
        },
      },
    });
    for (let times = 0; times < 40; times += 1) await begin(INSURED);
    // Three that would count, and seven.
    expect(tried).toBe(10);
  });
});
