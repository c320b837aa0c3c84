import type { PlanStage } from './plan-stage.ts';

export const SMS_RATES = [1, 5, 20, 50, 100, 200] as const;

export interface SmsDays {
  readonly messagesPerSecond: number;
  readonly messagesPerDay: number;
  readonly days: number;
}

/** How many days it takes to send so many SMS, each day in the hours of the window only. */
export function smsDays(
  count: number,
  { fromHour, untilHour }: PlanStage['registrationSms'],
  messagesPerSecond: number,
): SmsDays {
  const messagesPerDay = messagesPerSecond * (untilHour - fromHour) * 3600;
  return { messagesPerSecond, messagesPerDay, days: count / messagesPerDay };
}
