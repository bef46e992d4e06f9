import '../../components/styles/tokens.css';
import '../../components/styles/base.css';
import '../../components/styles/quote.css';
import '../../components/styles/item.css';
import '../../components/styles/page.css';
import '../../components/styles/work.css';
import '../../components/styles/claim-work.css';
import './popup.css';
import { markDocument, wireBrowserMessages } from '../../lib/i18n/wire';
import { PressmarkDatabase } from '../../lib/store/database';
import { startPage } from '../pages/start';
import { PopupApp } from './app';

wireBrowserMessages();
markDocument(document);
const db = new PressmarkDatabase();
startPage(db, <PopupApp db={db} />);
