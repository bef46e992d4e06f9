import { useState } from 'preact/hooks';
import { ask } from '../../lib/messages/client';
import type { Failure } from '../../lib/model/result';
import type { Selectors } from '../../lib/model/selectors';
import { fingerprint } from '../../lib/text/fingerprint';

/** The article under which dismissals are kept: a mark of its canonical address, which comes last. */
export const articleKey = (addresses: readonly string[]): string => fingerprint(addresses.at(-1) ?? '');

/** A suggested quotation by its words alone: its place moves when the article grows. */
export const quoteMark = ({ quote }: Selectors): string => fingerprint(quote.exact);

/** A sentence worth checking; the same words may be a quotation as well. */
export const worthMark = ({ quote }: Selectors): string => fingerprint(`worth ${quote.exact}`);

/** What the reader does not want to see on this article. */
export interface Dismissals {
  readonly marks: ReadonlySet<string>;
  readonly dismiss: (mark: string) => void;
  readonly bringBack: () => void;
}

/** Keeps dismissals in the store; in a private window until the panel is closed. */
export function useDismissals(
  addresses: readonly string[],
  stored: ReadonlySet<string>,
  privateWindow: boolean,
  onFailure: (failure: Failure | null) => void,
): Dismissals {
  const [unstored, setUnstored] = useState<ReadonlySet<string>>(new Set());
  const article = articleKey(addresses);
  const dismiss = async (mark: string): Promise<void> => {
    if (privateWindow) return setUnstored((before) => new Set([...before, mark]));
    const kept = await ask('suggestion.dismiss', { article, key: mark });
    onFailure(kept.ok ? null : kept.error);
  };
  const bringBack = async (): Promise<void> => {
    setUnstored(new Set());
    if (privateWindow) return;
    const brought = await ask('suggestion.bring', { article });
    onFailure(brought.ok ? null : brought.error);
  };
  return {
    marks: privateWindow ? unstored : stored,
    dismiss: (mark) => void dismiss(mark),
    bringBack: () => void bringBack(),
  };
}
