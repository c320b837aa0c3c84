import { describe, expect, it } from 'vitest';
import type { TableShape } from '../../../bench/cost/capacity-units.ts';
import { meterRead, meterWrite } from '../../../bench/cost/dynamodb-meter.ts';
import { writeRequestOf } from '../../../bench/cost/dynamodb-request.ts';

const shape: TableShape = {
  keys: { partition: 'pk', sort: 'sk' },
  indexes: [{ name: 'queue', keys: { partition: 'gsi1pk', sort: 'gsi1sk' }, projected: [] }],
};
const tables = new Map([['claims', shape]]);
const claim = { pk: { S: 'CLAIM#1' }, sk: { S: 'CLAIM' } };
const event = { pk: { S: 'CLAIM#1' }, sk: { S: 'EVENT#000001' } };
const queued = { ...claim, gsi1pk: { S: 'QUEUE#REFERRED#3' }, gsi1sk: { S: '1' } };

describe('the units of a call', () => {
  it('are counted by kind of item, for each item of a transaction and each entry of an index', () => {
    const request = writeRequestOf(
      'TransactWriteItems',
      {
        TransactItems: [
          { Put: { TableName: 'claims', Item: queued } },
          { ConditionCheck: { TableName: 'claims', Key: event } },
        ],
      },
      tables,
    )!;
    const units = meterWrite(request, { before: [claim, event], after: [queued, event] }, tables);
    expect(units.map(({ what, writeUnits }) => [what, writeUnits])).toEqual([
      ['CLAIM', 2],
      ['CLAIM → queue', 1],
      ['CLAIM/EVENT', 2],
    ]);
  });

  it('count keys of a batch that are not there', () => {
    const Keys = [claim, { ...claim, pk: { S: 'CLAIM#2' } }];
    const body = { RequestItems: { claims: { Keys, ConsistentRead: true } } };
    const [units] = meterRead('BatchGetItem', body, { Responses: { claims: [claim] } }, tables);
    expect(units).toMatchObject({ what: 'BatchGetItem CLAIM', readUnits: 2, writeUnits: 0 });
  });

  it('of a query on an index count only what the index keeps', () => {
    const whole = { ...queued, notes: { S: 'x'.repeat(9000) } };
    const body = { TableName: 'claims', IndexName: 'queue' };
    const [units] = meterRead('Query', body, { Items: [whole] }, tables);
    expect(units).toMatchObject({ what: 'Query of index queue', readUnits: 0.5 });
  });

  it('cannot be determined where a projection hides the items, or the operation is not known', () => {
    const projected = { TableName: 'claims', Key: claim, ProjectionExpression: 'pk' };
    expect(() => meterRead('GetItem', projected, {}, tables)).toThrow(/projection/);
    expect(() => meterRead('ExecuteStatement', {}, {}, tables)).toThrow(/not metered/);
  });

  it('cannot be determined for a table whose keys are not known', () => {
    expect(() => writeRequestOf('PutItem', { TableName: 'other', Item: claim }, tables)).toThrow(/other/);
  });
});
