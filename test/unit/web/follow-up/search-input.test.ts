import { describe, expect, it } from 'vitest';
import { numberKinds } from '../../../../contexts/follow-up/domain/typed-number.ts';
import arabic from '../../../../web/src/follow-up/ar.json' with { type: 'json' };
import french from '../../../../web/src/follow-up/fr.json' with { type: 'json' };
import { daysAsked, emptyInput, faultsOf } from '../../../../web/src/follow-up/search-input.ts';

const empty = emptyInput('2026-11-21');

describe('the search for claims', () => {
  it.each(['7Q2M-K8D1', '٠٦ ١٢ ٣٤ ٥٦ ٧٨', 'bk 123456', '123456789'])(
    'takes %s without asking which kind it is',
    (number) => {
      expect(faultsOf({ ...empty, number })).toEqual({});
    },
  );

  it.each(['', '   ', '12', 'Fatima', '0522123456'])('asks for another number in place of %j', (number) => {
    expect(faultsOf({ ...empty, number })).toEqual({ number: 'fault.number' });
  });

  it('has a word in both languages for each kind of number', () => {
    for (const words of [french, arabic])
      expect(Object.keys(words.numberKind).toSorted()).toEqual([...numberKinds].toSorted());
  });

  it('asks for days with state and channel only where they were chosen', () => {
    expect(daysAsked(empty)).toEqual({ by: 'day', from: '2026-11-21', to: '2026-11-21' });
    expect(daysAsked({ ...empty, state: 'REFERRED', channelId: ' Agency-Rabat-01 ' })).toMatchObject({
      state: 'REFERRED',
      channelId: 'agency-rabat-01',
    });
  });
});
