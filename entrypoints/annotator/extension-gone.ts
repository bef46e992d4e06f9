import { browser } from '../../lib/browser';
import { OWN_HOST } from '../../lib/text/page-parts';
import type { Surface } from './surface';

/** How long whoever comes after an update is given to show itself on the page, milliseconds. */
const SUCCESSOR_MS = 1_500;

/** Whether the extension that put this script into the page is still there. */
export function isExtensionAlive(): boolean {
  try {
    return Boolean(browser.runtime.id);
  } catch {
    return false;
  }
}

/** The words for when there is no extension left to ask for any; read while there is. */
export interface LastWords {
  readonly text: string;
  readonly textWithWords: string;
  readonly copy: string;
  readonly copied: string;
  readonly close: string;
}

/** Reads the words that are needed once nothing can be asked for any more. */
export function readLastWords(): LastWords {
  const word = (key: string): string => browser.i18n.getMessage(key);
  return {
    text: word('error_extension_reloaded'),
    textWithWords: word('goneWithWords'),
    copy: word('goneCopy'),
    copied: word('goneCopied'),
    close: word('close'),
  };
}

/** Whether a newer Pressmark has taken the page over, in which case the old one has nothing more to say. */
export function hasSuccessor(doc: Document, { host }: Surface): Promise<boolean> {
  const present = (): boolean => [...doc.querySelectorAll(OWN_HOST)].some((one) => one !== host);
  return new Promise((resolve) => {
    if (present()) resolve(true);
    else setTimeout(() => resolve(present()), SUCCESSOR_MS);
  });
}

/**
 * Says that the extension is gone, in a place of its own: the frames went with it. What was typed is not shown, since
 * the page could read it here, but offered for copying.
 */
export function showGone(surface: Surface, words: LastWords, typed: string, onClose: () => void): void {
  const doc = surface.root.ownerDocument;
  surface.ensure();
  surface.root.querySelector('.gone')?.remove();
  const box = doc.createElement('div');
  box.className = 'gone';
  box.setAttribute('role', 'alertdialog');
  const text = doc.createElement('p');
  text.textContent = typed === '' ? words.text : words.textWithWords;
  const button = (label: string, press: () => void): HTMLButtonElement => {
    const made = doc.createElement('button');
    made.type = 'button';
    made.textContent = label;
    made.addEventListener('click', (event) => {
      event.stopPropagation();
      if (event.isTrusted) press();
    });
    return made;
  };
  box.append(text);
  if (typed !== '') {
    const copy: HTMLButtonElement = button(words.copy, () => {
      void copyText(doc, typed).then((done) => {
        if (done) copy.textContent = words.copied;
      });
    });
    box.append(copy);
  }
  box.append(
    button(words.close, () => {
      box.remove();
      onClose();
    }),
  );
  surface.root.append(box);
  surface.rise();
}

/** Pages without TLS have no clipboard API; there the copy command hands the text over without it ever being shown. */
async function copyText(doc: Document, text: string): Promise<boolean> {
  try {
    await navigator.clipboard.writeText(text);
    return true;
  } catch {
    return copyByCommand(doc, text);
  }
}

function copyByCommand(doc: Document, text: string): boolean {
  const onCopy = (event: ClipboardEvent): void => {
    event.stopImmediatePropagation();
    event.preventDefault();
    event.clipboardData?.setData('text/plain', text);
  };
  const view = doc.defaultView;
  view?.addEventListener('copy', onCopy, { capture: true, once: true });
  const done = doc.execCommand('copy');
  view?.removeEventListener('copy', onCopy, { capture: true });
  return done;
}
