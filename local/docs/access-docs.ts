import { accessTable, roles, type Role } from '../../contexts/shared/access/access.ts';

/** Who may do what, as a table for people: operations down, roles across. */
export function accessDocs(): string {
  const rows = Object.entries(accessTable).map(([operation, allowed]: [string, readonly Role[]]) => [
    `\`${operation}\``,
    ...roles.map((role) => (allowed.includes(role) ? 'yes' : '')),
  ]);
  const header = ['', ...roles.map((role) => role.replaceAll('-', ' '))];
  return [header, header.map(() => '---'), ...rows].map((cells) => `| ${cells.join(' | ')} |`).join('\n');
}
