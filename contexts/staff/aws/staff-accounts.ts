import {
  AdminAddUserToGroupCommand,
  AdminCreateUserCommand,
  AdminDisableUserCommand,
  AdminGetUserCommand,
  AdminSetUserPasswordCommand,
  AdminUserGlobalSignOutCommand,
  type CognitoIdentityProviderClient,
  paginateListUsers,
  paginateListUsersInGroup,
  UsernameExistsException,
  type UserType,
} from '@aws-sdk/client-cognito-identity-provider';
import { type StaffRole, staffRoles } from '#shared';
import type { ListedAccount } from '../domain/removal.ts';

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

  /**
   * @returns `known` when there is an account of this name already: its roles are added, its password stays; `removed` when there
   * was one: nothing is done, because audit records name it
   */
  async add({
    userName,
    roles,
    temporaryPassword,
    ...facts
  }: StaffAccount): Promise<'added' | 'known' | 'removed'> {
    const user = { UserPoolId: this.#poolId, Username: userName };
    const isNew = await this.#create(user, facts, temporaryPassword);
    if (!isNew && (await this.#client.send(new AdminGetUserCommand(user))).Enabled === false)
      return 'removed';
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

  /** All accounts, by name; also those that were removed. */
  async list(): Promise<readonly ListedAccount[]> {
    const rolesOf = new Map<string, StaffRole[]>();
    for (const role of staffRoles)
      for (const userName of await this.#membersOf(role))
        rolesOf.set(userName, [...(rolesOf.get(userName) ?? []), role]);
    const accounts: ListedAccount[] = [];
    const pages = paginateListUsers({ client: this.#client }, { UserPoolId: this.#poolId });
    for await (const { Users = [] } of pages)
      for (const user of Users) accounts.push(accountOf(user, rolesOf.get(user.Username ?? '') ?? []));
    return accounts.sort((one, other) => one.userName.localeCompare(other.userName));
  }

  /**
   * Takes an account out of use for good. Its record and its name stay, because audit records name it. What it shows to the API now
   * is good for some minutes more; it gets nothing new.
   */
  async remove(userName: string): Promise<void> {
    const user = { UserPoolId: this.#poolId, Username: userName };
    await this.#client.send(new AdminDisableUserCommand(user));
    await this.#client.send(new AdminUserGlobalSignOutCommand(user));
  }

  async #membersOf(role: StaffRole): Promise<string[]> {
    const pages = paginateListUsersInGroup(
      { client: this.#client },
      { UserPoolId: this.#poolId, GroupName: role },
    );
    const names: string[] = [];
    for await (const { Users = [] } of pages) names.push(...Users.flatMap(({ Username = [] }) => Username));
    return names;
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

function accountOf(
  { Username = '', Attributes = [], Enabled, UserCreateDate }: UserType,
  roles: readonly StaffRole[],
): ListedAccount {
  return {
    userName: Username,
    roles,
    channelId: Attributes.find(({ Name }) => Name === 'custom:channel')?.Value,
    isRemoved: Enabled === false,
    createdAt: UserCreateDate?.toISOString(),
  };
}
