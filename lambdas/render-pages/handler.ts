import * as z from 'zod';
import { renderPages, type RenderPagesDependencies } from '../../contexts/pages/use-cases/render-pages.ts';
import { claimEventSchema } from '../../contexts/events/events.ts';
import { type RenderPages, renderPagesSchema } from '../../contexts/pages/records/work-messages.ts';
import type { LogFields } from '../runtime/log.ts';

/** Asked for by the console, or a claim's event as EventBridge delivers it: whoever reviews it will look at its file. */
export const renderMessageSchema = z.union([
  renderPagesSchema,
  z
    .object({ detail: claimEventSchema })
    .transform(({ detail }): RenderPages => ({ claimId: detail.claimId, kind: 'file' })),
]);

export function createHandler(dependencies: RenderPagesDependencies) {
  return async (message: RenderPages): Promise<LogFields> => ({
    claimId: message.claimId,
    outcome: await renderPages(message, dependencies),
  });
}
