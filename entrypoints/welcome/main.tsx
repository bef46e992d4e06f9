import '../../components/styles/tokens.css';
import '../../components/styles/base.css';
import '../../components/styles/quote.css';
import '../../components/styles/item.css';
import '../../components/styles/page.css';
import '../../components/styles/claim-work.css';
import './welcome.css';
import { render } from 'preact';
import { markDocument, wireBrowserMessages } from '../../lib/i18n/wire';
import { WelcomeApp } from './app';

wireBrowserMessages();
markDocument(document);
const root = document.getElementById('app');
if (root) render(<WelcomeApp />, root);
