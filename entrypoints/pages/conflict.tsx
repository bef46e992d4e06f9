import { ClaimConflictNotice } from '../../components/claim-conflict';
import type { ClaimForm } from '../../components/claim-form';
import type { ClaimActions } from './claim-actions';

/** The conflict with what was saved elsewhere, if there is one. */
export function Conflict({ doing, form }: { readonly doing: ClaimActions; readonly form: ClaimForm }) {
  if (!doing.conflict) return null;
  return (
    <ClaimConflictNotice
      {...doing.conflict}
      onKeepMine={() => void doing.keepMine(form)}
      onTakeTheirs={() => doing.takeTheirs(form)}
    />
  );
}
