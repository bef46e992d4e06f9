import * as v from 'valibot';
import type { FieldProblem, Reason } from './import-report';

/** The schemas' own sentences (lib/model/fields.ts), by what they complain about. */
const BY_MESSAGE: readonly (readonly [RegExp, FieldProblem])[] = [
  [/not a time in UTC/, 'time'],
  [/not a date/, 'date'],
  [/not a UUID/, 'id'],
  [/not a web address/, 'address'],
];

const BY_TYPE: Readonly<Record<string, FieldProblem>> = {
  picklist: 'choice',
  literal: 'choice',
  max_length: 'long',
  min_length: 'empty',
};

function problemOf(issue: v.BaseIssue<unknown>): FieldProblem {
  const known = BY_MESSAGE.find(([message]) => message.test(issue.message));
  if (known) return known[1];
  if (issue.type === 'strict_object') return issue.expected === 'never' ? 'unknown' : 'missing';
  if (issue.input === undefined) return 'missing';
  return BY_TYPE[issue.type] ?? (issue.kind === 'schema' ? 'kind' : 'value');
}

/** The value that is to blame, as far as it fits into a sentence. */
function shown(value: unknown): string | null {
  if (typeof value === 'string') return value.length > 60 ? `${value.slice(0, 60)}…` : value;
  return typeof value === 'number' || typeof value === 'boolean' ? String(value) : null;
}

/** Why a row does not fit its schema: the first thing that is wrong. */
export function reasonOf(issue: v.BaseIssue<unknown>): Reason {
  const field = v.getDotPath(issue);
  if (field === null) return { code: 'not-object' };
  const problem = problemOf(issue);
  return { code: 'field', field, problem, value: problem === 'unknown' ? null : shown(issue.input) };
}
