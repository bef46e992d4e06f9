import { t } from '../lib/i18n/translate';

/** "CNN’s Tara Reed" belongs to CNN. */
const affiliation = (role: string): string => role.replace(/(?:['’]s|(?<=s)['’])$/i, '');

/** Who is quoted: the name and the role, or that nobody was found. */
export function Speaker({ speaker, role }: { readonly speaker: string | null; readonly role: string | null }) {
  if (speaker === null) return <p class="speaker unknown">{t('suggestionUnknown')}</p>;
  return (
    <p class="speaker" dir="auto">
      <strong>{speaker}</strong>
      {role === null || role === speaker ? null : <span class="role"> · {affiliation(role)}</span>}
    </p>
  );
}
