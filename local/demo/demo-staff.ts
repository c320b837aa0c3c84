import { createCognitoClient } from '../../contexts/shared/aws/clients.ts';
import { StaffAccounts } from '../../contexts/staff/aws/staff-accounts.ts';
import type { MilafClient } from '../../contexts/operations/aws/milaf-client.ts';
import type { StaffRole } from '../../contexts/shared/access/access.ts';

/** Of every account of the demonstration, which exists on the local cloud only. */
export const DEMO_PASSWORD = 'Milaf-local-2026!';

export interface DemoAccount {
  readonly userName: string;
  readonly roles: readonly StaffRole[];
  readonly channelId?: string;
}

export const demoStaff: readonly DemoAccount[] = [
  { userName: 'clerk-rabat', roles: ['agency-clerk'], channelId: 'agency-rabat-01' },
  { userName: 'reviewer-1', roles: ['reviewer'] },
  { userName: 'reviewer-2', roles: ['reviewer'] },
  { userName: 'contractor-1', roles: ['external-reviewer'] },
  { userName: 'doctor-1', roles: ['medical-controller'] },
  { userName: 'supervisor-1', roles: ['supervisor'] },
  { userName: 'manager-1', roles: ['manager'] },
  { userName: 'auditor-1', roles: ['auditor'] },
  { userName: 'treasurer-1', roles: ['treasurer'] },
  { userName: 'treasurer-2', roles: ['treasurer'] },
];

/** Makes an account for each role, to sign in to the console with. */
export async function addDemoStaff({ outputs }: MilafClient): Promise<void> {
  const accounts = new StaffAccounts(createCognitoClient(), outputs.get('StaffPoolId') ?? '');
  for (const account of demoStaff) {
    await accounts.add({ ...account, temporaryPassword: DEMO_PASSWORD });
    await accounts.setPassword(account.userName, DEMO_PASSWORD);
  }
}
