import * as z from 'zod';

/**
 * A process that calls deployed bundles as Lambda does, each with its own copy of everything: what a function writes to
 * standard output is what it would log.
 */
const invocationSchema = z.object({
  id: z.int(),
  functionName: z.string(),
  bundleFile: z.string(),
  event: z.unknown(),
});

type Handler = (event: unknown, context: object) => Promise<unknown>;

const moduleSchema = z.object({ handler: z.custom<Handler>((value) => typeof value === 'function') });

process.on('message', (message: unknown) => {
  void invoke(invocationSchema.parse(message));
});

async function invoke({
  id,
  functionName,
  bundleFile,
  event,
}: z.infer<typeof invocationSchema>): Promise<void> {
  try {
    const { handler } = moduleSchema.parse(await import(bundleFile));
    const context = {
      functionName,
      awsRequestId: `bench-${id}`,
      memoryLimitInMB: '1024',
      invokedFunctionArn: `arn:aws:lambda:eu-west-3:000000000000:function:${functionName}`,
      getRemainingTimeInMillis: () => 60_000,
    };
    const cpuBefore = process.cpuUsage();
    const startedAt = performance.now();
    const result = await handler(event, context);
    const wallMilliseconds = performance.now() - startedAt;
    const { user, system } = process.cpuUsage(cpuBefore);
    process.send?.({ id, result, wallMilliseconds, cpuMilliseconds: (user + system) / 1000 });
  } catch (error) {
    process.send?.({ id, error: error instanceof Error ? (error.stack ?? error.message) : String(error) });
  }
}
