import { describe, expect, it } from 'vitest';
import { checkCode, sendCode } from '../../../../../core/application/portal/sign-in-codes.ts';
import { MessageRefusedError, ProviderUnavailableError } from '../../../../../core/ports/services.ts';
import { MemorySignInCodes } from '../../../../support/memory-portal.ts';
import { personFile } from '../../../../support/person-files.ts';

const { person } = personFile();
const NUMBER = person.registrationNumber;

function world(change: Partial<typeof person> = {}) {
  const texts: string[] = [];
  const dependencies = {
    registry: {
      findPerson: (number: string) =>
        Promise.resolve(number === NUMBER ? { ...person, ...change } : undefined),
    },
    codes: new MemorySignInCodes(),
    sms: {
      send: (_phone: string, text: string) => {
        texts.push(text);
        return Promise.resolve('id');
      },
    },
    clock: () => new Date('2026-11-20T09:00:00.000Z'),
  };
  return { texts, dependencies, lastCode: () => /\d{6}/.exec(texts.at(-1) ?? '')?.[0] ?? '' };
}

describe('a code to sign in with', () => {
  it('goes to the phone on file and lets its holder in, once', async () => {
    const { dependencies, lastCode, texts } = world();
    expect(await sendCode(NUMBER, dependencies)).toBe('sent');
    expect(texts).toHaveLength(1);
    expect(await checkCode(NUMBER, lastCode(), dependencies)).toBe(true);
    expect(await checkCode(NUMBER, lastCode(), dependencies)).toBe(false);
  });

  it('is the newest one: an older one opens nothing', async () => {
    const { dependencies, lastCode } = world();
    await sendCode(NUMBER, dependencies);
    const older = lastCode();
    await sendCode(NUMBER, dependencies);
    // Once in a million the same code is drawn again.
    expect(await checkCode(NUMBER, older, dependencies)).toBe(older === lastCode());
    expect(await checkCode(NUMBER, lastCode(), dependencies)).toBe(older !== lastCode());
  });

  it('cannot be guessed by many who try at the same time', async () => {
    const { dependencies, lastCode } = world();
    await sendCode(NUMBER, dependencies);
    const right = lastCode();
    const wrong = right === '000000' ? '000001' : '000000';
    await Promise.all(Array.from({ length: 40 }, () => checkCode(NUMBER, wrong, dependencies)));
    expect(await checkCode(NUMBER, right, dependencies)).toBe(false);
  });

  it('is not sent a fourth time within the hour', async () => {
    const { dependencies, texts } = world();
    for (let times = 0; times < 5; times += 1) await sendCode(NUMBER, dependencies);
    expect(texts).toHaveLength(3);
  });

  it.each([
    ['a number that nobody has', '999999999', {}],
    ['what is no number', 'nobody', {}],
    ['somebody without a phone', NUMBER, { phone: undefined }],
    ['somebody who has died', NUMBER, { deceasedOn: '2026-01-01' }],
  ])('is sent to nobody for %s', async (_, number, change) => {
    const { dependencies, texts } = world(change);
    expect(await sendCode(number, dependencies)).toBe('nobody');
    expect(texts).toEqual([]);
    expect(await checkCode(number, '000000', dependencies)).toBe(false);
  });

  it.each([ProviderUnavailableError, MessageRefusedError])(
    'looks the same to whoever asks when it cannot be delivered (%o)',
    async (Failure) => {
      const { dependencies } = world();
      const sms = { send: () => Promise.reject(new Failure('no')) };
      expect(await sendCode(NUMBER, { ...dependencies, sms })).toBe('not-delivered');
    },
  );

  it('does not count where it could not be delivered, and leaves the one before as it was', async () => {
    const { dependencies, lastCode, texts } = world();
    const failing = {
      ...dependencies,
      sms: { send: () => Promise.reject(new ProviderUnavailableError('down')) },
    };
    await sendCode(NUMBER, dependencies);
    for (let times = 0; times < 4; times += 1) expect(await sendCode(NUMBER, failing)).toBe('not-delivered');
    expect(await checkCode(NUMBER, lastCode(), dependencies)).toBe(true);
    for (let times = 0; times < 3; times += 1) await sendCode(NUMBER, dependencies);
    expect(texts).toHaveLength(3);
  });

  it('is not tried for ever where none can be delivered', async () => {
    const { dependencies } = world();
    let tried = 0;
    const sms = {
      send: () => {
        tried += 1;
        return Promise.reject(new MessageRefusedError('no'));
      },
    };
    for (let times = 0; times < 40; times += 1) await sendCode(NUMBER, { ...dependencies, sms });
    expect(tried).toBe(10);
  });
});
