import pc from 'picocolors';
import { PEOPLE } from '../samples/scenarios/people.ts';
import { DEMO_PASSWORD, demoStaff } from './demo-staff.ts';

const command = (text: string): string => pc.cyan(`npx milaf --local ${text}`);

/** Where the console is, and the accounts that are made for it. */
export function waysIn(webAddress: string): string {
  const names = demoStaff.map(({ userName }) => userName).join(', ');
  return [
    `The console of the staff: ${pc.cyan(`${webAddress}/console`)}`,
    `  Sign in as ${names}; the password is ${pc.bold(DEMO_PASSWORD)}`,
    `The portal of the insured: ${pc.cyan(`${webAddress}/portal`)}`,
  ].join('\n');
}

/** What a person may try while the demonstration stays up. */
export function nextSteps(endpointUrl: string, webAddress: string): string {
  return [
    '',
    waysIn(webAddress),
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

/** What a person needs to know of a cloud that was started empty. */
export function emptyCloudText(endpointUrl: string, ocrUrl: string, webAddress: string): string {
  return [
    '',
    waysIn(webAddress),
    `AWS, for tools beside it: ${endpointUrl}; OCR: ${ocrUrl}`,
    `Nobody is insured yet: ${command('registry load <people.jsonl>')}`,
    'The local cloud stays up until Ctrl-C.',
  ].join('\n');
}
