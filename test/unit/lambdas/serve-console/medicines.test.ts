import { describe, expect, it } from 'vitest';
import {
  medicineProposalsSchema,
  medicinesFoundSchema,
} from '../../../../contexts/medicines/api/medicines.ts';
import { currentRuleBook } from '../../../../contexts/rules/rule-book.ts';
import type { StaffRole } from '../../../../contexts/shared/access/access.ts';
import type { Staff } from '../../../../contexts/shared/access/actor.ts';
import { createApiApp } from '../../../../lambdas/runtime/api/api-app.ts';
import { staffOf } from '../../../../lambdas/runtime/api/identity.ts';
import { medicineRoutes } from '../../../../lambdas/serve-console/routes/medicines.ts';
import { medicineCodeOf, medicineOf, priceOf } from '../../../support/medicine-examples.ts';
import { memoryCursors } from '../../../support/memory-data-keys.ts';
import { MemoryMedicines } from '../../../support/memory-medicines.ts';

const tensoryl = (number: number, strength: string, ppvCentimes: number) =>
  medicineOf({
    ...{ code: medicineCodeOf(number), name: `TENSORYL ${strength}`, strength },
    prices: [
      priceOf({ to: '2026-02-28', ppvCentimes: ppvCentimes - 100, baseCentimes: undefined }),
      priceOf({ from: '2026-03-01', ppvCentimes }),
    ],
  });
const medicines = new MemoryMedicines([
  tensoryl(1, '10 MG', 9_000),
  tensoryl(2, '20 MG', 12_000),
  tensoryl(3, '5 MG', 9_500),
  medicineOf({ code: medicineCodeOf(4), name: 'BRONCHINEX' }),
]);
const app = createApiApp<Staff>();
app.use(async (context, next) => {
  context.set('actor', staffOf(context.env));
  await next();
});
const clock = () => new Date('2026-11-20T12:00:00Z');
app.route('/', medicineRoutes({ medicines, rules: currentRuleBook(), clock }, memoryCursors()));

async function ask(path: string, role: StaffRole = 'reviewer') {
  const claims = { 'cognito:username': 'r-1', 'cognito:groups': `[${role}]` };
  const response = await app.request(
    `/api/console/medicines${path}`,
    {},
    {
      event: { requestContext: { authorizer: { jwt: { claims } } } },
    },
  );
  return { status: response.status, body: await response.json() };
}
const found = async (query: string) => medicinesFoundSchema.parse((await ask(query)).body);

describe('a reviewer who looks a medicine up', () => {
  it('finds it by the beginning of its name, page by page', async () => {
    const first = await found('?text=tensoryl&limit=2');
    expect(first.medicines.map(({ name }) => name)).toEqual(['TENSORYL 10 MG', 'TENSORYL 20 MG']);
    const second = await found(`?text=tensoryl&limit=2&cursor=${encodeURIComponent(first.nextCursor!)}`);
    expect(second.medicines.map(({ name }) => name)).toEqual(['TENSORYL 5 MG']);
    expect(second.nextCursor).toBeUndefined();
  });

  it('finds one by its code, also as GTIN-14, and none by a code that the list does not have', async () => {
    for (const text of [medicineCodeOf(4), `0${medicineCodeOf(4)}`])
      expect((await found(`?text=${text}`)).medicines).toMatchObject([{ name: 'BRONCHINEX' }]);
    expect(await found(`?text=${medicineCodeOf(99)}`)).toEqual({ medicines: [] });
  });

  it('sees the price of today, or of the day of dispensing, or none', async () => {
    const priceAt = async (day: string) =>
      (await found(`?text=${medicineCodeOf(1)}${day}`)).medicines[0]?.price;
    expect(await priceAt('')).toMatchObject({ from: '2026-03-01', ppvCentimes: 9_000, baseCentimes: 8_450 });
    expect(await priceAt('&day=2026-02-28')).toEqual({
      from: '2025-01-01',
      to: '2026-02-28',
      ppvCentimes: 8_900,
      rateBasisPoints: 7_000,
      source: 'invented list',
    });
    expect(await priceAt('&day=2024-12-31')).toBeUndefined();
  });

  it('is refused without a text, with a day that does not exist, and in a role that reviews nothing', async () => {
    expect(await ask('?text=')).toMatchObject({ status: 400 });
    expect(await ask('?text=tensoryl&day=2026-02-30')).toMatchObject({ status: 400 });
    expect(await ask('?text=tensoryl', 'manager')).toMatchObject({ status: 403 });
  });
});

describe('a reviewer who has a printed name', () => {
  const proposed = async (query: string) =>
    medicineProposalsSchema.parse((await ask(`/proposals?${query}`)).body).proposals;

  it('gets the medicines that it can mean, the one with name and price first', async () => {
    const proposals = await proposed('name=Tensoril%2010mg&priceCentimes=9000&dispensedOn=2026-11-20');
    expect(proposals.map(({ medicine }) => medicine.name)).toEqual([
      'TENSORYL 10 MG',
      'TENSORYL 20 MG',
      'TENSORYL 5 MG',
    ]);
    expect(proposals.map(({ isStrong }) => isStrong)).toEqual([true, false, false]);
    expect(proposals[0]).toMatchObject({ isPriceEqual: true, medicine: { price: { ppvCentimes: 9_000 } } });
  });

  it('gets none for a name that no medicine begins like', async () => {
    expect(await proposed('name=Xylo&dispensedOn=2026-11-20')).toEqual([]);
  });

  it('must say on which day it was dispensed', async () => {
    expect(await ask('/proposals?name=Tensoryl')).toMatchObject({ status: 400 });
  });
});
