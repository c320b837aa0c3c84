import * as z from 'zod';
import { faultListSchema, type FaultSwitch } from './faults.ts';
import { quotaChangeSchema, type QuotaGate } from './quota.ts';
import type { Statistics } from './statistics.ts';

export interface AdminParts {
  readonly quota: QuotaGate;
  readonly faults: FaultSwitch;
  readonly statistics: Statistics;
}

export interface AdminAnswer {
  readonly status: number;
  readonly body: unknown;
}

/** Answers the `/_ocr/` routes, by which tests and people watch and steer the service; AWS has no such thing. */
export function answerAdminRoute(method: string, path: string, body: string, parts: AdminParts): AdminAnswer {
  const { quota, faults, statistics } = parts;
  try {
    switch (`${method} ${path}`) {
      case 'GET /_ocr/health':
        return { status: 200, body: { status: 'ok' } };
      case 'GET /_ocr/statistics':
        return { status: 200, body: statistics.snapshot() };
      case 'GET /_ocr/quota':
        return { status: 200, body: quota.quota };
      case 'PUT /_ocr/quota':
        return { status: 200, body: quota.change(quotaChangeSchema.parse(JSON.parse(body))) };
      case 'GET /_ocr/faults':
        return { status: 200, body: { faults: faults.all } };
      case 'PUT /_ocr/faults':
        faults.set(faultListSchema.parse(JSON.parse(body)).faults);
        return { status: 200, body: { faults: faults.all } };
      default:
        return { status: 404, body: { message: `There is no ${method} ${path}; see local/ocr/README.md` } };
    }
  } catch (error) {
    return { status: 400, body: { message: explain(error) } };
  }
}

function explain(error: unknown): string {
  if (error instanceof z.ZodError) {
    return z.prettifyError(error);
  }
  return 'The body is not JSON';
}
