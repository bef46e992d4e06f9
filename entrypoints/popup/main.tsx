import '../../components/styles/pages.css';
import './popup.css';
import { markDocument, wireBrowserMessages } from '../../lib/i18n/wire';
import { PressmarkDatabase } from '../../lib/store/database';
import { startPage } from '../pages/start';
import { PopupApp } from './app';
import { fitWindow } from './fit-window';

wireBrowserMessages();
markDocument(document);
const root = document.getElementById('app');
if (root) fitWindow(root);
const db = new PressmarkDatabase();
startPage(db, <PopupApp db={db} />);
