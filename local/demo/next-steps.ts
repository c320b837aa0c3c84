import pc from 'picocolors';

/** What a person may try while the demonstration stays up. */
export function nextSteps(endpointUrl: string): string {
  const command = (text: string): string => pc.cyan(`npm run -s milaf -- --local ${text}`);
  return [
    '',
    `The cloud stays up at ${endpointUrl} until Ctrl-C. In another terminal:`,
    `  ${command('claims list')}`,
    `  ${command('claims list --queue referred')}`,
    `  ${command('claims show <claim or receipt>')}`,
    `  ${command('messages list')}`,
    `  ${command('channels count')}`,
    `  ${command('submit <scan.pdf> --channel shop-meknes-112 --wait')}`,
    `  ${command('payments answer <pain.002.xml>')}`,
    'Lists of people to be registered (docs/lists.md): what it would come to, then for good, then who is told.',
    `  ${command('lists submit docs/schemas/examples/ramed.csv --source ramed --dry-run --wait')}`,
    `  ${command('lists submit docs/schemas/examples/ramed.csv --source ramed --wait')}`,
    `  ${command('lists answer <list> --out answers')}`,
    `  ${command('certificates issue <number in the answer>')}`,
    `  ${command('sms status')}`,
  ].join('\n');
}
