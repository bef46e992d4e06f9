import type * as v from 'valibot';

/**
 * Every message between Pressmark's contexts: one entry each, with the schema of what is sent and the type of what
 * comes back. What is sent is parsed by the receiver; what comes back is ours. Answers travel as `Result`.
 */
export interface Message<Sent extends v.GenericSchema, Answer> {
  readonly sent: Sent;
  /** Who may send it: the page's own scripts (`content`), our own pages (`page`), or both. */
  readonly from: 'content' | 'page' | 'both';
  /** Never set: carries the answer's type. */
  readonly answer?: Answer;
}

/** One entry of a map: who may send it, and what. */
export const message =
  <Answer>() =>
  <Sent extends v.GenericSchema>(from: Message<Sent, Answer>['from'], sent: Sent): Message<Sent, Answer> => ({
    sent,
    from,
  });

export type Sent<Map, Name extends keyof Map> =
  Map[Name] extends Message<infer Schema, unknown> ? v.InferOutput<Schema> : never;
export type Answer<Map, Name extends keyof Map> =
  Map[Name] extends Message<v.GenericSchema, infer Value> ? Value : never;
