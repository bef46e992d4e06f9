import type { ComponentChildren, JSX } from 'preact';
import { explain, settledBy } from '../lib/article/explain';
import { signalText } from '../lib/i18n/signal-words';
import { formatShare, formatWeight, t } from '../lib/i18n/translate';
import type { DetectorReport } from '../lib/messages/protocol';

interface DetectionProps {
  readonly report: DetectorReport;
  /** What the reader can say against it. */
  readonly children?: ComponentChildren;
}

/** Why the page was or wasn't taken for a news article, folded away: for whoever wonders, and for bug reports. */
export function Detection({ report, children }: DetectionProps): JSX.Element {
  const settled = report.stage === 'address' ? settledBy(report.canonicalUrl) : null;
  return (
    <details class="detection">
      <summary>{t('detectionTitle')}</summary>
      <p class="help">{t('detectionScore', formatShare(report.score), t(`detectionStage_${report.stage}`))}</p>
      <p class="help">
        {t('detectionKind')}: {t(`pageKind_${report.kind}`)}
      </p>
      <table>
        <thead>
          <tr>
            <th scope="col">{t('detectionSignal')}</th>
            <th scope="col">{t('detectionWeight')}</th>
          </tr>
        </thead>
        <tbody>
          {settled === null ? null : (
            <tr>
              <td>{signalText(settled)}</td>
              <td>{t('detectionSettles')}</td>
            </tr>
          )}
          {explain(report.signals).map(({ signal, weight }) => (
            <tr key={signal}>
              <td>{signalText(signal)}</td>
              <td>{formatWeight(weight)}</td>
            </tr>
          ))}
        </tbody>
      </table>
      {children}
    </details>
  );
}
