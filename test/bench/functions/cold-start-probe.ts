import * as z from 'zod';

// Loads one bundle as Lambda does at a cold start, and tells how long its own code took. Node's own start is not in it.
const moduleSchema = z.object({ handler: z.custom((value) => typeof value === 'function') });

const bundleFile = z.string().parse(process.argv[2]);
const cpuBefore = process.cpuUsage();
const startedAt = performance.now();
const loaded: unknown = await import(bundleFile);
const wallMilliseconds = performance.now() - startedAt;
const { user, system } = process.cpuUsage(cpuBefore);
moduleSchema.parse(loaded);
process.send?.({ wallMilliseconds, cpuMilliseconds: (user + system) / 1000 });
