/**
 * The house: a folder for each subject, and imports that point one way only, between subjects and inside each.
 * A context may import those that stand above it in this list, and no other.
 */
const CONTEXTS = [
  'shared',
  'rules',
  'events',
  'staff',
  'registry',
  'claims',
  'medicines',
  'coverage',
  'reading',
  'intake',
  'adjudication',
  'payments',
  'review',
  'pages',
  'registration',
  'certificates',
  'messaging',
  'rights',
  'portal',
  'follow-up',
  'reporting',
  'relay',
  'operations',
];

/** Folders of a context that call AWS, DuckDB, threads or libraries that draw: everything else is free of them. */
const ADAPTERS = '(aws|athena|duckdb|imaging|threads|fonts)';

const oneWay = CONTEXTS.slice(0, -1).map((context, place) => ({
  name: `${context}-knows-what-stands-above-it`,
  comment: 'Contexts depend one way: see the list at the top of .dependency-cruiser.cjs.',
  severity: 'error',
  from: { path: `^contexts/${context}/` },
  to: { path: `^contexts/(${CONTEXTS.slice(place + 1).join('|')})/` },
}));

module.exports = {
  forbidden: [
    { name: 'no-cycles', severity: 'error', from: {}, to: { circular: true } },
    ...oneWay,
    {
      name: 'every-context-is-listed',
      severity: 'error',
      from: { path: '^contexts/', pathNot: `^contexts/(${CONTEXTS.join('|')})/` },
      to: {},
    },
    {
      name: 'inside-is-private',
      comment: 'Of another context only index.ts may be imported, and by adapters its aws/index.ts.',
      severity: 'error',
      from: { path: '^contexts/([^/]+)/' },
      to: { path: '^contexts/', pathNot: ['^contexts/$1/', '^contexts/[^/]+/(aws/)?index\\.ts$'] },
    },
    {
      name: 'adapters-are-known-to-adapters',
      severity: 'error',
      from: { path: '^contexts/', pathNot: `^contexts/[^/]+/${ADAPTERS}/` },
      to: { path: `^contexts/[^/]+/${ADAPTERS}/` },
    },
    {
      name: 'domain-stands-alone',
      comment: 'Decisions are pure functions: they know no use case, no port, and no type of the API.',
      severity: 'error',
      from: { path: '^contexts/[^/]+/domain/' },
      to: { path: '^contexts/[^/]+/(use-cases|ports|api)(/|\\.ts$)' },
    },
    {
      name: 'nothing-knows-use-cases-but-use-cases',
      severity: 'error',
      from: { path: '^contexts/[^/]+/(ports|records|api)(/|\\.ts$)' },
      to: { path: '^contexts/[^/]+/use-cases/' },
    },
    {
      name: 'contexts-stand-alone',
      severity: 'error',
      from: { path: '^contexts/' },
      to: {
        path: '^(lambdas|lib|local|bin|test)/|node_modules/(@aws-lambda-powertools|@middy|aws-cdk-lib)/',
      },
    },
    {
      name: 'only-adapters-speak-aws',
      comment: 'local/ and test/ bring up and inspect the cloud itself.',
      severity: 'error',
      from: { path: '^(contexts|lambdas|lib|bin)/', pathNot: '^contexts/[^/]+/(aws|athena)/' },
      to: { path: 'node_modules/@aws-sdk/' },
    },
    {
      name: 'infrastructure-takes-types-only',
      comment:
        'lib may import the type of a function’s environment, so that a missing variable does not compile.',
      severity: 'error',
      from: { path: '^lib/' },
      to: {
        path: `^(lambdas|local|bin|test)/|^contexts/[^/]+/${ADAPTERS}/`,
        dependencyTypesNot: ['type-only'],
      },
    },
    {
      name: 'nobody-imports-lambdas',
      severity: 'error',
      comment: 'But for the description of the API, which is made of what the functions serve.',
      from: { path: '^(contexts|bin|local)/', pathNot: '^local/docs/' },
      to: { path: '^lambdas/' },
    },
    {
      name: 'nobody-imports-local',
      severity: 'error',
      from: { path: '^(contexts|lambdas|lib)/' },
      to: { path: '^local/' },
    },
    {
      name: 'pages-use-rules-only',
      comment:
        'What runs in a browser is public: it may know types of the API and pure rules, file by file, and nothing that runs on AWS.',
      severity: 'error',
      from: { path: '^web/' },
      to: {
        path: `^(lambdas|lib|local|bin|test)/|^contexts/[^/]+/(use-cases|ports|index\\.ts|${ADAPTERS})`,
      },
    },
    {
      name: 'nobody-imports-pages',
      severity: 'error',
      from: { path: '^(contexts|lambdas|lib|local|bin)/' },
      to: { path: '^web/' },
    },
    { name: 'nobody-imports-test', severity: 'error', from: { pathNot: '^test/' }, to: { path: '^test/' } },
  ],
  options: {
    doNotFollow: { path: 'node_modules' },
    tsPreCompilationDeps: true,
    tsConfig: { fileName: 'tsconfig.json' },
    enhancedResolveOptions: { extensions: ['.ts', '.js', '.json'] },
  },
};
