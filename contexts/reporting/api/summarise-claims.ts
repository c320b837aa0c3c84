import { payees } from '#events';
import { schemeSchema } from '#shared';
import type { ChannelFigures, OrderFigures, PayeeFigures, ReasonFigures, SchemeFigures } from './figures.ts';
import { countersOf, type Counters, type DayCounters } from '../domain/kept-figures.ts';

const schemes = [...schemeSchema.options, 'UNKNOWN'] as const;

/** A scheme of long ago is counted among the unknown ones. */
export function schemeOf(name: string): SchemeFigures['scheme'] {
  return schemes.find((scheme) => scheme === name) ?? 'UNKNOWN';
}

/** Channels that sent anything, with their claims by scheme. */
export function channelFigures(channels: ReadonlyMap<string, Counters>): ChannelFigures[] {
  return [...channels].map(([channelId, counters]) => ({
    channelId,
    filesAccepted: counters.of('accepted'),
    filesDuplicate: counters.of('duplicate'),
    filesQuarantined: counters.of('quarantined'),
    claims: counters
      .startingWith('claims:')
      .map(([scheme, count]) => ({ scheme: schemeOf(scheme), count }))
      .toSorted((one, other) => one.scheme.localeCompare(other.scheme)),
  }));
}

/** What became of the orders of each day; days without orders are left out. */
export function orderFigures(days: readonly DayCounters[]): OrderFigures[] {
  return days
    .map((counted) => ({ day: counted.day, orders: countersOf([counted], 'ORDERS') }))
    .filter(({ orders }) => orders.of('ordered') > 0)
    .map(({ day, orders }) => ({
      day,
      ordered: orders.of('ordered'),
      open: orders.of('open'),
      settled: orders.of('settled'),
      returned: orders.of('returned'),
      refused: orders.of('refused'),
      disputed: orders.of('disputed'),
    }));
}

/** Decisions and payments by scheme; schemes of which there was nothing are left out. */
export function schemeFigures(claims: Counters, payments: Counters): SchemeFigures[] {
  return schemes
    .map((scheme) => ({
      scheme,
      approved: claims.of(`of:${scheme}:approved`),
      partlyApproved: claims.of(`of:${scheme}:partly-approved`),
      rejected: claims.of(`of:${scheme}:rejected`),
      referred: claims.of(`of:${scheme}:referred`),
      incomplete: claims.of(`of:${scheme}:incomplete`),
      paymentsMade: payments.of(`paid:${scheme}`),
      paidCentimes: payments.of(`centimes:${scheme}`),
    }))
    .filter((figures) => Object.values(figures).some((value) => typeof value === 'number' && value > 0));
}

/** Payments by who was paid; all together they are those by scheme. Whom a payment went to was not counted from the beginning. */
export function payeeFigures(payments: Counters): PayeeFigures[] {
  const known = payees.map((payee) => ({
    payee,
    paymentsMade: payments.of(`to:${payee}`),
    paidCentimes: payments.of(`toCentimes:${payee}`),
  }));
  const unknown = {
    payee: 'UNKNOWN' as const,
    paymentsMade: payments.sumOf('paid:') - payments.sumOf('to:'),
    paidCentimes: payments.sumOf('centimes:') - payments.sumOf('toCentimes:'),
  };
  return [...known, unknown].filter(({ paymentsMade, paidCentimes }) => paymentsMade > 0 || paidCentimes > 0);
}

const reasonOutcomes = ['referred', 'rejected', 'partly-approved', 'incomplete'] as const;

/** Why claims were referred, rejected (in whole or in part) or found incomplete, and files put in quarantine; frequent ones first. */
export function reasonFigures(claims: Counters, files: Counters): ReasonFigures[] {
  const ofClaims = reasonOutcomes.flatMap((outcome) =>
    claims.startingWith(`because:${outcome}:`).map(([code, count]) => ({ outcome, code, count })),
  );
  const ofFiles = files
    .startingWith('because:')
    .map(([code, count]) => ({ outcome: 'quarantined' as const, code, count }));
  return [...ofClaims, ...ofFiles].toSorted((one, other) => other.count - one.count);
}
