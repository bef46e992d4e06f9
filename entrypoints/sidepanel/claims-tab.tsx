import type { JSX } from 'preact';
import { useEffect, useId } from 'preact/hooks';
import { ClaimLine } from '../../components/claim-line';
import { BackIcon, ClaimIcon, PlusIcon } from '../../components/icons';
import { EmptyState } from '../../components/notices';
import { progressLabel } from '../../lib/i18n/claim-words';
import { formatNumber, t } from '../../lib/i18n/translate';
import type { Claim } from '../../lib/model/claim';
import { ClaimWork } from './claim-work';
import type { PanelWork, TabProps } from './tab-props';

interface ClaimsTabProps extends TabProps {
  readonly work: PanelWork | null;
  readonly onList: () => void;
}

/** Claims without a quote are shown up to this number, the last changed first; the library has them all. */
const MOST_LOOSE = 30;

/** The claims of this article, or the one that is being worked on. */
export function ClaimsTab(props: ClaimsTabProps): JSX.Element {
  const { data, work, onList, onWork } = props;
  useEffect(() => {
    if (!work) return;
    const onKey = (event: KeyboardEvent): void => {
      if (event.key === 'Escape' && !event.isComposing) onList();
    };
    document.addEventListener('keydown', onKey);
    return () => document.removeEventListener('keydown', onKey);
  }, [work]);
  if (work) {
    return (
      <div class="stack">
        <div>
          <button type="button" class="button quiet small" onClick={onList}>
            <BackIcon />
            {t('claimBack')}
          </button>
        </div>
        <ClaimWork key={work.id ?? `new ${work.address}`} {...props} work={work} />
      </div>
    );
  }
  const claims = data.here;
  return (
    <div class="stack">
      <div>
        <button type="button" class="button primary" onClick={() => onWork(null)}>
          <PlusIcon />
          {t('claimNew')}
        </button>
        <p class="help under">{t('claimNewHelp')}</p>
      </div>
      {claims.length === 0 ? (
        <EmptyState icon={<ClaimIcon />} title={t('claimsEmptyTitle')}>
          <p>{t('claimsEmptyText')}</p>
        </EmptyState>
      ) : (
        <ClaimList title={t('claimsTitle')} claims={claims} onWork={onWork} />
      )}
      {data.loose.length > 0 ? (
        <ClaimList title={t('claimsLoose')} claims={data.loose.slice(0, MOST_LOOSE)} onWork={onWork} />
      ) : null}
    </div>
  );
}

interface ClaimListProps {
  readonly title: string;
  readonly claims: readonly Claim[];
  readonly onWork: (id: string) => void;
}

function ClaimList({ title, claims, onWork }: ClaimListProps): JSX.Element {
  const id = useId();
  return (
    <section aria-labelledby={id}>
      <h2 class="section-title" id={id}>
        {title} <span class="count">{formatNumber(claims.length)}</span>
      </h2>
      <ul class="claim-list">
        {claims.map((claim) => (
          <li key={claim.id}>
            <button type="button" class="claim-open" onClick={() => onWork(claim.id)}>
              <span class="quote-text short" dir="auto">
                {claim.text}
              </span>
              <span class="hidden-visually">: {t('claimOpen')}</span>
            </button>
            <ClaimLine claim={claim} />
            <p class="meta">{progressLabel(claim.progress)}</p>
          </li>
        ))}
      </ul>
    </section>
  );
}
