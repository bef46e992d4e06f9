import '../../components/styles/tokens.css';
import '../../components/styles/base.css';
import '../../components/styles/quote.css';
import '../../components/styles/page.css';
import './library.css';
import './pictures.css';
import { t } from '../../lib/i18n/translate';
import { markDocument, wireBrowserMessages } from '../../lib/i18n/wire';
import { PressmarkDatabase } from '../../lib/store/database';
import { startPage } from '../pages/start';
import { LibraryApp } from './app';

wireBrowserMessages();
markDocument(document);
document.title = `${t('libraryTitle')} – Pressmark`;
const db = new PressmarkDatabase();
startPage(db, <LibraryApp db={db} />);
