/** The layers of the house: imports point one way only. */
module.exports = {
  forbidden: [
    { name: 'no-cycles', severity: 'error', from: {}, to: { circular: true } },
    {
      name: 'core-stands-alone',
      comment: 'core is the rules of AMO: it knows neither AWS nor how it is run.',
      severity: 'error',
      from: { path: '^core/' },
      to: {
        path: '^(adapters|lambdas|lib|local|bin|test)/|node_modules/(@aws-sdk|@aws-lambda-powertools|@middy|aws-cdk-lib)/',
      },
    },
    {
      name: 'domain-knows-no-use-case',
      severity: 'error',
      from: { path: '^core/domain/' },
      to: { path: '^core/(application|ports)/' },
    },
    {
      name: 'adapters-use-core-only',
      severity: 'error',
      from: { path: '^adapters/' },
      to: { path: '^(lambdas|lib|local|bin|test)/' },
    },
    {
      name: 'only-adapters-speak-aws',
      comment: 'One place where AWS is called; local/ and test/ bring up and inspect the cloud itself.',
      severity: 'error',
      from: { path: '^(core|lambdas|lib|bin)/' },
      to: { path: 'node_modules/@aws-sdk/' },
    },
    {
      name: 'infrastructure-takes-types-only',
      comment:
        'lib may import the type of a function’s environment, so that a missing variable does not compile.',
      severity: 'error',
      from: { path: '^lib/' },
      to: { path: '^(lambdas|adapters|local|bin|test)/', dependencyTypesNot: ['type-only'] },
    },
    {
      name: 'nobody-imports-lambdas',
      severity: 'error',
      comment: 'But for the description of the API, which is made of what the functions serve.',
      from: { path: '^(core|adapters|bin|local)/', pathNot: '^local/docs/' },
      to: { path: '^lambdas/' },
    },
    {
      name: 'nobody-imports-local',
      severity: 'error',
      from: { path: '^(core|adapters|lambdas|lib)/' },
      to: { path: '^local/' },
    },
    {
      name: 'pages-use-rules-only',
      comment:
        'What runs in a browser is public: it may know the contracts and pure rules of core, and nothing that runs on AWS.',
      severity: 'error',
      from: { path: '^web/' },
      to: { path: '^(adapters|lambdas|lib|local|bin|test)/|^core/(application|ports)/' },
    },
    {
      name: 'nobody-imports-pages',
      severity: 'error',
      from: { path: '^(core|adapters|lambdas|lib|local|bin)/' },
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
