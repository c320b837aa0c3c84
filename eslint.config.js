// Type-aware rules: the faults that matter with money (a floating promise, a missed case, an `any`) need types.
import js from '@eslint/js';
import vitest from '@vitest/eslint-plugin';
import prettier from 'eslint-config-prettier';
import reactHooks from 'eslint-plugin-react-hooks';
import tseslint from 'typescript-eslint';

const importZodWhole = {
  selector: 'ImportDeclaration[source.value="zod"] > ImportSpecifier',
  message: 'Write `import * as z`: what is not used then stays out of the bundles (370 KB a function).',
};
const moroccanDays = {
  selector:
    'CallExpression[callee.property.name=/^(slice|substring|split)$/][callee.object.callee.property.name="toISOString"]',
  message: 'That day is one of UTC. Days and months are those of Morocco: dayInMorocco, monthInMorocco.',
};

export default tseslint.config(
  {
    ignores: ['node_modules', 'dist', 'cdk.out', '.milaf', '.stryker', '**/*.cjs', 'web/src/api/schema.d.ts'],
  },
  js.configs.recommended,
  ...tseslint.configs.strictTypeChecked,
  ...tseslint.configs.stylisticTypeChecked,
  {
    languageOptions: { parserOptions: { projectService: true, tsconfigRootDir: import.meta.dirname } },
    rules: {
      '@typescript-eslint/consistent-type-assertions': ['error', { assertionStyle: 'never' }],
      '@typescript-eslint/switch-exhaustiveness-check': 'error',
      '@typescript-eslint/consistent-type-imports': 'error',
      '@typescript-eslint/restrict-template-expressions': ['error', { allowNumber: true }],
      '@typescript-eslint/no-confusing-void-expression': ['error', { ignoreArrowShorthand: true }],
      'no-restricted-syntax': ['error', importZodWhole, moroccanDays],
      'no-console': 'error',
      'no-restricted-properties': [
        'error',
        {
          object: 'process',
          property: 'env',
          message: 'Only env.ts files, bin/, local/ and test/ read the environment.',
        },
      ],
    },
  },
  {
    // People's terminals and local tools: they read the environment and print.
    files: ['lambdas/*/env.ts', 'bin/**', 'local/**', 'test/**', 'lib/stages/**'],
    rules: { 'no-restricted-properties': 'off' },
  },
  { files: ['bin/**', 'local/**', 'test/**'], rules: { 'no-console': 'off' } },
  { files: ['local/**', 'test/**'], rules: { 'no-restricted-syntax': ['error', importZodWhole] } },
  {
    files: ['test/**/*.test.ts'],
    plugins: { vitest },
    rules: {
      ...vitest.configs.recommended.rules,
      'vitest/expect-expect': ['error', { assertFunctionNames: ['expect', 'expect*', 'fc.assert'] }],
      // In tests a cast is a statement about a fixture, not about data that comes in.
      '@typescript-eslint/consistent-type-assertions': 'off',
      '@typescript-eslint/no-non-null-assertion': 'off',
    },
  },
  {
    files: ['web/**/*.{ts,tsx}'],
    ...reactHooks.configs.flat.recommended,
  },
  {
    files: ['web/**/*.{ts,tsx}'],
    rules: {
      // An event may be answered by an async function: its faults are answered by React Query.
      '@typescript-eslint/no-misused-promises': ['error', { checksVoidReturn: { attributes: false } }],
      // `throw redirect()` and `throw notFound()` are how TanStack Router leaves a page.
      '@typescript-eslint/only-throw-error': 'off',
    },
  },
  { files: ['web/vite.config.ts'], rules: { 'no-restricted-properties': 'off' } },
  { files: ['**/*.js'], ...tseslint.configs.disableTypeChecked },
  prettier,
);
