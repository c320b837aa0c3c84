import * as z from 'zod';
import { planList } from '../../../contexts/registration/use-cases/plan-list.ts';
import { verifyLines } from '../../../contexts/registration/domain/lists/verify/verify-lines.ts';
import { RANGE_SETTINGS } from './range-settings.ts';
import { variedList } from './varied-lines.ts';

// Plans and verifies a list in a process of its own, lines made on the way, and tells the most memory it ever had.
const lines = z.coerce.number().int().parse(process.argv[2]);
const plan = await planList(
  {
    name: { source: 'dgi', format: 'csv', isPacked: false },
    bytes: variedList(lines),
    manifest: undefined,
    today: '2021-12-01',
  },
  { settings: RANGE_SETTINGS, writePlain: () => Promise.reject(new Error('The list is not packed')) },
);
if (plan.status === 'refused') throw new Error(plan.detail);

// The same bytes again, cut as planned: one range at a time, as verify-range has them.
let verified = 0;
let rest: Uint8Array = new Uint8Array();
let offset = 0;
let next = 0;
for await (const chunk of variedList(lines)) {
  rest = Buffer.concat([rest, chunk]);
  for (let range = plan.ranges[next]; range !== undefined; range = plan.ranges[next]) {
    const from = range.offsetBytes - offset;
    if (from + range.lengthBytes > rest.length) break;
    const bytes = rest.subarray(from, from + range.lengthBytes);
    verified += verifyLines({ ...plan, source: 'dgi', firstLine: range.firstLine, bytes }).length;
    rest = rest.subarray(from + range.lengthBytes);
    offset = range.offsetBytes + range.lengthBytes;
    next += 1;
  }
}
if (verified !== lines) throw new Error(`${verified} lines of ${lines} were verified`);
process.send?.({ peakMegabytes: process.resourceUsage().maxRSS / 1024 });
