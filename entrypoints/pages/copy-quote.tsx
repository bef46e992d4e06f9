import type { JSX } from 'preact';
import { useState } from 'preact/hooks';
import { ActionButton } from '../../components/action-button';
import { CopyIcon, MarkdownIcon } from '../../components/icons';
import { quoteFragment } from '../../lib/exchange/export-w3c';
import { asHtml, asMarkdown, asText, withSource } from '../../lib/exchange/quote-text';
import { t } from '../../lib/i18n/translate';
import type { Annotation } from '../../lib/model/annotation';
import type { Article } from '../../lib/model/article';

interface CopyQuoteProps {
  readonly annotation: Annotation;
  readonly article: Article;
  /** Icons alone, where there is little room. */
  readonly compact?: boolean;
}

/** Copies a quote with its source: as text and rich text together, or as Markdown. */
export function CopyQuote({ annotation, article, compact = false }: CopyQuoteProps): JSX.Element {
  const [said, setSaid] = useState('');
  const copy = async (kind: 'rich' | 'markdown'): Promise<void> => {
    const quote = withSource(annotation, article, quoteFragment(annotation.quote.exact));
    const of = (type: string, text: string) => ({ [type]: new Blob([text], { type }) });
    const parts =
      kind === 'markdown'
        ? of('text/plain', asMarkdown(quote))
        : { ...of('text/plain', asText(quote)), ...of('text/html', asHtml(quote)) };
    try {
      await navigator.clipboard.write([new ClipboardItem(parts)]);
      setSaid(t('copied'));
    } catch {
      setSaid(t('error_copy_refused'));
    }
  };
  return (
    <>
      <ActionButton icon={<CopyIcon />} label={t('copy')} compact={compact} onClick={() => void copy('rich')} />
      <ActionButton
        icon={<MarkdownIcon />}
        label={t('copyMarkdown')}
        compact={compact}
        onClick={() => void copy('markdown')}
      />
      <span class="meta" role="status">
        {said}
      </span>
    </>
  );
}
