import {
  applyBankAnswer,
  type ApplyBankAnswerDependencies,
} from '../../contexts/payments/use-cases/apply-bank-answer.ts';
import type { ObjectCreated } from '../../contexts/shared/records/object-created.ts';
import { logError, type LogFields } from '../runtime/log.ts';
import { count } from '../runtime/metrics.ts';

export function createHandler(dependencies: ApplyBankAnswerDependencies) {
  return async ({ detail }: ObjectCreated): Promise<LogFields> => {
    const applied = await applyBankAnswer(detail.object.key, dependencies);
    const { batchId, counts, problems } = applied;
    count('PaymentsPaid', counts.paid);
    count('PaymentsReturned', counts.returned);
    count('PaymentsRefused', counts.refused);
    count('PaymentsDisputed', counts.disputed);
    count('BankAnswerProblems', problems.length);
    for (const outcome of problems) logError('BANK_ANSWER_PROBLEM', { batchId, outcome });
    return {
      batchId,
      outcome: 'applied',
      count: Object.values(counts).reduce((sum, one) => sum + one, 0),
    };
  };
}
