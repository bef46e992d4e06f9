import type { JSX } from 'preact';
import { editDraft, newQuoteDraft } from '../../components/composer-drafts';
import { HighlightCard } from '../../components/highlight-card';
import { NewQuoteCard } from '../../components/new-quote-card';
import { PageNotice } from '../../components/page-notice';
import { SelectionToolbar } from '../../components/selection-toolbar';
import { t } from '../../lib/i18n/translate';
import { ask } from '../../lib/messages/client';
import type { CardView, FormView, FrameCall, FrameView } from '../../lib/messages/to-frame';
import type { SavedQuote } from '../../lib/model/quote-merge';
import type { Result } from '../../lib/model/result';

/** How the frame speaks to the annotator, and what it can tell of itself. */
export interface Line {
  /** Whether the frame can be seen as it was drawn; null where the browser does not tell. */
  readonly sight: () => Promise<boolean | null>;
  readonly call: (call: FrameCall) => void;
  /** A call that is answered; its number is given by the line. */
  readonly ask: <Answer>(call: (ask: number) => FrameCall) => Promise<Result<Answer>>;
  readonly copy: (text: string) => Promise<boolean>;
}

interface FrameContentProps<View> {
  readonly view: View;
  readonly line: Line;
}

/** What a frame shows, as one of the views of the project. */
export function FrameContent({ view, line }: FrameContentProps<FrameView>): JSX.Element {
  if (view.name === 'toolbar') {
    return (
      <SelectionToolbar
        onHighlight={() => line.call({ call: 'highlight' })}
        onClaim={() => line.call({ call: 'claim' })}
        onNote={() => line.call({ call: 'note' })}
        panel={view.panel ? { label: t('menuPanel'), onOpen: () => line.call({ call: 'panel' }) } : undefined}
        onDismiss={() => line.call({ call: 'dismiss' })}
      />
    );
  }
  if (view.name === 'card') return <SavedCard view={view} line={line} />;
  if (view.name === 'form') return <NewCard view={view} line={line} />;
  return (
    <PageNotice
      notice={view.notice}
      onAccept={() => line.call({ call: 'accept' })}
      onDecline={() => line.call({ call: 'decline' })}
    />
  );
}

function SavedCard({ view, line }: FrameContentProps<CardView>): JSX.Element {
  const { highlights, known, settings, failure, takeFocus, copied, keepDrafts } = view;
  const act = (make: (seen: boolean | null) => FrameCall): void =>
    void line.sight().then((seen) => line.call(make(seen)));
  return (
    <HighlightCard
      {...{ highlights, known, settings, failure, takeFocus }}
      {...(copied === null ? {} : { said: t(copied ? 'copied' : 'error_copy_refused') })}
      onEdit={({ id }, editing) => {
        const updatedAt = new Date().toISOString();
        if (keepDrafts) void ask('draft.put', editDraft(id, editing, updatedAt));
        line.call({ call: 'edit', id, editing, updatedAt });
      }}
      onDiscard={({ id }) => line.call({ call: 'discard', id })}
      onSave={({ id }, editing) => line.ask<SavedQuote>((number) => ({ call: 'save', id, editing, ask: number }))}
      onSaved={async ({ id }) => void (await line.ask((number) => ({ call: 'saved', id, ask: number })))}
      onRestore={({ id }) => line.ask((number) => ({ call: 'restore', id, ask: number }))}
      onCopyWords={line.copy}
      onDelete={({ id }) => act((seen) => ({ call: 'delete', id, seen }))}
      onCopy={({ id }, as) => line.call({ call: 'copy', id, as })}
      onKeepOld={({ id }, foundText) => act((seen) => ({ call: 'keep-old', id, foundText, seen }))}
      onTakeNew={({ id }) => act((seen) => ({ call: 'take-new', id, seen }))}
      onClose={() => line.call({ call: 'close' })}
    />
  );
}

function NewCard({ view, line }: FrameContentProps<FormView>): JSX.Element {
  const { quote, marks, initial, focus, known, settings, privateWindow, draft, failure, saving } = view;
  return (
    <NewQuoteCard
      {...{ quote, initial, focus, known, settings, privateWindow, failure, saving }}
      marks={marks === null ? null : { taken: marks, onTake: (taken) => line.call({ call: 'marks', taken }) }}
      onSave={(value, privateConsent) => line.call({ call: 'create', value, privateConsent })}
      onChange={(value) => {
        const updatedAt = new Date().toISOString();
        if (draft) void ask('draft.put', newQuoteDraft(draft.page, draft.selectors, value, updatedAt));
        line.call({ call: 'type', value, updatedAt });
      }}
      onClose={() => line.call({ call: 'close' })}
    />
  );
}
