/** Whether libvips ended its work because the time that it was given was up. */
export const isTimeUp = (error: unknown): boolean =>
  error instanceof Error && error.message.includes('timeout');
