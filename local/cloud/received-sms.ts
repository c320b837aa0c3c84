import * as z from 'zod';
import { MachineNotReadyError } from './machine-not-ready-error.ts';
import type { CloudVariables } from './start-local-cloud.ts';

const answerSchema = z.object({
  sms_messages: z.record(z.string(), z.array(z.object({ Message: z.string() }))),
});

/**
 * What a phone was sent on the local cloud, oldest first: nobody's phone rings there.
 * @param phone E.164
 * @throws MachineNotReadyError when the emulator is another one than Milaf brings
 */
export async function receivedSms(variables: CloudVariables, phone: string): Promise<readonly string[]> {
  const url = new URL('/_ministack/sns/sms-messages', variables['AWS_ENDPOINT_URL']);
  url.searchParams.set('phoneNumber', phone);
  const response = await fetch(url).catch(() => undefined);
  if (response?.ok !== true)
    throw new MachineNotReadyError(
      'The emulator cannot be asked for SMS.',
      'Start the one that Milaf brings: npm start',
    );
  const { sms_messages: byPhone } = answerSchema.parse(await response.json());
  return (byPhone[phone] ?? []).map(({ Message }) => Message);
}
