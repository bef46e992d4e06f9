import type { JSX } from 'preact';
import { useRef, useState } from 'preact/hooks';
import { t } from '../lib/i18n/translate';
import type { Failure } from '../lib/model/result';
import { CardFrame } from './card-frame';
import type { ComposerValue, TagUse } from './composer-value';
import { PrivateWindowNotice } from './notices';
import { type MarksToggle, QuoteComposer } from './quote-composer';
import { SettingsProvider, type ViewSettings } from './settings-context';
import { FailureMessage } from './status-message';

export interface NewQuoteCardProps {
  readonly quote: string;
  readonly marks: MarksToggle | null;
  /** What the form starts with. With `focus` set to claim, give it an empty claim. */
  readonly initial: ComposerValue;
  readonly focus: 'note' | 'claim';
  readonly known: readonly TagUse[];
  /** The reader's scales and colour names; without them what ships. */
  readonly settings?: ViewSettings;
  readonly privateWindow: boolean;
  readonly failure: Failure | null;
  readonly saving: boolean;
  readonly onSave: (value: ComposerValue, privateConsent: boolean) => void;
  /** Every keystroke, for the draft. */
  readonly onChange?: (value: ComposerValue) => void;
  readonly onClose: () => void;
}

/** The form for words that are selected on the page and not saved yet. */
export function NewQuoteCard(props: NewQuoteCardProps): JSX.Element {
  return (
    <SettingsProvider settings={props.settings}>
      <OpenForm {...props} />
    </SettingsProvider>
  );
}

function OpenForm(props: NewQuoteCardProps): JSX.Element {
  const [value, setValue] = useState(props.initial);
  const [consent, setConsent] = useState(false);
  const frame = useRef<HTMLDivElement>(null);
  return (
    <CardFrame title={t('cardNewLabel')} frame={frame} takeFocus={false} onClose={props.onClose} before={null}>
      <QuoteComposer
        mode="new"
        quote={props.quote}
        marks={props.marks}
        value={value}
        focus={props.focus}
        known={props.known}
        saving={props.saving}
        onChange={(next) => {
          setValue(next);
          props.onChange?.(next);
        }}
        onSave={() => props.onSave(value, consent)}
        onDiscard={props.onClose}
      >
        {props.privateWindow ? <PrivateWindowNotice consent={consent} onConsent={setConsent} /> : null}
        {props.failure ? <FailureMessage failure={props.failure} /> : null}
      </QuoteComposer>
    </CardFrame>
  );
}
