import { setTimeout as sleep } from 'node:timers/promises';

const DAY_MILLISECONDS = 86_400_000;
/** Longer than the tests of one file take. */
const SPARE_MILLISECONDS = 5 * 60_000;

// What a file's tests send, and what comes of it, must be of the same day: shortly before midnight they wait for the next one.
const leftMilliseconds = DAY_MILLISECONDS - (Date.now() % DAY_MILLISECONDS);
if (leftMilliseconds < SPARE_MILLISECONDS) await sleep(leftMilliseconds + 1_000);

/** The day, in UTC as everywhere in Milaf. */
export const TODAY = new Date().toISOString().slice(0, 10);
