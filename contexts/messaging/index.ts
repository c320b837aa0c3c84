export { plainReasonOf } from './domain/plain-reasons.ts';
export { type PortalMessage, portalSms } from './domain/portal-text.ts';
export { waitingOf, waitingParts, waitingReasons } from './domain/waiting-reasons.ts';
export { sendingWindow, type SendingWindow } from './domain/sending-window.ts';
export type { CampaignStore, PersonMessageStore, SmsSettingsStore } from './ports/campaigns.ts';
export { layOutCampaign, type LayOutCampaignDependencies } from './use-cases/lay-out-campaign.ts';
