import { readFileSync, writeFileSync } from 'node:fs';
import openapiTypescript, { astToString } from 'openapi-typescript';
import { inRepository } from '../cloud/folders.ts';

// Writes the types that the pages call the API with, from its description. `npm ci` and `npm run check:types` do so, too: the file
// is not kept in the repository.
const description = readFileSync(inRepository('docs/openapi.json'), 'utf8');
writeFileSync(
  inRepository('web/src/api/schema.d.ts'),
  `// Made from docs/openapi.json by \`npm run api:types\`; not to be edited.\n${astToString(await openapiTypescript(description))}`,
);
