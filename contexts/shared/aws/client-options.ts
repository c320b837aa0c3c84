/**
 * One way to call AWS: bounded attempts and timeouts, so that a slow neighbour costs one message some seconds and not a
 * function its whole time. Region, credentials and endpoint come from the standard AWS variables.
 */
export const clientOptions = {
  maxAttempts: 4,
  retryMode: 'standard',
  requestHandler: { connectionTimeout: 3_000, requestTimeout: 10_000 },
} as const;
