import type { MediaType } from '../../contexts/intake/domain/media-type.ts';
import { markdownTable } from '../bench/plan/markdown-table.ts';
import type { ComparedFile, Comparison } from './compare.ts';
import type { CorpusPackage } from './fetch-packages.ts';
import { judgeNames } from './judges.ts';
import reasonList from './reasons.json' with { type: 'json' };

export interface ComparedPackage {
  readonly from: CorpusPackage;
  readonly files: readonly ComparedFile[];
}

/** Why files stay refused that others read, as people found who looked at their bytes. */
const reasons: Readonly<Record<string, string>> = reasonList;

const COLUMNS: readonly Comparison[] = [
  ...(['agreed', 'refused', 'refused by rule', 'refused, read by both'] as const),
  ...(['accepted, not read by both', 'accepted, other pages'] as const),
];
const LISTED: readonly Comparison[] = [
  'refused, read by both',
  'accepted, other pages',
  'accepted, not read by both',
];

const INTRODUCTION = `# Files of others

\`npm run corpus\` fetches public packages that hold test files of many makers, has intake look into each file as \`receive-file\` does (its own reader, then PDFium or libvips), and asks two other readers: do they take it, and how many pages has it for them? It writes this page. Packages are pinned by version and SHA-256 (\`test/corpus/packages.json\`) and kept in \`.milaf/corpus\`; none of their files is in the repository.

Many of these files were made to be broken, so that what all refuse is as much a part of the result as what all take. A file that only we refuse is looked into: where it is sound, intake is mended; where it is not, intake stays as it is, because a page that is lost unnoticed is what it must not allow ([0035](adr/0035-files-in-threads-and-counted-thrice.md)).`;

function countsOf(files: readonly ComparedFile[]): readonly string[] {
  return [
    String(files.length),
    ...COLUMNS.map((column) => String(files.filter(({ comparison }) => comparison === column).length)),
  ];
}

const pagesText = (pages: number | string | undefined): string => String(pages ?? 'refused');

/** The page with the result of a run. */
export function corpusPage(compared: readonly ComparedPackage[], madeOn: string): string {
  const all = compared.flatMap(({ files }) => files);
  const types = Object.keys(judgeNames).filter((type): type is MediaType => type in judgeNames);
  const head = ['files', ...COLUMNS];
  const byType = types.map((type) => [
    type,
    judgeNames[type],
    ...countsOf(all.filter(({ mediaType }) => mediaType === type)),
  ]);
  const byPackage = compared.map(({ from, files }) => [
    `${from.name} ${from.version} (${from.registry})`,
    ...countsOf(files),
  ]);
  return [
    INTRODUCTION,
    `## Result of ${madeOn}`,
    markdownTable(['type', 'other readers', ...head], [...byType, ['all', '', ...countsOf(all)]]).join('\n'),
    markdownTable(['package', ...head], byPackage).join('\n'),
    ...LISTED.flatMap((comparison) => listOf(comparison, all)),
  ].join('\n\n');
}

function listOf(comparison: Comparison, all: readonly ComparedFile[]): readonly string[] {
  const files = all.filter((file) => file.comparison === comparison);
  if (files.length === 0) return [`## ${capital(comparison)}\n\nNone.`];
  const isExplained = comparison === 'refused, read by both';
  const rows = files.map(({ name, said }) => [
    `\`${name}\``,
    ...said.map(pagesText),
    ...(isExplained ? [reasons[name] ?? 'not looked into yet'] : []),
  ]);
  return [
    `## ${capital(comparison)}\n\n${markdownTable(['file', 'we say', 'first', 'second', ...(isExplained ? ['why it is not taken'] : [])], rows).join('\n')}`,
  ];
}

const capital = (text: string): string => text.charAt(0).toUpperCase() + text.slice(1);
