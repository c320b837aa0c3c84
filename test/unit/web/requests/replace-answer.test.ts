import { QueryClient } from '@tanstack/react-query';
import { expect, it } from 'vitest';
import { replaceAnswer } from '../../../../web/src/api/replace-answer.ts';

it('shows what a step answered, although an older answer of its query comes after it', async () => {
  const queries = new QueryClient();
  const queryKey = ['review'];
  const older = Promise.withResolvers<string>();
  queries.setQueryData(queryKey, 'free');
  const asked = queries.query({ queryKey, queryFn: () => older.promise }).catch(() => undefined);
  await replaceAnswer(queries, queryKey, 'taken by me');
  older.resolve('free');
  await asked;
  expect(queries.getQueryData(queryKey)).toBe('taken by me');
});
