import '../../components/styles/tokens.css';
import '../../components/styles/base.css';
import '../../components/styles/quote.css';
import '../../components/styles/page.css';
import './library.css';
import './pictures.css';
import { render } from 'preact';
import { t } from '../../lib/i18n/translate';
import { markDocument, wireBrowserMessages } from '../../lib/i18n/wire';
import { PressmarkDatabase } from '../../lib/store/database';
import { followColourNames } from '../popup/colour-names';
import { LibraryApp } from './app';

wireBrowserMessages();
markDocument(document);
document.title = `${t('libraryTitle')} – Pressmark`;
const root = document.getElementById('app');
const db = new PressmarkDatabase();
if (root) void followColourNames(db).then(() => render(<LibraryApp db={db} />, root));
