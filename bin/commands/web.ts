import path from 'node:path';
import type { Command } from 'commander';
import { execa } from 'execa';
import { createS3Client } from '../../contexts/shared/aws/clients.ts';
import { publishSite } from '../../contexts/operations/aws/site-publication.ts';
import { newTempFolder, removeTempFolder } from '../../local/cloud/temp-folders.ts';
import { print } from '../view/print.ts';
import { UserError } from '../view/user-error.ts';
import { connect, globalOptions } from './connect.ts';
import { demandRepository } from './demand-repository.ts';

const WEB = path.resolve(import.meta.dirname, '../../web');

export function addWebCommands(program: Command): void {
  const web = program.command('web').description('the pages of console and portal');
  web
    .command('publish')
    .description('build the pages and put them where the stage serves them from; after each deployment')
    .action(async (_options: unknown, command: Command) => {
      demandRepository();
      const { outputs } = await connect(command);
      const address = outputs.get('WebAddress') ?? '';
      const folder = newTempFolder('pages');
      try {
        await build(folder);
        const fileCount = await publishSite(createS3Client(), outputs.get('PagesBucketName') ?? '', folder);
        print(globalOptions(command).json, { fileCount, address }, () => `Published. See: ${address}`);
      } finally {
        removeTempFolder(folder);
      }
    });
}

async function build(folder: string): Promise<void> {
  const { failed, all } = await execa(
    'vite',
    ['build', '--outDir', folder, '--emptyOutDir', '--logLevel', 'warn'],
    {
      cwd: WEB,
      preferLocal: true,
      all: true,
      reject: false,
    },
  );
  if (failed)
    throw new UserError(
      `The pages do not build:\n${all}`,
      'Put right what it names, in web/, and publish again.',
      { code: 'internal' },
    );
}
