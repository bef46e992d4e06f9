import { useState } from 'preact/hooks';
import { useColourNames } from '../../components/settings-context';
import { plural, t } from '../../lib/i18n/translate';
import type { BulkAction, BulkTarget, Operation, Retag } from '../../lib/model/bulk';
import type { Failure, Result } from '../../lib/model/result';
import { retagAll, runOnMany, undoMany } from './bulk-client';
import { operationText } from './operation-words';

/** Doing things to many rows at once, one at a time, and taking them back. */
export interface Operations {
  readonly busy: boolean;
  /** How much of what is under way is done, from 0 to 1; null while that is not known. */
  readonly share: number | null;
  readonly failure: Failure | null;
  /** The last one that was done here and is not undone yet. */
  readonly last: Operation | null;
  /** What has just happened, to be said. */
  readonly said: string;
  /** Gives what was done; null where it failed or there was nothing to do. */
  readonly run: (target: BulkTarget, action: BulkAction) => Promise<Operation | null>;
  readonly retag: (change: Retag) => Promise<Operation | null>;
  readonly undo: (id: string) => Promise<void>;
  readonly dismiss: () => void;
}

const changed = ({ rows }: Operation): boolean => rows.articles + rows.annotations + rows.claims > 0;

/** The operations of one page. Their undo is the store's: it outlives the page (`RecentOperations`). */
export function useOperations(): Operations {
  const names = useColourNames();
  const [busy, setBusy] = useState(false);
  const [share, setShare] = useState<number | null>(null);
  const [failure, setFailure] = useState<Failure | null>(null);
  const [last, setLast] = useState<Operation | null>(null);
  const [said, setSaid] = useState('');
  const attempt = async <Done>(answer: Promise<Result<Done>>): Promise<Done | null> => {
    setBusy(true);
    const result = await answer;
    setBusy(false);
    setShare(null);
    setFailure(result.ok ? null : result.error);
    return result.ok ? result.value : null;
  };
  const done = async (answer: Promise<Result<Operation>>): Promise<Operation | null> => {
    const operation = await attempt(answer);
    if (operation === null) return null;
    const something = changed(operation);
    setLast(something ? operation : null);
    setSaid(something ? operationText(operation, names) : t('bulkNothing'));
    return something ? operation : null;
  };
  return {
    busy,
    share,
    failure,
    last,
    said,
    run: (target, action) => done(runOnMany(target, action, setShare)),
    retag: (change) => done(retagAll(change, setShare)),
    undo: async (id) => {
      const report = await attempt(undoMany(id, setShare));
      if (report === null) return;
      setLast((now) => (now?.id === id ? null : now));
      setSaid(report.kept === 0 ? t('bulkUndone') : plural('bulkUndonePart', report.kept));
    },
    dismiss: () => setLast(null),
  };
}
