import { gzipSync } from 'node:zlib';
import fc from 'fast-check';
import iconv from 'iconv-lite';
import { describe, expect, it } from 'vitest';
import {
  planList,
  type PlannedList,
  type RefusedList,
} from '../../../../contexts/registration/use-cases/plan-list.ts';
import { explainRefusal } from '../../../../contexts/registration/domain/lists/format/explain-refusal.ts';
import { verifyLines } from '../../../../contexts/registration/domain/lists/verify/verify-lines.ts';

const settings = { maxRangeLines: 2, maxRangeBytes: 400, maxListLines: 100_000 };
const HEADER = 'reference;cin;nom;prenom;date de naissance;categorie;activity_from;adresse';
const manifestOf = (records: number, more: object = {}): string =>
  JSON.stringify({ version: 1, source: 'dgi', records, asOf: '2021-11-30', ...more });

interface Person {
  readonly family: string;
  readonly given: string;
  readonly address?: string;
}

const lineOf = ({ family, given, address = '' }: Person, index: number): string =>
  `IF${index};AB12345${index % 10};${family};${given};1984-02-29;CPU;2015-06-01;${address}`;
const csvOf = (people: readonly Person[], end = '\n'): string =>
  [HEADER, ...people.map(lineOf), ''].join(end);

interface Sending {
  readonly manifest?: string | undefined;
  readonly isPacked?: boolean;
  readonly format?: 'csv' | 'jsonl';
  readonly chunkBytes?: number;
}

async function send(
  bytes: Uint8Array,
  { manifest, isPacked = false, format = 'csv', chunkBytes = 64 }: Sending,
) {
  const taken = { read: 0, kept: 0 };
  async function* chunks(): AsyncGenerator<Uint8Array> {
    for (let start = 0; start < bytes.length; start += chunkBytes) {
      taken.read += chunkBytes;
      yield await Promise.resolve(bytes.subarray(start, start + chunkBytes));
    }
  }
  const plan = await planList(
    { name: { source: 'dgi', format, isPacked }, bytes: chunks(), manifest, today: '2021-12-01' },
    {
      settings,
      writePlain: async (plain) => {
        for await (const chunk of plain) taken.kept += chunk.length;
      },
    },
  );
  return { plan, taken };
}

function namesIn(plan: PlannedList, bytes: Uint8Array): readonly string[] {
  return plan.ranges.flatMap(({ firstLine, offsetBytes, lengthBytes, lineCount }) => {
    const lines = verifyLines({
      source: 'dgi',
      text: plan.text,
      asOf: plan.asOf,
      firstLine,
      bytes: bytes.subarray(offsetBytes, offsetBytes + lengthBytes),
    });
    expect(lines).toHaveLength(lineCount);
    return lines.map((line) =>
      line.status === 'usable' && line.record.kind !== 'score'
        ? `${line.record.name.family} ${line.record.name.given}`
        : 'invalid',
    );
  });
}

const LATIN: readonly Person[] = [
  { family: 'BÉNÉDICTE', given: 'Noëlle', address: '12, résidence « Al Qods », Salé' },
  { family: 'EL IDRISSI', given: 'Hélène', address: 'N° 4, rue de l’Atlas' },
  { family: 'FARÈS', given: 'François', address: 'Fès' },
];
const ARABIC: readonly Person[] = [
  { family: 'بنيونس', given: 'يوسف', address: 'زنقة القدس' },
  { family: 'الفيلالي', given: 'محمد' },
  { family: 'الإدريسي', given: 'فاطمة الزهراء' },
];

describe('a packed list', () => {
  const bomb = gzipSync(Buffer.alloc(64 * 1024 * 1024, `${lineOf(LATIN[0]!, 1)}\n`));

  it('that does not say what it is, is refused before it is unpacked', async () => {
    const { plan, taken } = await send(bomb, { isPacked: true, chunkBytes: 4_096 });

    expect(plan).toMatchObject({ status: 'refused', refusal: 'COUNT_MISSING' });
    expect(taken.kept).toBe(0);
    expect(taken.read).toBeLessThan(128 * 1_024);
  });

  it('that says it is of another source, is refused before it is unpacked', async () => {
    const { plan, taken } = await send(bomb, {
      isPacked: true,
      manifest: manifestOf(3, { source: 'barid' }),
      chunkBytes: 4_096,
    });

    expect(plan).toMatchObject({ refusal: 'WRONG_SOURCE' });
    expect(taken.kept).toBe(0);
  });

  it('that unpacks to far more than was sent, is refused on the way', async () => {
    const uniform = gzipSync(
      Buffer.concat([Buffer.from(`${HEADER}\n`), Buffer.alloc(64 * 1024 * 1024, 'a;b\n')]),
    );
    const { plan, taken } = await planWithManyLines(uniform);

    expect(plan).toMatchObject({ status: 'refused', refusal: 'UNPACKS_TOO_LARGE' });
    expect(taken.kept).toBeLessThan(10 * 1024 * 1024);
    expect(explainRefusal('UNPACKS_TOO_LARGE', (plan as RefusedList).detail)).toContain('in parts');
  });

  it('of real lines is taken, however well it is packed', async () => {
    const csv = Buffer.from(csvOf(Array.from({ length: 20_000 }, () => LATIN[1]!)));
    const { plan } = await send(gzipSync(csv), { isPacked: true, manifest: manifestOf(20_000) });

    expect(plan).toMatchObject({ status: 'planned', lineCount: 20_000 });
  });
});

async function planWithManyLines(packed: Uint8Array) {
  const taken = { kept: 0 };
  const plan = await planList(
    {
      name: { source: 'dgi', format: 'csv', isPacked: true },
      bytes: (async function* () {
        yield await Promise.resolve(packed);
      })(),
      manifest: manifestOf(20_000_000),
      today: '2021-12-01',
    },
    {
      settings: { ...settings, maxListLines: 100_000_000 },
      writePlain: async (plain) => {
        for await (const chunk of plain) taken.kept += chunk.length;
      },
    },
  );
  return { plan, taken };
}

describe('the ends of lines', () => {
  it.each([
    ['LF', '\n'],
    ['CRLF', '\r\n'],
    ['CR alone, as old Macs write it', '\r'],
    ['CR CR LF, as some programs write it', '\r\r\n'],
  ])('are understood: %s', async (_, end) => {
    const bytes = Buffer.from(csvOf(LATIN, end));
    const { plan } = await send(bytes, { manifest: manifestOf(3), chunkBytes: 7 });

    expect(plan).toMatchObject({ status: 'planned', lineCount: 3 });
    expect(namesIn(plan as PlannedList, bytes)).toEqual(
      LATIN.map(({ family, given }) => `${family} ${given}`),
    );
  });

  it('cut the same ranges whatever they are, and however the bytes come in', async () => {
    await fc.assert(
      fc.asyncProperty(
        fc.constantFrom('\n', '\r\n', '\r'),
        fc.integer({ min: 1, max: 12 }),
        fc.integer({ min: 1, max: 300 }),
        fc.boolean(),
        async (end, count, chunkBytes, hasLastEnd) => {
          const people = Array.from({ length: count }, (__, index) => LATIN[index % 3]!);
          const text = csvOf(people, end);
          const bytes = Buffer.from(hasLastEnd ? text : text.slice(0, -end.length));
          const { plan } = await send(bytes, { manifest: manifestOf(count), chunkBytes });

          expect(namesIn(plan as PlannedList, bytes)).toHaveLength(count);
          expect(namesIn(plan as PlannedList, bytes)).not.toContain('invalid');
        },
      ),
      { numRuns: 60 },
    );
  });

  it('of CR end the lines of JSON Lines too, with a header of counts', async () => {
    const record = {
      reference: '1',
      cin: 'AB123456',
      family_name: 'A',
      given_name: 'B',
      birth_date: '1984-02-29',
      category: 'CPU',
      activity_from: '2015-06-01',
    };
    const text = [`{"milafList":${manifestOf(2)}}`, JSON.stringify(record), JSON.stringify(record), ''].join(
      '\r',
    );
    const { plan } = await send(Buffer.from(text), { format: 'jsonl' });

    expect(plan).toMatchObject({ status: 'planned', lineCount: 2, text: { lineEnd: 'CR' } });
  });

  it('of a cell that has a break of its own are the first ones', async () => {
    const people = [{ ...LATIN[0]!, address: '"12,\nrue Al Qods"' }, LATIN[1]!];
    const bytes = Buffer.from(csvOf(people, '\r'));
    const { plan } = await send(bytes, { manifest: manifestOf(2) });

    expect(namesIn(plan as PlannedList, bytes)).toEqual(['BÉNÉDICTE Noëlle', 'EL IDRISSI Hélène']);
  });
});

describe('a refusal', () => {
  const SECRETS = ['AB123456', 'ALAOUI', 'Samira', '0612345678', '1984-02-29', '12 rue Al Qods'];
  const dataLine = `IF1;${SECRETS.join(';')}`;

  it.each([
    ['cells among the names of the columns', `${HEADER};${SECRETS.join(';')}\n${dataLine}\n`, 'csv'],
    ['a line of data in the place of the header', `${dataLine}\n${dataLine}\n`, 'csv'],
    ['cells with line ends that are none', `${HEADER}\u2028${dataLine}\u2028`, 'csv'],
    ['two lines in one header', `${HEADER}\v${dataLine}\n${dataLine}\n`, 'csv'],
    [
      'cells in the place of keys',
      `${JSON.stringify({ ...Object.fromEntries(HEADER.split(';').map((name) => [name, ''])), AB123456: 'ALAOUI', Samira: '0612345678' })}\n`,
      'jsonl',
    ],
  ] as const)('repeats nothing of %s', async (_, text, format) => {
    const { plan } = await send(Buffer.from(text), { manifest: manifestOf(1), format });

    expect(plan).toMatchObject({ status: 'refused' });
    for (const secret of SECRETS) expect(JSON.stringify(plan)).not.toContain(secret);
  });

  it('tells which column is not known, by its number', async () => {
    const { plan } = await send(Buffer.from(`${HEADER};ALAOUI\n${lineOf(LATIN[0]!, 1)};x\n`), {
      manifest: manifestOf(1),
    });

    expect(plan).toMatchObject({ refusal: 'COLUMNS_UNKNOWN' });
    expect((plan as RefusedList).detail).toContain('column 9');
  });
});

describe('the encoding of a list', () => {
  const encoded = (people: readonly Person[], encoding: string): Buffer =>
    iconv.encode(csvOf(people), encoding);

  it.each([
    ['French', LATIN, 'windows-1252', 'windows-1252'],
    ['French of ISO-8859-15', LATIN.slice(0, 1), 'iso-8859-15', 'windows-1252'],
    ['Arabic', ARABIC, 'windows-1256', 'windows-1256'],
    [
      'Arabic with French addresses',
      [...ARABIC, { family: 'ALAOUI', given: 'Hélène', address: 'Salé' }],
      'windows-1256',
      'windows-1256',
    ],
    ['Arabic of ISO', ARABIC, 'iso-8859-6', 'iso-8859-6'],
    [
      'names in capitals with ° only',
      [{ family: 'ALAOUI', given: 'KARIM', address: 'N° 12' }],
      'windows-1252',
      'windows-1252',
    ],
    [
      'names in capitals with ’ only',
      [{ family: 'ALAOUI', given: 'KARIM', address: 'rue de l’Atlas' }],
      'windows-1252',
      'windows-1252',
    ],
    [
      'one accent beside many °',
      [
        { family: 'ÉLIE', given: 'KARIM', address: 'N° 12' },
        { family: 'A', given: 'B', address: 'N° 1 N° 2' },
      ],
      'windows-1252',
      'windows-1252',
    ],
  ] as const)('is found out: %s', async (_, people, encoding, expected) => {
    const bytes = encoded(people, encoding);
    const { plan } = await send(bytes, { manifest: manifestOf(people.length) });

    expect(plan).toMatchObject({ status: 'planned', text: { encoding: expected } });
    expect(namesIn(plan as PlannedList, bytes)).toEqual(
      people.map(({ family, given }) => `${family} ${given}`),
    );
  });

  it.each([
    ['of DOS', LATIN, 'cp850'],
    ['of DOS with ° only', [{ family: 'ALAOUI', given: 'KARIM', address: 'N° 12' }], 'cp850'],
    ['of old Macs', LATIN, 'macroman'],
    [
      'of old Macs with ’ only',
      [{ family: 'ALAOUI', given: 'KARIM', address: 'rue de l’Atlas' }],
      'macroman',
    ],
    ['of Arabic DOS', ARABIC, 'cp720'],
    ['of Cyrillic', [{ family: 'Иванов', given: 'Сергей' }], 'windows-1251'],
    ['of Greek', [{ family: 'Παπαδόπουλος', given: 'Γιώργος' }], 'windows-1253'],
    ['that two encodings of Arabic share', [{ family: 'محمد', given: 'سمر' }], 'iso-8859-6'],
  ] as const)('%s is not guessed, and the sender is told how to declare one', async (_, people, encoding) => {
    const { plan } = await send(encoded(people, encoding), { manifest: manifestOf(people.length) });

    expect(plan).toMatchObject({ status: 'refused', refusal: 'ENCODING_UNKNOWN' });
    expect(explainRefusal('ENCODING_UNKNOWN', (plan as RefusedList).detail)).toContain('manifest');
  });

  it('that is declared is believed', async () => {
    const people = [{ family: 'محمد', given: 'سمر' }];
    const bytes = encoded(people, 'iso-8859-6');
    const { plan } = await send(bytes, { manifest: manifestOf(1, { encoding: 'iso-8859-6' }) });

    expect(namesIn(plan as PlannedList, bytes)).toEqual(['محمد سمر']);
  });

  it('that is declared is not believed against most words', async () => {
    const { plan } = await send(encoded(ARABIC, 'windows-1256'), {
      manifest: manifestOf(3, { encoding: 'windows-1252' }),
    });

    expect(plan).toMatchObject({ refusal: 'ENCODING_UNKNOWN' });
  });

  it('is never one that changes names, whatever the names and the encoding are', async () => {
    const letters = fc.stringMatching(/^[ابتجحدرزسشصضطعغفقكلمنهويةىأ]{2,9}$/);
    const people = fc.array(fc.record({ family: letters, given: letters }), { minLength: 1, maxLength: 5 });
    await fc.assert(
      fc.asyncProperty(people, fc.constantFrom('windows-1256', 'iso-8859-6'), async (all, encoding) => {
        const bytes = encoded(all, encoding);
        const { plan } = await send(bytes, { manifest: manifestOf(all.length) });
        if (plan.status === 'refused') return;

        expect(namesIn(plan, bytes)).toEqual(all.map(({ family, given }) => `${family} ${given}`));
      }),
      { numRuns: 200 },
    );
  });
});

describe('a list whose lines end with CR alone', () => {
  const withFeeds = (address: string): Uint8Array =>
    Buffer.from(csvOf([{ ...LATIN[0]!, address }, LATIN[1]!], '\r'));

  it.each([
    ['in quotes', '"12, rue\nde Fès"'],
    ['outside quotes, beside some', 'rue "A"\nde Fès'],
    ['behind quotes', '"12"\n'],
    ['more than once', '"a\n\nb"\n"c"'],
  ])('is read line by line although a cell has an LF %s', async (_, address) => {
    const bytes = withFeeds(address);
    const { plan } = await send(bytes, { manifest: manifestOf(2) });

    expect(plan).toMatchObject({ status: 'planned', lineCount: 2 });
    expect(namesIn(plan as PlannedList, bytes)[1]).toBe('EL IDRISSI Hélène');
  });

  it('is judged by its last line too where that has an LF and no end', async () => {
    const bytes = Buffer.from(
      csvOf([LATIN[1]!, { ...LATIN[0]!, address: '"12, rue\nde Fès"' }], '\r').replace(/\r$/, ''),
    );
    const { plan } = await send(bytes, { manifest: manifestOf(2) });

    expect(plan).toMatchObject({ status: 'planned', lineCount: 2 });
    expect(namesIn(plan as PlannedList, bytes)).toEqual(['EL IDRISSI Hélène', 'BÉNÉDICTE Noëlle']);
  });
});
