import type { JSX } from 'preact';
import { useId, useState } from 'preact/hooks';
import { DEFAULT_TEMPLATE, templateValues } from '../../../lib/exchange/export-markdown';
import { fillTemplate, parseTemplate, TEMPLATE_NAMES, type TemplateProblem } from '../../../lib/exchange/template';
import { t } from '../../../lib/i18n/translate';
import { ask } from '../../../lib/messages/client';
import type { Settings } from '../../../lib/settings/settings';
import { sampleQuote } from './sample-quote';

interface TemplateFieldProps {
  readonly settings: Settings;
  /** Shows what the template makes of a quote, where no other preview stands beside it. */
  readonly sample?: boolean;
}

/** The reader's own Markdown for a quote. What can be read is saved as it is typed; the preview shows what it makes. */
export function TemplateField({ settings, sample = false }: TemplateFieldProps): JSX.Element {
  const id = useId();
  const [source, setSource] = useState(settings.markdownTemplate ?? DEFAULT_TEMPLATE);
  const parsed = parseTemplate(source);
  const change = (next: string): void => {
    setSource(next);
    if (parseTemplate(next).ok)
      void ask('settings.patch', { markdownTemplate: next === DEFAULT_TEMPLATE ? null : next });
  };
  return (
    <details class="leave-part" open={settings.markdownTemplate !== null}>
      <summary class="section-title">{t('templateTitle')}</summary>
      <div class="field">
        <label class="label" for={id}>
          {t('templateLabel')}
        </label>
        <textarea
          id={id}
          class="textarea leave-template"
          spellcheck={false}
          rows={10}
          value={source}
          aria-invalid={!parsed.ok}
          aria-describedby={`${id}-help ${id}-bad`}
          onInput={(event) => change(event.currentTarget.value)}
        />
        <p class="bad" id={`${id}-bad`} role="alert">
          {parsed.ok ? '' : problemText(parsed.problem)}
        </p>
        {sample && parsed.ok ? (
          <pre class="leave-file" dir="auto">
            {fillTemplate(parsed.template, templateValues(sampleQuote()))}
          </pre>
        ) : null}
        <div class="help leave-template-help" id={`${id}-help`}>
          <p>{t('templateHelpValue', '{{quote}}')}</p>
          <p>{t('templateHelpOptional', '{{#speaker}}…{{/speaker}}')}</p>
          <p>
            {t('templateHelpNames')} <code>{TEMPLATE_NAMES.join(' ')}</code>
          </p>
        </div>
        <span>
          <button
            type="button"
            class="button small"
            disabled={source === DEFAULT_TEMPLATE}
            onClick={() => change(DEFAULT_TEMPLATE)}
          >
            {t('templateReset')}
          </button>
        </span>
      </div>
    </details>
  );
}

function problemText({ code, line, name }: TemplateProblem): string {
  if (code === 'unknown-name') return t('templateUnknown', name, line);
  return t(code === 'not-closed' ? 'templateNotClosed' : 'templateNotOpened', name, line);
}
