import '../../components/styles/tokens.css';
import '../../components/styles/base.css';
import '../../components/styles/quote.css';
import '../../components/styles/page.css';
import '../../components/styles/work.css';
import './panel.css';
import { render } from 'preact';
import { t } from '../../lib/i18n/translate';
import { markDocument, wireBrowserMessages } from '../../lib/i18n/wire';
import { PressmarkDatabase } from '../../lib/store/database';
import { followColourNames } from '../popup/colour-names';
import { PanelApp } from './app';

wireBrowserMessages();
markDocument(document);
document.title = t('panelTitle');
const root = document.getElementById('app');
const db = new PressmarkDatabase();
if (root) void followColourNames(db).then(() => render(<PanelApp db={db} />, root));
