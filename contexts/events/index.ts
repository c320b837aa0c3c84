export { type EventFacts, payees, type ReviewFacts } from './event-facts.ts';
export type { EventPublisher } from './event-publisher.ts';
export {
  type ClaimEvent,
  EVENT_SOURCE,
  eventSchema,
  type FileEvent,
  type ListClosed,
  type ListEvent,
  type MilafEvent,
  type OwnFileEvent,
  type PersonEvent,
  type PaymentBatchEvent,
  type RightsEvent,
  type SettledAs,
  settledAs,
} from './events.ts';
export { type OrderState, orderStates } from './order-states.ts';
