import {
  AdminListGroupsForUserCommand,
  type CognitoIdentityProviderClient,
  UserNotFoundException,
} from '@aws-sdk/client-cognito-identity-provider';
import type { StaffRole } from '#shared';
import type { StaffDirectory } from '../ports/staff-directory.ts';

/** Accounts of the staff as the pool has them: roles are its groups. */
export class CognitoStaffDirectory implements StaffDirectory {
  readonly #client: CognitoIdentityProviderClient;
  readonly #poolId: string;

  constructor(client: CognitoIdentityProviderClient, poolId: string) {
    this.#client = client;
    this.#poolId = poolId;
  }

  async isContractor(userId: string): Promise<boolean> {
    const role: StaffRole = 'external-reviewer';
    const question = { UserPoolId: this.#poolId, Username: userId };
    try {
      const { Groups = [] } = await this.#client.send(new AdminListGroupsForUserCommand(question));
      return Groups.some(({ GroupName }) => GroupName === role);
    } catch (error) {
      if (error instanceof UserNotFoundException) return false;
      throw error;
    }
  }
}
