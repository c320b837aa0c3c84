export type { PageImageQueue } from './ports/page-images.ts';
export type { RenderPages } from './records/work-messages.ts';
