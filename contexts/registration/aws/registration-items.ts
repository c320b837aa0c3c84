import type { PersonEvent } from '#events';
import type { Coverage, Person } from '#registry';
import {
  cinKey,
  dependantClaimItem,
  personEventItem,
  personPk,
  ramedKey,
  recordItem,
  recordKey,
} from '#registry/aws';
import { isNew, type TransactItems } from '#shared/aws';
import type { CoverageChange, EndedDependant, NewDependant, Registration } from '../domain/registration.ts';

/** The items that a registration and its changes write. */

const END_NAMES = { '#record': 'record', '#to': 'to' } as const;

/** The person's own items: uniqueness of the numbers, then profile (with the event) and coverage. */
export function personItems(
  table: string,
  registration: Registration,
  registrationNumber: string,
  occurredAt: string,
): TransactItems {
  const person: Person = { ...registration.person, registrationNumber };
  const coverage: Coverage = { ...registration.coverage, registrationNumber };
  const event: PersonEvent = {
    type: 'person.registered.v1',
    eventId: `${registrationNumber}#registered`,
    occurredAt,
    registrationNumber,
    scheme: coverage.scheme,
    listId: person.registeredFrom?.listId ?? '',
  };
  const { cin, ramedNumber } = person;
  return [
    ...(cin === undefined
      ? []
      : [{ Put: { TableName: table, Item: { ...cinKey(cin), registrationNumber }, ...isNew } }]),
    ...(ramedNumber === undefined
      ? []
      : [{ Put: { TableName: table, Item: { ...ramedKey(ramedNumber), registrationNumber }, ...isNew } }]),
    { Put: { TableName: table, Item: { ...recordItem(person), event }, ...isNew } },
    { Put: { TableName: table, Item: recordItem(coverage) } },
    ...(registration.endedDependant === undefined
      ? []
      : [endDependantItem(table, registration.endedDependant)]),
  ];
}

/** A member of the family, and the claim on the member's CIN: nobody is declared under two insured persons. */
export function dependantItems(
  table: string,
  { declaredBefore, ...declared }: NewDependant,
  registrationNumber: string,
): TransactItems {
  const dependant = { ...declared, registrationNumber };
  const put = { Put: { TableName: table, Item: recordItem(dependant), ...isNew } };
  if (dependant.cin === undefined) return [put];
  return [
    put,
    {
      Put: {
        TableName: table,
        Item: dependantClaimItem(dependant.cin, dependant),
        ConditionExpression: 'attribute_not_exists(pk) OR registrationNumber IN (:own, :before)',
        ExpressionAttributeValues: {
          ':own': registrationNumber,
          ':before': declaredBefore ?? registrationNumber,
        },
      },
    },
  ];
}

export function endDependantItem(table: string, ended: EndedDependant): TransactItems[number] {
  return {
    Update: {
      TableName: table,
      Key: { pk: personPk(ended.registrationNumber), sk: `DEPENDANT#${ended.dependantId}` },
      UpdateExpression: 'SET #record.#to = :to',
      // Who was ended otherwise meanwhile keeps the earlier day.
      ConditionExpression:
        'attribute_exists(pk) AND (attribute_not_exists(#record.#to) OR #record.#to >= :to)',
      ExpressionAttributeNames: END_NAMES,
      ExpressionAttributeValues: { ':to': ended.to },
    },
  };
}

/** A RAMED number that leads to someone who is registered. */
export function ramedItem(
  table: string,
  household: string,
  registrationNumber: string,
): TransactItems[number] {
  return {
    Put: {
      TableName: table,
      Item: { ...ramedKey(household), registrationNumber },
      ConditionExpression: 'attribute_not_exists(pk) OR registrationNumber = :own',
      ExpressionAttributeValues: { ':own': registrationNumber },
    },
  };
}

/** The coverage that a change opens, as it is kept. */
export function openedCoverage({ registrationNumber, open, by }: CoverageChange): Coverage | undefined {
  return open && { ...open.coverage, registrationNumber, openedBecause: open.because, openedBy: by };
}

/** What a change of coverage writes: both coverages, the events that say so, and the declaration it ends. */
export function coverageChangeItems(
  table: string,
  change: CoverageChange,
  occurredAt: string,
): TransactItems {
  const { registrationNumber, close, open, by, endedDependant } = change;
  const items: TransactItems = [];
  const ofPerson = { occurredAt, registrationNumber };
  if (close !== undefined) {
    const { coverage, to, because } = close;
    const what = `CLOSED#${coverage.scheme}#${coverage.from}#${to}`;
    const event: PersonEvent = {
      type: 'coverage.closed.v1',
      eventId: `${registrationNumber}#${what}`,
      ...ofPerson,
      scheme: coverage.scheme,
      reason: because,
    };
    items.push(closeItem(table, { ...close, by }), {
      Put: { TableName: table, Item: personEventItem(event, what) },
    });
  }
  const opened = openedCoverage(change);
  if (open !== undefined && opened !== undefined) {
    const what = `OPENED#${opened.scheme}#${opened.from}`;
    const event: PersonEvent = {
      type: 'coverage.opened.v1',
      eventId: `${registrationNumber}#${what}`,
      ...ofPerson,
      scheme: opened.scheme,
      reason: open.because,
    };
    items.push(
      { Put: { TableName: table, Item: recordItem(opened), ...isNew } },
      { Put: { TableName: table, Item: personEventItem(event, what) } },
    );
  }
  if (endedDependant !== undefined) items.push(endDependantItem(table, endedDependant));
  return items;
}

function closeItem(
  table: string,
  { coverage, to, because, by }: NonNullable<CoverageChange['close']> & Pick<CoverageChange, 'by'>,
): TransactItems[number] {
  const isOpenEnded = coverage.to === undefined;
  return {
    Update: {
      TableName: table,
      Key: recordKey(coverage),
      UpdateExpression: `SET #record.#to = :to, #record.closedBecause = :because${by ? ', #record.closedBy = :by' : ''}`,
      ConditionExpression: `attribute_exists(pk) AND ${isOpenEnded ? 'attribute_not_exists(#record.#to)' : '#record.#to = :before'}`,
      ExpressionAttributeNames: END_NAMES,
      ExpressionAttributeValues: {
        ':to': to,
        ':because': because,
        ...(isOpenEnded ? {} : { ':before': coverage.to }),
        ...(by ? { ':by': { ...by, toBefore: coverage.to } } : {}),
      },
    },
  };
}
