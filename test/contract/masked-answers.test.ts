import { beforeEach, describe, expect, it } from 'vitest';
import {
  accessTable,
  rolesGranting,
  type Operation,
  type StaffRole,
} from '../../contexts/shared/access/access.ts';
import type { CareForm, ReadField } from '../../contexts/reading/domain/care-form.ts';
import type { ReviewedFinding } from '../../contexts/review/domain/claim-review.ts';
import type { PageImageSet } from '../../contexts/pages/ports/page-images.ts';
import type { RecordedChange } from '../../contexts/review/ports.ts';
import { createConsoleApp, type ConsoleDependencies } from '../../lambdas/serve-console/app.ts';
import { medicineOf } from '../support/medicine-examples.ts';
import { MemoryMedicines } from '../support/memory-medicines.ts';
import { memoryCursors } from '../support/memory-data-keys.ts';
import { CLAIM_ID, contractor, FILE_ID, ReviewWorld } from '../support/review-world.ts';
import { act, field, form, personFile, provider } from '../unit/adjudication/domain/claim-builder.ts';

/** Each stands for something personal, and nowhere else. */
const MARKERS: string[] = [];
function marker(): string {
  const text = `Zq${String(MARKERS.length).padStart(3, '0')}Xw`;
  MARKERS.push(text);
  return text;
}
const number = (digits: string): string => {
  MARKERS.push(digits);
  return digits;
};

const NUMBER = number('184203957');
const PERSON = {
  cin: number('BK412087'),
  name: { family: marker(), given: marker(), familyArabic: `م${marker()}`, givenArabic: `ن${marker()}` },
  birthDate: number('1979-03-14'),
  phone: number('+212612345678'),
  address: marker(),
};
const RIB = number('007780000123456789012396');
const CHILD = {
  name: { family: marker(), given: marker() },
  birthDate: number('2017-06-02'),
  cin: number('AB123456'),
};

function people() {
  const file = personFile();
  return personFile({
    person: { ...file.person, ...PERSON },
    dependants: [
      {
        type: 'dependant',
        registrationNumber: NUMBER,
        dependantId: '1',
        link: 'child',
        ...CHILD,
        from: '2017-06-02',
        studies: [],
        disabled: false,
      },
    ],
  });
}

/** What the OCR read for a field may be anything on the page. */
const marked = <T>(value: T, more: Partial<ReadField<T>> = {}): ReadField<T> => ({
  ...field(value),
  text: marker(),
  ...more,
});
const unknown = (value: string): never => value as never;

function markedForm(): CareForm {
  const row = act();
  return form({
    registrationNumber: marked(NUMBER),
    cin: marked(PERSON.cin),
    insuredName: marked(`${PERSON.name.family} ${PERSON.name.given}`),
    insuredNameArabic: marked(PERSON.name.familyArabic),
    insuredBirthDate: marked(PERSON.birthDate),
    address: marked(PERSON.address),
    sex: marked(unknown(marker()), { evidence: ['REGISTRY', unknown(marker())] }),
    beneficiaryLink: marked(unknown(marker()), { doubts: [unknown(marker()), 'AMBIGUOUS'] }),
    patientName: marked(CHILD.name.family),
    patientBirthDate: marked(CHILD.birthDate),
    patientCin: marked(CHILD.cin),
    // Names and numbers in the wrong place, as a reader takes them from the line beside.
    providerName: marked(`Dr ${marker()}`, { doubts: ['CONFLICTING_VALUES'] }),
    specialty: marked(marker(), { attestedBy: [marker()] }),
    inpe: marked(NUMBER, { confidencePercent: 30, doubts: ['LOW_CONFIDENCE'] }),
    signatureDate: marked(CHILD.birthDate),
    rib: marked(RIB),
    city: marked(marker()),
    dossierNumber: marked(marker()),
    attachmentsCount: marked(unknown(marker())),
    unlabelledFields: [marker()],
    acts: [
      {
        ...row,
        dateOfCare: marked(PERSON.birthDate),
        keyLetter: marked(marker()),
        actCode: marked(PERSON.cin),
        billedCentimes: marked(25_000),
      },
      { ...row, dateOfCare: marked(marker()), coefficientHundredths: marked(unknown(marker())) },
      row,
    ],
  });
}

const finding = (code: string, more: Partial<ReviewedFinding> = {}): ReviewedFinding => ({
  kind: 'doubt',
  code,
  ...more,
});

function markedFindings(): readonly ReviewedFinding[] {
  return [
    finding('FIELD_UNREADABLE', { field: 'inpe', details: { read: marker(), inpe: NUMBER } }),
    finding('AMOUNT_MISMATCH', {
      field: 'totalCentimes',
      details: { totalCentimes: 25_000, cause: marker() },
    }),
    finding('CARE_DATE_IMPLAUSIBLE', {
      field: 'dateOfCare',
      line: 0,
      details: { dateOfCare: PERSON.birthDate, depositDate: marker(), signedOn: CHILD.birthDate },
    }),
    finding('IDENTITY_MISMATCH', { kind: 'signal', field: 'cin', details: { cin: PERSON.cin } }),
    finding('PERSON_DECEASED', { kind: 'signal', details: { deceasedOn: PERSON.birthDate } }),
    finding('ACT_UNKNOWN', { field: marker(), line: 1, details: { keyLetter: marker(), [marker()]: 1 } }),
    finding(marker()),
    finding('PROVIDER_MISMATCH', { details: { settledBy: marker() } }),
  ];
}

function markedHistory(): readonly RecordedChange[] {
  const said = { at: '2025-09-19T09:00:00Z', by: 'amina' };
  return [
    { ...said, what: 'corrected', field: 'insuredName', before: marker(), after: marker() },
    { ...said, what: 'corrected', field: 'providerName', before: marker(), after: marker() },
    { ...said, what: 'corrected', field: 'inpe', before: NUMBER, after: marker() },
    {
      ...said,
      what: 'corrected',
      field: 'dateOfCare',
      line: 0,
      before: PERSON.birthDate,
      after: '2025-09-03',
    },
    {
      ...said,
      what: 'corrected',
      field: 'billedCentimes',
      line: 0,
      before: 25_000,
      after: unknown(marker()),
    },
    { ...said, what: 'overridden', code: 'DUPLICATE', reason: marker() },
    { ...said, what: 'settled', field: 'keyLetter', line: 0, reason: marker(), after: marker() },
    { ...said, what: 'rejected', code: marker(), reason: marker() },
    { ...said, what: 'assigned', after: marker() },
    { ...said, what: 'keyed', field: unknown(marker()) },
  ];
}

async function markedWorld(): Promise<ReviewWorld> {
  const world = new ReviewWorld({
    people: [people()],
    providers: [provider({ name: marker(), inpe: NUMBER })],
    undoSeconds: 30,
  });
  await world.draft(
    form({ inpe: field('091024573', { confidencePercent: 30, doubts: ['LOW_CONFIDENCE'] }) }),
    {
      registrationNumber: NUMBER,
    },
  );
  const { reviews, readings } = world.dependencies;
  const review = await reviews.find(CLAIM_ID);
  if (review === undefined) throw new Error('The claim was not referred');
  const stored = { form: markedForm(), pageRoles: ['care-form', 'other'], ocrEngine: 'tesseract' } as const;
  await readings.saveForm(CLAIM_ID, stored, 'marked');
  await reviews.save({
    review: {
      ...review,
      version: review.version + 1,
      lastChange: 'marked',
      formRevision: 'marked',
      assignedTo: contractor.userId,
      reasons: [...review.reasons, marker()],
      findings: markedFindings(),
      documentsRequested: ['ID_CARD', unknown(marker())],
      keying: {
        by: 'amina',
        values: [
          { field: 'cin', value: PERSON.cin },
          { field: 'totalCentimes', value: 25_000 },
        ],
      },
      firstKeying: { by: 'brahim', values: [{ field: 'providerName', value: marker() }] },
      suspensions: [],
      attestations: {
        overrides: [{ code: 'DUPLICATE', by: 'supervisor', reason: marker(), at: '2025-09-18T09:00:00Z' }],
      },
    },
    changes: markedHistory(),
  });
  return world;
}

/** Whatever a contractor must not reach fails when it is reached. */
const behind: unknown = new Proxy(() => undefined, {
  get: (_, key) => (key === 'then' ? undefined : behind),
  apply: () => {
    throw new Error(`reached ${PERSON.name.family}`);
  },
});

function consoleOf({ dependencies, memory }: ReviewWorld) {
  const images = {
    find: () =>
      Promise.resolve({
        isComplete: true,
        updatedAt: '',
        images: [{ page: 1, widthPixels: 1, heightPixels: 1 }],
      }),
    addressOf: (set: PageImageSet, page: number) =>
      Promise.resolve(`https://images/${set.kind}/${set.kind === 'file' ? set.fileId : set.claimId}/${page}`),
  };
  const queue = { renderPages: () => Promise.resolve() };
  const known: Readonly<Record<string, unknown>> = {
    cursors: memoryCursors(),
    medicines: { ...dependencies, medicines: new MemoryMedicines([medicineOf()]) },
    review: { review: dependencies, pageImages: queue },
    figures: {
      figures: { ofDay: () => Promise.resolve([]), queue: () => Promise.resolve([]) },
      clock: dependencies.clock,
    },
    pages: { ...dependencies, files: memory.files, images, queue },
  };
  const all: unknown = new Proxy({}, { get: (_, key) => known[String(key)] ?? behind });
  return createConsoleApp(all as ConsoleDependencies);
}

/** One request for each operation; a new one has to be added here before this passes again. */
const bodies: Partial<Record<Operation, (version: number) => object>> = {
  saveCorrections: (version) => ({
    version,
    changes: [{ field: 'billedCentimes', line: 0, value: 25_000 }],
    confirmed: [],
  }),
  submitReview: (version) => ({ version }),
  takeBack: (version) => ({ version }),
  escalateClaim: (version) => ({ version }),
};
const queries: Partial<Record<Operation, (version: number) => string>> = {
  findMedicines: () => 'text=cardiopex',
  proposeMedicines: () => 'name=cardiopex&dispensedOn=2026-11-20',
  previewDecision: (version) => `version=${version}`,
};
/** In the order of the work: what is held can be changed, what was handed in not any more. */
const ORDER: readonly Operation[] = [
  'showMe',
  'showMyDay',
  'listQueue',
  'showReview',
  'showPages',
  'findMedicines',
  'proposeMedicines',
  'takeClaim',
  'saveCorrections',
  'previewDecision',
  'submitReview',
  'takeBack',
  'releaseClaim',
  'escalateClaim',
];

/** What was given back is not passed on. */
const statusOf: Partial<Record<Operation, number>> = { releaseClaim: 204, escalateClaim: 409 };

interface Route {
  readonly method: string;
  readonly path: string;
  readonly operationId: Operation;
}

function routesOf(app: ReturnType<typeof consoleOf>): readonly Route[] {
  const { paths = {} } = app.getOpenAPI31Document({
    openapi: '3.1.0',
    info: { title: 'Milaf', version: '1' },
  });
  return Object.entries(paths)
    .flatMap(([path, methods]) =>
      Object.entries(methods as Record<string, { operationId: Operation }>).map(
        ([method, { operationId }]) => ({
          method: method.toUpperCase(),
          path,
          operationId,
        }),
      ),
    )
    .filter(({ operationId }) => operationId in accessTable)
    .toSorted((a, b) => ORDER.indexOf(a.operationId) - ORDER.indexOf(b.operationId));
}

async function answersTo(roles: readonly StaffRole[], world: ReviewWorld) {
  const app = consoleOf(world);
  const claims = { 'cognito:username': contractor.userId, 'cognito:groups': `[${roles.join(' ')}]` };
  const answers = new Map<Operation, { status: number; text: string }>();
  for (const { method, path, operationId } of routesOf(app)) {
    const { version = 0 } = (await world.dependencies.reviews.find(CLAIM_ID)) ?? {};
    const body = JSON.stringify(bodies[operationId]?.(version) ?? {});
    const response = await app.request(
      path
        .replace('{claimId}', CLAIM_ID)
        .replace('{receipt}', FILE_ID)
        .replaceAll(/\{[^}]+\}/g, 'x')
        .concat('?', queries[operationId]?.(version) ?? ''),
      {
        method,
        headers: { 'content-type': 'application/json', 'x-milaf': '1' },
        ...(method === 'GET' || method === 'DELETE' ? {} : { body }),
      },
      { event: { requestContext: { authorizer: { jwt: { claims } } } } },
    );
    const headers = JSON.stringify([...response.headers]);
    answers.set(operationId, { status: response.status, text: headers + (await response.text()) });
  }
  return answers;
}

const markersIn = (text: string): readonly string[] => MARKERS.filter((one) => text.includes(one));

let world: ReviewWorld;
beforeEach(async () => {
  world = await markedWorld();
});

describe('a contractor', () => {
  it('is told nothing that says whose claim it is, by no route of the API', async () => {
    const answers = await answersTo(['external-reviewer'], world);
    const granted = [...answers.keys()].filter((id) => rolesGranting(id, ['external-reviewer']).length > 0);

    expect(granted.toSorted()).toEqual([...ORDER].toSorted());
    expect(MARKERS.length).toBeGreaterThan(60);
    for (const [operation, { status, text }] of answers) {
      expect([operation, markersIn(text)]).toEqual([operation, []]);
      expect([operation, status]).toEqual([
        operation,
        granted.includes(operation) ? (statusOf[operation] ?? 200) : 403,
      ]);
    }
  });

  it.each<[StaffRole[]]>([
    [['external-reviewer', 'manager']],
    [['external-reviewer', 'agency-clerk']],
    [['external-reviewer', 'manager', 'agency-clerk']],
  ])('is told no more with a role beside it that reviews nothing: %j', async (roles) => {
    const answers = [...(await answersTo(roles, world))];
    const reviewed = answers.filter(
      ([operation]) => rolesGranting(operation, ['external-reviewer']).length > 0,
    );

    expect(reviewed.flatMap(([, { text }]) => markersIn(text))).toEqual([]);
  });

  it('is told nothing in refusals either, whatever is asked', async () => {
    const app = consoleOf(world);
    const claims = { 'cognito:username': contractor.userId, 'cognito:groups': '[external-reviewer]' };
    const requests = [
      ['POST', `reviews/${CLAIM_ID}/corrections`, { version: 99, changes: [] }],
      ['POST', `reviews/${CLAIM_ID}/corrections`, { version: 3, changes: [{ field: 'cin', value: 'X' }] }],
      ['POST', `reviews/${CLAIM_ID}/corrections`, { version: 3, confirmed: [{ field: 'providerName' }] }],
      ['POST', `reviews/${CLAIM_ID}/submission`, { version: 99 }],
      ['GET', `claims/${CLAIM_ID}`],
      ['GET', 'queue?cursor=x'],
    ] as const;
    for (const [method, path, body] of requests) {
      const response = await app.request(
        `/api/console/${path}`,
        {
          method,
          headers: { 'content-type': 'application/json' },
          ...(body && { body: JSON.stringify(body) }),
        },
        { event: { requestContext: { authorizer: { jwt: { claims } } } } },
      );
      expect(response.status).toBeGreaterThanOrEqual(400);
      expect(markersIn(await response.text())).toEqual([]);
    }
  });

  it('still sees what there is to work on: amounts, days, codes of the rules, and what is in doubt', async () => {
    const answers = await answersTo(['external-reviewer'], world);
    const { fields, findings, history } = JSON.parse(
      (answers.get('showReview')?.text ?? '').replace(/^\[.*?\]\](?=\{)/s, ''),
    ) as Record<'fields' | 'findings' | 'history', Record<string, unknown>[]>;
    const at = (name: string, line?: number) =>
      fields.find((one) => one['field'] === name && one['line'] === line);

    expect(at('billedCentimes', 0)).toMatchObject({ value: 25_000 });
    expect(at('dateOfCare', 2)).toMatchObject({ value: '2025-09-03' });
    expect(at('keyLetter', 2)).toMatchObject({ value: 'CS' });
    // In doubt and not to be shown: it is keyed from the scan.
    expect(at('providerName')).toMatchObject({
      value: null,
      isBlind: true,
      doubts: expect.arrayContaining(['PROVIDER_MISMATCH']) as unknown,
    });
    expect(at('inpe')).toMatchObject({ value: null, isBlind: true });
    expect(findings).toContainEqual({
      kind: 'doubt',
      code: 'AMOUNT_MISMATCH',
      field: 'totalCentimes',
      details: { totalCentimes: 25_000 },
    });
    expect(history.map(({ what }) => what)).toContain('corrected');
  });
});
