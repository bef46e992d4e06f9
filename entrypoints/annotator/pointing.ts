import { quotesAt } from '../../lib/highlight/hit-test';
import { tellPanel } from '../../lib/messages/client';
import { framesOf } from '../../lib/text/frames';
import { OWN_HOST } from '../../lib/text/page-parts';
import type { PageUi } from './page-ui';
import type { Session } from './session';

const HOVER_MS = 350;
const LEAVE_MS = 500;
const SELECTION_MS = 200;
const STORY_MS = 300;

/** What the reader does with mouse, finger and keys on the page, turned into what our interface shows. */
export function listenToReader(doc: Document, session: Session, ui: PageUi, signal: AbortSignal): void {
  listenIn(doc, session, ui, signal);
  watchFrames(doc, session, ui, signal);
  watchStory(doc, session, ui, signal);
}

function listenIn(doc: Document, session: Session, ui: PageUi, signal: AbortSignal): void {
  watchSelection(doc, ui, session, signal);
  watchPointer(doc, ui, session, signal);
  const options = { signal, passive: true } as const;
  doc.addEventListener('keydown', (event) => event.isTrusted && event.key === 'Escape' && ui.dismiss(), options);
  // The toolbar stands behind everything else in the order of the page: the key for the next control leads there at once.
  doc.addEventListener(
    'keydown',
    (event) => {
      if (event.isTrusted && isPlainTab(event) && ui.focusToolbar()) event.preventDefault();
    },
    { signal },
  );
  doc.addEventListener('scroll', () => ui.hideToolbar(), { ...options, capture: true });
}

const isPlainTab = ({ key, shiftKey, ctrlKey, altKey, metaKey }: KeyboardEvent): boolean =>
  key === 'Tab' && !(shiftKey || ctrlKey || altKey || metaKey);

/** Listens in the frames of the page's own origin too, in those that come later, and in what they load later. */
function watchFrames(doc: Document, session: Session, ui: PageUi, signal: AbortSignal): void {
  const known = new WeakSet<Document>();
  const look = (): void => {
    for (const inner of framesOf(doc)) {
      if (known.has(inner)) continue;
      known.add(inner);
      listenIn(inner, session, ui, signal);
      inner.addEventListener('load', onLoad, { signal, capture: true });
    }
    session.syncFrames();
  };
  // A frame's `load` does not bubble; it passes through the document on its way down.
  const onLoad = (event: Event): void => {
    if (event.target instanceof Node && event.target.nodeName === 'IFRAME') look();
  };
  doc.addEventListener('load', onLoad, { signal, capture: true });
  look();
}

/** Follows a reader who scrolls to another story, but not while they are at work on one. */
function watchStory(doc: Document, session: Session, ui: PageUi, signal: AbortSignal): void {
  let timer: ReturnType<typeof setTimeout> | undefined;
  const look = (): void => {
    if (!ui.busy && !signal.aborted) void session.follow();
  };
  const later = (): void => {
    clearTimeout(timer);
    timer = setTimeout(look, STORY_MS);
  };
  doc.addEventListener('scroll', later, { signal, passive: true });
}

/** What was pressed or pointed at, of whatever document: a frame's elements are of the frame's own class. */
const elementOf = (target: EventTarget | null): Element | null =>
  target !== null && 'closest' in target && 'localName' in target ? (target as Element) : null;

const isOurs = (event: Event): boolean => elementOf(event.target)?.localName === OWN_HOST;

function watchSelection(doc: Document, ui: PageUi, session: Session, signal: AbortSignal): void {
  let timer: ReturnType<typeof setTimeout> | undefined;
  let pressed = false;
  const look = (): void => {
    const selection = doc.getSelection();
    if (pressed || ui.busy) return;
    if (!selection || selection.isCollapsed || selection.rangeCount === 0 || selection.toString().trim() === '') {
      ui.hideToolbar();
      return;
    }
    // Fields and frames have their own menus; the popup explains when it is asked.
    if (session.offer().kind === 'quote') ui.showToolbar(selection.getRangeAt(0));
  };
  const later = (): void => {
    clearTimeout(timer);
    timer = setTimeout(look, SELECTION_MS);
  };
  // The reader may have selected words before we came.
  later();
  doc.addEventListener(
    'selectionchange',
    () => {
      if (doc.getSelection()?.type === 'Range') ui.warm();
      later();
    },
    { signal },
  );
  doc.addEventListener(
    'pointerdown',
    (event) => {
      pressed = !isOurs(event);
    },
    { signal, capture: true },
  );
  doc.addEventListener(
    'pointerup',
    () => {
      pressed = false;
      later();
    },
    { signal, capture: true },
  );
  doc.addEventListener(
    'pointercancel',
    () => {
      pressed = false;
      later();
    },
    { signal, capture: true },
  );
}

function watchPointer(doc: Document, ui: PageUi, session: Session, signal: AbortSignal): void {
  let timer: ReturnType<typeof setTimeout> | undefined;
  ui.listenToPointer(() => clearTimeout(timer));
  const at = (event: MouseEvent): string[] => quotesAt(session.orders.in(doc), event.clientX, event.clientY, doc);
  doc.addEventListener(
    'pointermove',
    (event) => {
      if (!event.isTrusted || event.buttons !== 0 || session.orders.in(doc).quotes.length === 0 || ui.busy) return;
      clearTimeout(timer);
      if (isOurs(event)) return;
      const { clientX: x, clientY: y } = event;
      timer = setTimeout(
        () => {
          const ids = at(event);
          const hovered = ui.hovered;
          if (ids.length === 0) {
            if (hovered) ui.closeCard();
          } else if (!ui.busy && hovered?.join() !== ids.join() && !hasSelection(doc)) {
            void ui.openCard(ids, { hovering: true, at: { x, y } });
          }
        },
        ui.hovered ? LEAVE_MS : HOVER_MS,
      );
    },
    { signal, passive: true },
  );
  doc.addEventListener(
    'click',
    (event) => {
      if (!event.isTrusted || isOurs(event)) return;
      const ids = hasSelection(doc) || isControl(event.target) ? [] : at(event);
      const [first] = ids;
      if (first !== undefined) void tellPanel('panel.show', { id: first });
      if (ids.length > 0) void ui.openCard(ids, { hovering: false, at: { x: event.clientX, y: event.clientY } });
      else ui.closeCard();
    },
    { signal },
  );
}

const hasSelection = (doc: Document): boolean => doc.getSelection()?.isCollapsed === false;

/** A link or button under the highlight does what the page made it for. */
const isControl = (target: EventTarget | null): boolean =>
  elementOf(target)?.closest('a[href],button,input,select,textarea,summary,label,[role="button"]') != null;
