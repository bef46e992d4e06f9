import '../../components/styles/pages.css';
import './panel.css';
import { t } from '../../lib/i18n/translate';
import { markDocument, wireBrowserMessages } from '../../lib/i18n/wire';
import { PressmarkDatabase } from '../../lib/store/database';
import { startPage } from '../pages/start';
import { PanelApp } from './app';

wireBrowserMessages();
markDocument(document);
document.title = t('panelTitle');
const db = new PressmarkDatabase();
startPage(db, <PanelApp db={db} />);
