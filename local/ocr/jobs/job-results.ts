import type { Block, GetDocumentTextDetectionResponse } from '@aws-sdk/client-textract';
import { buildBlocks } from '../blocks/blocks.ts';
import type { GetRequest } from '../protocol/requests.ts';
import { invalidParameter, TextractError } from '../protocol/textract-error.ts';
import type { DocumentReader } from '../reading/document-reader.ts';
import { RecentItems } from '../reading/recent-items.ts';
import type { Job } from './job.ts';

/** What both Get operations answer, without the model version, whose name differs. */
export type JobResult = Omit<GetDocumentTextDetectionResponse, 'DetectDocumentTextModelVersion'>;

/** Textract gives at most this many blocks an answer, however many are asked for. */
const maximumBlocksPerAnswer = 1000;
/** Blocks wait here for the next page to be asked for; those of a job that was forgotten are built again. */
const blocksKeptInMemory = 100_000;

/** Answers what came out of jobs, in pages. */
export class JobResults {
  readonly #reader: DocumentReader;
  readonly #built = new RecentItems<readonly Block[]>(blocksKeptInMemory, (blocks) => blocks.length);

  constructor(reader: DocumentReader) {
    this.#reader = reader;
  }

  /** @throws TextractError InvalidParameterException for a NextToken that this job did not give */
  async page(job: Job, request: GetRequest): Promise<JobResult> {
    const offset = request.NextToken === undefined ? 0 : offsetOf(request.NextToken, job.id);
    const { state } = job;
    if (state.status === 'IN_PROGRESS') {
      return { JobStatus: state.status };
    }
    if (state.status === 'FAILED') {
      return { JobStatus: state.status, StatusMessage: state.statusMessage };
    }
    const blocks = await this.#blocks(job, state);
    const end = offset + Math.min(request.MaxResults ?? maximumBlocksPerAnswer, maximumBlocksPerAnswer);
    if (end < blocks.length) {
      this.#built.set(job.id, blocks);
    } else {
      this.#built.delete(job.id);
    }
    return {
      DocumentMetadata: { Pages: state.pageCount },
      JobStatus: state.status,
      ...(end < blocks.length ? { NextToken: nextToken(job.id, end) } : {}),
      Blocks: blocks.slice(offset, end),
      ...(state.unreadPages.length > 0
        ? { Warnings: [{ ErrorCode: 'UNREADABLE_PAGE', Pages: [...state.unreadPages] }] }
        : {}),
    };
  }

  async #blocks(
    job: Job,
    { sha256, unreadPages }: { sha256: string; unreadPages: readonly number[] },
  ): Promise<readonly Block[]> {
    const built = this.#built.get(job.id);
    if (built !== undefined) {
      return built;
    }
    const pages = await this.#reader.recall(sha256);
    if (pages === undefined) {
      throw new TextractError(
        'InternalServerError',
        'The result of this job is gone from the cache; start it again',
      );
    }
    const unread = new Set(unreadPages);
    return buildBlocks(
      pages.map((page, index) => (unread.has(index + 1) ? null : page)),
      { seed: job.id, withForms: job.order.operation === 'StartDocumentAnalysis' },
    );
  }
}

function nextToken(jobId: string, offset: number): string {
  return Buffer.from(`${offset} ${jobId}`).toString('base64');
}

function offsetOf(token: string, jobId: string): number {
  const [offset = '', tokenJobId] = Buffer.from(token, 'base64').toString().split(' ');
  if (tokenJobId !== jobId || !/^\d+$/.test(offset)) {
    throw invalidParameter('NextToken: it was not given by an earlier answer about this job');
  }
  return Number(offset);
}
