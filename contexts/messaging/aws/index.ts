export { DynamoCampaignStore } from './campaign-store.ts';
export { DynamoPersonMessageStore } from './person-message-store.ts';
export { takeSendingRight } from './sending-right.ts';
export { DynamoSmsSettingsStore } from './sms-settings-store.ts';
export { wakeSmsSender } from './wake-sms-sender.ts';
