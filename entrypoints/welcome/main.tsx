import '../../components/styles/pages.css';
import './welcome.css';
import { render } from 'preact';
import { markDocument, wireBrowserMessages } from '../../lib/i18n/wire';
import { WelcomeApp } from './app';

wireBrowserMessages();
markDocument(document);
const root = document.getElementById('app');
if (root) render(<WelcomeApp />, root);
