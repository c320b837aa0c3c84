import { generatedDocs } from './generated-docs.ts';
import { writeDocs } from './write-docs.ts';

// `npm run docs`: writes what the documentation takes from the code; a unit test fails while it is out of date.
await writeDocs(await generatedDocs());
