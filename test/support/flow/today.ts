import { setTimeout as sleep } from 'node:timers/promises';
import { dayInMorocco } from '../../../contexts/shared/time/morocco-time.ts';

/** Longer than the tests of one file take. */
const SPARE_MILLISECONDS = 5 * 60_000;

// What a file's tests send, and what comes of it, must be of the same day: shortly before midnight they wait for the next one.
const soon = new Date(Date.now() + SPARE_MILLISECONDS);
if (dayInMorocco(soon) !== dayInMorocco(new Date())) await sleep(SPARE_MILLISECONDS);

/** The day in Morocco, as everywhere in Milaf. */
export const TODAY = dayInMorocco(new Date());
