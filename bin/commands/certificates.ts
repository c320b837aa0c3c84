import { readFile, writeFile } from 'node:fs/promises';
import type { Command } from 'commander';
import * as z from 'zod';
import { readCertificateFonts } from '../../contexts/certificates/fonts/certificate-fonts.ts';
import {
  issueCertificate,
  type IssueCertificateResult,
} from '../../contexts/certificates/use-cases/issue-certificate.ts';
import { namesHolder, type Seal } from '../../contexts/certificates/domain/seal.ts';
import { PublicKeyError, verifyCertificate } from '../../contexts/certificates/domain/verify-certificate.ts';
import { formatReceipt } from '../../contexts/shared/identifiers/receipt-number.ts';
import { currentRuleBook } from '../../contexts/rules/rule-book.ts';
import { demandFile, demandFolderOf } from '../view/demand-file.ts';
import { demandRegistrationNumber } from '../view/demand-registration-number.ts';
import { print } from '../view/print.ts';
import { UserError } from '../view/user-error.ts';
import { connect, globalOptions } from './connect.ts';
import { parseOptions } from './parse-options.ts';

type Refusal = Extract<IssueCertificateResult, { outcome: 'refused' }>['because'];

/** Why, and what to do. */
const ADVICE: Readonly<Record<Refusal, readonly [string, string]>> = {
  PERSON_UNKNOWN: ['Nobody has this registration number.', 'Check its nine digits.'],
  DECEASED: [
    'The person has died: no certificate is issued in their name.',
    'If they live, correct the registry.',
  ],
  NO_OPEN_COVERAGE: [
    'The person has no open coverage today, so there is nothing to certify.',
    'Look at their coverages in the registry.',
  ],
  SEVERAL_COVERAGES: [
    'The person has several open coverages.',
    'Close all but one in the registry, then issue the certificate.',
  ],
  LETTERS_NOT_PRINTABLE: [
    'A name has letters that no font of the certificate has, and none may be left out or replaced:',
    'Correct the name in the registry, as it stands on the identity card, then issue the certificate.',
  ],
  TEXT_TOO_LONG: [
    'A name is too long to be read on the certificate, and nothing of it may be cut off.',
    'Correct the name in the registry, as it stands on the identity card, then issue the certificate.',
  ],
};

function refusalText(
  result: Extract<IssueCertificateResult, { outcome: 'refused' }>,
): ConstructorParameters<typeof UserError> {
  const [why, whatToDo] = ADVICE[result.because];
  const letters =
    result.because === 'LETTERS_NOT_PRINTABLE'
      ? ` ${[...new Set(result.letters)].map(withCodes).join(', ')}.`
      : '';
  const code = result.because === 'PERSON_UNKNOWN' ? 'not-found' : 'refused';
  return [`${why}${letters}`, whatToDo, { code }];
}

/** A letter that may look like another one is identified by its code points too. */
const withCodes = (letter: string): string =>
  `${letter} (${Array.from(letter, (character) => `U+${(character.codePointAt(0) ?? 0).toString(16).toUpperCase().padStart(4, '0')}`).join(' ')})`;

const issueOptionsSchema = z.object({ out: z.string().optional() });
const verifyOptionsSchema = z
  .object({ key: z.string().optional(), name: z.string().optional(), birthDate: z.iso.date().optional() })
  .refine(({ name, birthDate }) => (name === undefined) === (birthDate === undefined));

export function addCertificateCommands(program: Command): void {
  const certificates = program
    .command('certificates')
    .description('Certificates of registration (attestations), in Arabic and French');
  certificates
    .command('issue')
    .description('print the certificate of an insured person as PDF')
    .argument('<number>', 'registration number of the insured person')
    .option('--out <file>', 'where to; else certificate-<reference>.pdf')
    .action(async (number: string, _options: unknown, command: Command) => {
      demandRegistrationNumber(number);
      const { out } = parseOptions(issueOptionsSchema, command.opts());
      // Before it is issued: what is issued is on record.
      if (out !== undefined) demandFolderOf(out);
      const client = await connect(command);
      const result = await issueCertificate(number, {
        registry: client.registry,
        certificates: client.rights.certificates,
        signer: client.rights.signer(),
        fonts: await readCertificateFonts(),
        rules: currentRuleBook(),
        clock: () => new Date(),
      });
      if (result.outcome === 'refused') throw new UserError(...refusalText(result));
      const { certificate, pdf } = result;
      const reference = formatReceipt(certificate.certificateId);
      const file = out ?? `certificate-${reference}.pdf`;
      await writeFile(file, pdf);
      print(
        globalOptions(command).json,
        { ...certificate, file },
        () => `Certificate ${reference} of ${certificate.issuedOn} is in ${file}.`,
      );
    });
  certificates
    .command('verify')
    .description('tell whether the text of a certificate’s code is genuine')
    .argument('<text>', 'what the QR code says')
    .option('--key <file>', 'public key (PEM), to verify without a network')
    .option('--name <name>', 'with --birth-date: the name as printed, to tell whether it is the holder’s')
    .option('--birth-date <day>', 'YYYY-MM-DD')
    .action(async (text: string, _options: unknown, command: Command) => {
      const options = verifyOptionsSchema.safeParse(command.opts());
      if (!options.success)
        throw new UserError(
          'Only one of name and birth date was given, or the date is none.',
          'Give --name and --birth-date together; a birth date as YYYY-MM-DD.',
        );
      const { key, name, birthDate } = options.data;
      const verification = verify(text, await publicKey(command, key));
      if (!verification.isGenuine) {
        process.exitCode = 1;
        print(globalOptions(command).json, verification, () => FALSE_SEALS[verification.because]);
        return;
      }
      const { seal } = verification;
      const isHolder =
        name === undefined || birthDate === undefined ? undefined : namesHolder(seal, name, birthDate);
      if (isHolder === false) process.exitCode = 1;
      print(globalOptions(command).json, { ...verification, isHolder }, () => sealLines(seal, isHolder));
    });
  certificates
    .command('key')
    .description(
      'the public key (PEM) that certificates are verified with, for those who do it without a network',
    )
    .action(async (_options: unknown, command: Command) => {
      const publicKeyPem = await (await connect(command)).rights.signer().publicKeyPem();
      print(globalOptions(command).json, { publicKeyPem }, () => publicKeyPem.trimEnd());
    });
}

const FALSE_SEALS = {
  NOT_A_SEAL: 'NOT GENUINE: this is not the text of a certificate’s code. Scan it again, as a whole.',
  WRONG_SIGNATURE: 'NOT GENUINE: the text was changed, or was not signed with this key.',
} as const;

async function publicKey(command: Command, file: string | undefined): Promise<string> {
  if (file === undefined) return (await connect(command)).rights.signer().publicKeyPem();
  demandFile(file);
  return readFile(file, 'utf8');
}

function verify(text: string, pem: string): ReturnType<typeof verifyCertificate> {
  try {
    return verifyCertificate(text, pem);
  } catch (error) {
    if (error instanceof PublicKeyError)
      throw new UserError(error.message, 'Get it anew: milaf certificates key > milaf-public.pem', {
        cause: error,
      });
    throw error;
  }
}

function sealLines(seal: Seal, isHolder: boolean | undefined): string {
  const holder =
    isHolder === undefined
      ? 'Compare the number with the one that is printed; --name and --birth-date verify whose it is.'
      : isHolder
        ? 'The name and birth date are those of its holder.'
        : 'The name or the birth date is not the one it was issued for. Copy them as they are printed to try again.';
  return [
    `${isHolder === false ? 'GENUINE, BUT SOMEBODY ELSE’S' : 'GENUINE'}: certificate ${formatReceipt(seal.certificateId)}, issued on ${seal.issuedOn}`,
    `Registration number ${seal.registrationNumber}, ${seal.scheme}`,
    holder,
  ].join('\n');
}
