import '../../components/styles/pages.css';
import './keys.css';
import { render } from 'preact';
import { t } from '../../lib/i18n/translate';
import { markDocument, wireBrowserMessages } from '../../lib/i18n/wire';
import { Keys } from '../pages/all-keys';

wireBrowserMessages();
markDocument(document);
document.title = `${t('keysTitle')} – Pressmark`;
const root = document.getElementById('app');
if (root)
  render(
    <main class="keys-page">
      <Keys />
    </main>,
    root,
  );
