import { describe, expect, it } from 'vitest';
import { tellInsured } from '../../../../contexts/portal/use-cases/tell-insured.ts';
import type { OwnFileEvent } from '../../../../contexts/events/events.ts';
import type { Person } from '../../../../contexts/registry/records/registry-records.ts';
import { ProviderUnavailableError } from '../../../../contexts/shared/ports/sms-sender.ts';
import { personFile } from '../../../support/person-files.ts';

const { person } = personFile();
const requested: OwnFileEvent = {
  type: 'account.change-requested.v1',
  eventId: '104725831#account-change#1',
  occurredAt: '2026-11-20T09:00:00.000Z',
  registrationNumber: '104725831',
  changeId: '1',
  effectiveFrom: '2026-11-23',
};

function world(change: Partial<Person> = {}) {
  const sent: { phone: string; text: string }[] = [];
  const notices = new Map<string, 'SENDING' | 'SENT'>();
  const dependencies = {
    registry: { findPerson: () => Promise.resolve({ ...person, ...change }) },
    notices: {
      begin: ({ noticeKey }: { noticeKey: string }) => {
        const state = notices.get(noticeKey);
        if (state === undefined) notices.set(noticeKey, 'SENDING');
        return Promise.resolve(
          state === undefined
            ? ('applied' as const)
            : state === 'SENT'
              ? ('known' as const)
              : ('refused' as const),
        );
      },
      recordSent: ({ noticeKey }: { noticeKey: string }) => {
        notices.set(noticeKey, 'SENT');
        return Promise.resolve();
      },
    },
    sms: {
      send: (phone: string, text: string) => {
        sent.push({ phone, text });
        return Promise.resolve('id');
      },
    },
    clock: () => new Date('2026-11-20T09:00:05.000Z'),
  };
  return { dependencies, sent };
}

describe('what was changed in one’s own file', () => {
  it('is sent to the phone on file once, however often the event comes', async () => {
    const { dependencies, sent } = world({ language: 'fr' });
    expect(await tellInsured(requested, dependencies)).toBe('sent');
    expect(await tellInsured(requested, dependencies)).toBe('already-notified');
    expect(sent).toEqual([
      { phone: '+212612345678', text: expect.stringContaining('pour le 23/11/2026') as string },
    ]);
  });

  it('is sent also to those who want no SMS: whoever stole a session would wish for silence first', async () => {
    const { dependencies, sent } = world({ smsOptOut: true });
    await tellInsured(requested, dependencies);
    expect(sent).toHaveLength(1);
  });

  it('is sent in Arabic without name, number or account', async () => {
    const { dependencies, sent } = world({ language: 'ar' });
    await tellInsured(requested, dependencies);
    expect(sent[0]?.text).toContain('حسابكم البنكي');
    expect(sent[0]?.text).not.toMatch(/104725831|إدريسي|Idrissi/);
  });

  it('comes again while the provider is down, and while another copy is sending', async () => {
    const { dependencies } = world();
    const down = { send: () => Promise.reject(new ProviderUnavailableError('down')) };
    await expect(tellInsured(requested, { ...dependencies, sms: down })).rejects.toThrow('down');
    await expect(tellInsured(requested, dependencies)).rejects.toThrow('Another copy');
  });

  it('is sent to nobody where there is no phone', async () => {
    const { dependencies } = world({ phone: undefined });
    expect(await tellInsured(requested, dependencies)).toBe('no-recipient');
  });
});
