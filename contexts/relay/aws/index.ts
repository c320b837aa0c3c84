export { SqsWorkQueues } from './work-queues.ts';
