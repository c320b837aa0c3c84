import { readForms, type ReadFormsDependencies } from '../../contexts/reading/use-cases/read-forms.ts';
import type { ReadForms } from '../../contexts/reading/records/work-messages.ts';
import { describeError, type LogFields } from '../runtime/log.ts';
import { count } from '../runtime/metrics.ts';
import type { Delivery } from '../runtime/queue-consumer.ts';

export function createHandler(dependencies: ReadFormsDependencies) {
  return async (message: ReadForms, { deliveryCount }: Delivery): Promise<LogFields> => {
    const { outcome, barcodeCount, secondLookCalls, failure } = await readForms(
      message,
      deliveryCount,
      dependencies,
    );
    if (outcome === 'drafted') {
      count('ClaimsDrafted');
      // Zeros too: the mean is what a file costs.
      count('SecondLooks', secondLookCalls);
    }
    if (outcome === 'quarantined') count('FilesQuarantined');
    if (barcodeCount > 0) count('BarcodesRead', barcodeCount);
    if (failure !== undefined && outcome !== 'look-postponed') count('WitnessesMissing');
    return {
      fileId: message.fileId,
      jobId: message.jobId,
      outcome,
      count: barcodeCount,
      // The file went on all the same: this says what it went on without.
      ...(failure === undefined ? {} : describeError(failure)),
    };
  };
}
