import { marshall } from '@aws-sdk/util-dynamodb';
import { describe, expect, it } from 'vitest';
import { personItems } from '../../../../contexts/registration/aws/registration-items.ts';
import type { Registration } from '../../../../contexts/registration/domain/registration.ts';
import { itemSizeBytes, wireItemSchema } from '../../../bench/cost/item-size.ts';

/** A transaction writes two units for each kilobyte of an item that is begun. */
const unitsOf = (item: Record<string, unknown>): number =>
  2 * Math.ceil(itemSizeBytes(wireItemSchema.parse(marshall(item, { removeUndefinedValues: true }))) / 1024);

const registration: Registration = {
  person: {
    type: 'person',
    cin: 'AB123456',
    name: {
      family: 'BEN ABDELKADER EL MOUTAWAKIL',
      given: 'Fatima Zahra Khadija',
      familyArabic: 'بن عبد القادر المتوكل',
      givenArabic: 'فاطمة الزهراء خديجة',
    },
    birthDate: '1988-04-12',
    sex: 'F',
    phone: '+212612345678',
    address: 'Résidence Al Andalous, immeuble 14, appartement 7, avenue Mohammed V, Casablanca',
    language: 'ar',
    smsOptOut: false,
    registeredFrom: { listId: '0123456789ABCDEF', line: 11_000_000 },
  },
  coverage: {
    type: 'coverage',
    scheme: 'AMO_TNS',
    from: '2021-12-01',
    category: 'TRADER_WITH_ACCOUNTS',
    reportedBy: { source: 'dgi', reference: '12345678' },
  },
  dependants: [],
};

describe('the registration of a worker', () => {
  const items = personItems('registry', registration, '123456789', '2026-01-01T00:00:00.000Z');
  const written = items.map(({ Put }) => Put?.Item ?? {});

  it('takes six write units, with long names in two scripts and an address', () => {
    expect(written.map(unitsOf)).toEqual([2, 2, 2]);
  });

  it('commits the event with the profile, and the CIN with both', () => {
    expect(written.map(({ sk }) => String(sk))).toEqual(['CIN', 'PROFILE', 'COVERAGE#AMO_TNS#2021-12-01']);
    expect(written[1]).toMatchObject({
      event: {
        type: 'person.registered.v1',
        eventId: '123456789#registered',
        registrationNumber: '123456789',
        listId: '0123456789ABCDEF',
      },
    });
    expect(JSON.stringify(written[1]?.['event'])).not.toContain('AB123456');
  });
});
