import { browser } from '../browser';
import { currentLocale, wireMessages } from './translate';

/** Gives the views the browser's messages. Called once by each context that shows something, before it renders. */
export function wireBrowserMessages(): void {
  wireMessages((key, substitutions) => browser.i18n.getMessage(key, substitutions), browser.i18n.getUILanguage());
}

/** Marks one of our own pages with the language and direction of its words. */
export function markDocument(doc: Document): void {
  doc.documentElement.lang = currentLocale();
  doc.documentElement.dir = browser.i18n.getMessage('@@bidi_dir') === 'rtl' ? 'rtl' : 'ltr';
}
