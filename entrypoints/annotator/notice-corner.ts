import type { Notice, Said } from '../../lib/messages/to-frame';
import type { PageFrame } from './page-frame';

const EDGE = 16;

/** What a notice offers, and what becomes of it when it is declined. */
interface Answers {
  readonly onAccept?: () => void;
  readonly onDecline?: () => void;
}

/** A corner of the page where one notice stands until it is answered or dismissed, and a live region. */
export class NoticeCorner {
  readonly #frame: PageFrame;
  readonly #doc: Document;

  constructor(frame: PageFrame, doc: Document) {
    this.#frame = frame;
    this.#doc = doc;
  }

  show(notice: Notice, { onAccept, onDecline }: Answers): void {
    this.#frame.show({
      view: () => ({ name: 'notice', notice }),
      hear: ({ call }) => {
        if (call !== 'accept' && call !== 'decline') return;
        this.clear();
        (call === 'accept' ? onAccept : onDecline)?.();
      },
      place: ({ width, height, rtl }) => {
        const { clientWidth, clientHeight } = this.#doc.documentElement;
        return { x: rtl ? EDGE : clientWidth - width - EDGE, y: clientHeight - height - EDGE };
      },
      takeFocus: false,
    });
  }

  clear(): void {
    this.#frame.hide();
  }

  /** Takes the corner away for good. */
  remove(): void {
    this.#frame.remove();
  }

  /** Says something to those who can't see it happen. */
  say(said: Said): void {
    this.#frame.say(said);
  }
}
