import { ResourceNotFoundException, type SecretsManagerClient } from '@aws-sdk/client-secrets-manager';
import { describe, expect, it } from 'vitest';
import { OriginSecret } from '../../../../contexts/shared/aws/origin-secret.ts';

/** A secret with its value of now and, once it was renewed, the one before. */
function secret(first = 'first') {
  const values: Partial<Record<string, string>> = { AWSCURRENT: first };
  let now = 0;
  let reads = 0;
  let isAway = false;
  const send = ({ input }: { readonly input: { readonly VersionStage?: string } }): Promise<object> => {
    reads += 1;
    const value = values[input.VersionStage ?? ''];
    if (isAway) return Promise.reject(new Error('away'));
    return value === undefined
      ? Promise.reject(new ResourceNotFoundException({ $metadata: {}, message: 'no such version' }))
      : Promise.resolve({ SecretString: value });
  };
  const client = { send } as unknown as SecretsManagerClient;
  return {
    origin: new OriginSecret(client, 'milaf-test-site', () => new Date(now)),
    reads: () => reads,
    later: (seconds: number) => (now += seconds * 1000),
    goAway: (away: boolean) => (isAway = away),
    renew: (value: string) => Object.assign(values, { AWSPREVIOUS: values['AWSCURRENT'], AWSCURRENT: value }),
    forgetBefore: () => delete values['AWSPREVIOUS'],
  };
}

describe('the secret of the site', () => {
  it('admits who shows it, and nobody else', async () => {
    const { origin } = secret();
    expect(await origin.admits('first')).toBe(true);
    for (const shown of ['', 'firs', 'first ', 'FIRST', 'undefined', 'x'.repeat(10_000)])
      expect(await origin.admits(shown)).toBe(false);
  });

  it('is two while it is renewed: no request is lost before CloudFront shows the new one', async () => {
    const { origin, renew, later } = secret();
    expect(await origin.admits('first')).toBe(true);
    renew('second');
    expect(await origin.admits('first')).toBe(true);
    later(11);
    expect(await origin.admits('second')).toBe(true);
    later(301);
    expect([await origin.admits('first'), await origin.admits('second')]).toEqual([true, true]);
  });

  it('is forgotten once it was renewed twice, or taken back', async () => {
    const { origin, renew, later, forgetBefore } = secret();
    renew('second');
    renew('third');
    expect(await origin.admits('first')).toBe(false);
    expect(await origin.admits('second')).toBe(true);
    forgetBefore();
    later(301);
    expect(await origin.admits('second')).toBe(false);
    expect(await origin.admits('third')).toBe(true);
  });

  it('is not read again for each wrong one that someone shows', async () => {
    const { origin, reads, later } = secret();
    for (let times = 0; times < 100; times += 1) await origin.admits('wrong');
    expect(reads()).toBe(2);
    later(11);
    for (let times = 0; times < 100; times += 1) await origin.admits('wrong');
    expect(reads()).toBe(4);
  });

  it('counts on while it cannot be read; before it ever was, nobody is admitted', async () => {
    const { origin, later, goAway } = secret();
    await origin.admits('first');
    goAway(true);
    later(301);
    expect([await origin.admits('first'), await origin.admits('wrong')]).toEqual([true, false]);
    const never = secret();
    never.goAway(true);
    await expect(never.origin.admits('')).rejects.toThrow('away');
  });

  it('is never empty', async () => {
    const { origin } = secret('');
    await expect(origin.admits('')).rejects.toThrow('no value');
  });
});
