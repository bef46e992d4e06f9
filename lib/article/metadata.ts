import { first, textOf } from './dom';
export function readMetadata(doc: Document, address: string, body: unknown = null) {
  const t = first(doc, 'title');
  return { title: t ? textOf(t) : '', authors: [], publishedAt: null, address, body } as never;
}
