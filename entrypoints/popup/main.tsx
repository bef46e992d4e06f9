import '../../components/styles/tokens.css';
import '../../components/styles/base.css';
import '../../components/styles/quote.css';
import '../../components/styles/page.css';
import '../../components/styles/work.css';
import './popup.css';
import { render } from 'preact';
import { markDocument, wireBrowserMessages } from '../../lib/i18n/wire';
import { PressmarkDatabase } from '../../lib/store/database';
import { PopupApp } from './app';
import { followColourNames } from './colour-names';

wireBrowserMessages();
markDocument(document);
const root = document.getElementById('app');
const db = new PressmarkDatabase();
if (root) void followColourNames(db).then(() => render(<PopupApp db={db} />, root));
