import { liveQuery } from 'dexie';
import type { JSX } from 'preact';
import { useState } from 'preact/hooks';
import { type EvidenceForm, evidenceFrom } from '../../components/claim-form';
import { LiveRegion } from '../../components/live-region';
import { FailureMessage } from '../../components/status-message';
import { Tabs } from '../../components/tabs';
import { UndoBar } from '../../components/undo-bar';
import { useLive } from '../../components/use-live';
import type { PageReview } from '../../lib/article/claim-reviews';
import { t } from '../../lib/i18n/translate';
import type { Failure } from '../../lib/model/result';
import type { PressmarkDatabase } from '../../lib/store/database';
import type { OpenPage } from '../pages/open-page';
import { useSuggestions } from '../pages/use-suggestions';
import type { Seed, Undo } from '../pages/work';
import { ArticleTab } from './article-tab';
import { ClaimsTab } from './claims-tab';
import { readPanel } from './panel-data';
import { QuotesTab } from './quotes-tab';
import type { PanelWork, TabProps } from './tab-props';
import { useShown } from './use-shown';

interface ArticlePanelProps {
  readonly db: PressmarkDatabase;
  readonly page: OpenPage;
  readonly work: PanelWork | null;
  readonly onTurn: (work: PanelWork | null) => void;
  /** The page is another one by now. */
  readonly onLook: () => void;
}

/** The panel on a page that the annotator is in. */
export function ArticlePanel({ page, ...props }: ArticlePanelProps): JSX.Element {
  const { url: address, canonicalUrl } = page.state.page;
  const live = useLive(
    () => liveQuery(() => readPanel(props.db, [address, canonicalUrl])),
    `${address} ${canonicalUrl}`,
  );
  if (live.state === 'loading') return <p class="help">{t('loading')}</p>;
  if (live.state === 'failed') {
    return <FailureMessage failure={{ code: 'storage-failed' }} onRetry={() => location.reload()} />;
  }
  return <Desk {...props} page={page} address={address} data={live.value} />;
}

type TabName = 'quotes' | 'claims' | 'article';

type DeskProps = ArticlePanelProps & Pick<TabProps, 'address' | 'data'>;

function Desk({ db, page, work, onTurn, onLook, address, data }: DeskProps): JSX.Element {
  // Back on the article where a claim was opened, it is in view again; elsewhere the article's quotes are.
  const [tab, setTab] = useState<TabName>(work?.address === address ? 'claims' : 'quotes');
  const [failure, setFailure] = useState<Failure | null>(null);
  const [said, say] = useState('');
  const [undo, setUndo] = useState<Undo | null>(null);
  const shown = useShown(page.tabId, () => setTab('quotes'), onLook);
  const offered = useSuggestions(page.tabId, page.state.page.url);
  const onWork = (id: string | null, seed: Seed | null = null): void => {
    onTurn({
      id,
      seed,
      address,
      language: data.article?.language ?? page.state.page.facts.language,
      // Its text comes with the first quote: the panel has not read the page.
      appearsOn: id === null ? { ...page.state.page, text: null } : null,
    });
    setTab('claims');
  };
  const addTo = (open: PanelWork, evidence: EvidenceForm): void => {
    onTurn({ ...open, seed: { evidence: [evidence] } });
    setTab('claims');
  };
  const onEvidence = work && ((evidence: EvidenceForm) => addTo(work, evidence));
  const shared: TabProps = {
    db,
    page,
    address,
    data,
    onFailure: setFailure,
    onSaid: say,
    onUndo: setUndo,
    onWork,
    onEvidence,
  };
  const takeReview = (review: PageReview): void => {
    const evidence = evidenceOf(review, page.state.page.canonicalUrl);
    if (onEvidence) onEvidence(evidence);
    else onWork(null, { text: review.claim, claimant: review.claimant ?? '', evidence: [evidence] });
  };
  return (
    <div class="desk">
      {tab === 'article' ? null : (
        <h1 class="desk-title" dir="auto">
          {page.state.page.facts.title === '' ? t('headerNoTitle') : page.state.page.facts.title}
        </h1>
      )}
      <Tabs
        label={t('panelTabs')}
        chosen={tab}
        onChoose={setTab}
        tabs={[
          { name: 'quotes', label: t('tabQuotes'), count: data.annotations.length },
          { name: 'claims', label: t('tabClaims'), count: data.here.length },
          { name: 'article', label: t('tabArticle') },
        ]}
      >
        {failure ? <FailureMessage failure={failure} /> : null}
        {undo ? (
          <UndoBar
            text={undo.text}
            onUndo={() => void undo.run().then(() => setUndo(null))}
            onDismiss={() => setUndo(null)}
          />
        ) : null}
        {tab === 'quotes' ? <QuotesTab {...shared} offered={offered} shown={shown} /> : null}
        {tab === 'claims' ? <ClaimsTab {...shared} work={work} onList={() => onTurn(null)} /> : null}
        {tab === 'article' ? (
          <ArticleTab {...shared} suggestions={offered.suggestions} onTakeReview={takeReview} />
        ) : null}
      </Tabs>
      <LiveRegion text={said} />
    </div>
  );
}

/** A published check as evidence: its address, who rated, the rating in their own words. */
function evidenceOf(review: PageReview, pageAddress: string): EvidenceForm {
  const now = new Date().toISOString();
  const title = review.author === null ? review.rating : `${review.author}: ${review.rating}`;
  return { ...evidenceFrom(review.url ?? pageAddress, now, title), quote: review.claim };
}
