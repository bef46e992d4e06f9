import '../../components/styles/pages.css';
import './library.css';
import './search.css';
import './lines.css';
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
