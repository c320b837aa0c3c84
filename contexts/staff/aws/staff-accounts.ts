import {
  AdminAddUserToGroupCommand,
  AdminCreateUserCommand,
  AdminSetUserPasswordCommand,
  type CognitoIdentityProviderClient,
  UsernameExistsException,
} from '@aws-sdk/client-cognito-identity-provider';
import type { StaffRole } from '#shared';

export interface StaffAccount {
  readonly userName: string;
  readonly roles: readonly StaffRole[];
  /** The channel an agency clerk works for. */
  readonly channelId?: string | undefined;
  /** Their own number as an insured person. */
  readonly registrationNumber?: string | undefined;
  /** Chosen anew at the first sign-in. */
  readonly temporaryPassword: string;
}

/** Accounts of the staff, as an administrator makes them. */
export class StaffAccounts {
  readonly #client: CognitoIdentityProviderClient;
  readonly #poolId: string;

  constructor(client: CognitoIdentityProviderClient, poolId: string) {
    this.#client = client;
    this.#poolId = poolId;
  }

  /** @returns `known` when there is an account of this name already: its roles are added, its password stays */
  async add({ userName, roles, temporaryPassword, ...facts }: StaffAccount): Promise<'added' | 'known'> {
    const user = { UserPoolId: this.#poolId, Username: userName };
    const isNew = await this.#create(user, facts, temporaryPassword);
    for (const role of roles)
      await this.#client.send(new AdminAddUserToGroupCommand({ ...user, GroupName: role }));
    return isNew ? 'added' : 'known';
  }

  /** Sets a password that is not asked to be changed: for accounts that belong to nobody, on the local cloud. */
  async setPassword(userName: string, password: string): Promise<void> {
    await this.#client.send(
      new AdminSetUserPasswordCommand({
        UserPoolId: this.#poolId,
        Username: userName,
        Password: password,
        Permanent: true,
      }),
    );
  }

  async #create(
    user: { readonly UserPoolId: string; readonly Username: string },
    { channelId, registrationNumber }: Pick<StaffAccount, 'channelId' | 'registrationNumber'>,
    temporaryPassword: string,
  ): Promise<boolean> {
    try {
      await this.#client.send(
        new AdminCreateUserCommand({
          ...user,
          MessageAction: 'SUPPRESS',
          TemporaryPassword: temporaryPassword,
          UserAttributes: [
            ...(channelId === undefined ? [] : [{ Name: 'custom:channel', Value: channelId }]),
            ...(registrationNumber === undefined
              ? []
              : [{ Name: 'custom:registration', Value: registrationNumber }]),
          ],
        }),
      );
      return true;
    } catch (error) {
      if (error instanceof UsernameExistsException) return false;
      throw error;
    }
  }
}
