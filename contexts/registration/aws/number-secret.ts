import { GetSecretValueCommand, type SecretsManagerClient } from '@aws-sdk/client-secrets-manager';
import { createNumberSource, type NumberSource } from '../domain/registration-number.ts';

/**
 * Reads the secret of the registration numbers, once for each start of a function: it never changes.
 * @param secretId name or ARN
 */
export async function readNumberSource(
  client: SecretsManagerClient,
  secretId: string,
): Promise<NumberSource> {
  const { SecretString: secret } = await client.send(new GetSecretValueCommand({ SecretId: secretId }));
  if (secret === undefined) throw new Error('The secret of the registration numbers is not a text');
  return createNumberSource(secret);
}
