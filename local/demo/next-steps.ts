import pc from 'picocolors';
import { PEOPLE } from '../samples/scenarios/people.ts';
import { DEMO_PASSWORD, demoStaff } from './demo-staff.ts';

/** What a person may try while the demonstration stays up. */
export function nextSteps(endpointUrl: string, webAddress: string): string {
  const command = (text: string): string => pc.cyan(`npx milaf --local ${text}`);
  const link = (page: string): string => pc.cyan(`${webAddress}${page}`);
  const names = demoStaff.map(({ userName }) => userName).join(', ');
  return [
    '',
    `The console of the staff: ${link('/console')}`,
    `  Sign in as ${names}; the password is ${pc.bold(DEMO_PASSWORD)}`,
    `The portal of the insured: ${link('/portal')}`,
    `  Sign in with ${PEOPLE.fatima.registrationNumber}; its code by SMS: ${command(`local sms ${PEOPLE.fatima.phone}`)}`,
    '',
    `The cloud stays up at ${endpointUrl} until Ctrl-C. In another terminal:`,
    `  ${command('claims list')}`,
    `  ${command('claims list --queue referred')}`,
    `  ${command('claims show <claim or receipt>')}`,
    `  ${command('messages list')}`,
    `  ${command('channels count')}`,
    `  ${command('submit <scan.pdf> --channel shop-meknes-112 --wait')}`,
    `  ${command('payments answer <pain.002.xml>')}`,
    'Lists of people to be registered (docs/lists.md): what it would come to, then for good, then who is notified.',
    `  ${command('lists submit docs/schemas/examples/ramed.csv --source ramed --dry-run --wait')}`,
    `  ${command('lists submit docs/schemas/examples/ramed.csv --source ramed --wait')}`,
    `  ${command('lists answer <list> --out answers')}`,
    `  ${command('certificates issue <number in the answer>')}`,
    `  ${command('sms status')}`,
  ].join('\n');
}
