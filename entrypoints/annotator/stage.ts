import type { TagUse } from '../../components/composer-value';
import { WAITS_AFTER_MS } from '../../components/save-patience';
import { ask } from '../../lib/messages/client';
import type { Failure } from '../../lib/model/result';
import { selectedDocument } from '../../lib/text/frames';
import { NoticeCorner } from './notice-corner';
import { PageFrame } from './page-frame';
import { type Box, beside, type Place } from './places';
import type { Session } from './session';
import type { Surface } from './surface';

/** What toolbar, card and form share: the page, what is known of it, where to appear, how to speak. */
export class Stage {
  /** Where toolbar, card and form appear, one at a time. */
  readonly frame: PageFrame;
  readonly corner: NoticeCorner;

  constructor(
    readonly doc: Document,
    readonly session: Session,
    readonly surface: Surface,
    onPointer: () => void,
    readonly onGone: () => void,
  ) {
    this.frame = new PageFrame(surface, onPointer, onGone);
    this.corner = new NoticeCorner(new PageFrame(surface, () => {}, onGone), doc);
  }

  /** Loads what will be needed as soon as something is selected or pointed at. */
  warm(): void {
    this.frame.warm();
  }

  /** Says what went wrong; a private window is asked for consent, upon which `again` is called. */
  explain(failure: Failure, again: () => void = () => {}): void {
    if (failure.code === 'extension-reloaded') this.onGone();
    else if (failure.code === 'private-window') this.corner.show({ kind: 'private' }, { onAccept: again });
    else this.corner.show({ kind: 'failure', failure }, {});
  }

  /** Awaits a save, and says of one that does not come through at once what it waits for. */
  async patiently<T>(save: Promise<T>): Promise<T> {
    const timer = setTimeout(() => this.corner.show({ kind: 'waits' }, {}), WAITS_AFTER_MS);
    try {
      return await save;
    } finally {
      clearTimeout(timer);
    }
  }

  /** Where something goes beside a box of the viewport, once its size is known. */
  beside(box: Box, wish: 'above' | 'below'): (size: { width: number; height: number }) => Place {
    return (size) => {
      const { clientWidth: width, clientHeight: height } = this.doc.documentElement;
      return beside(box, size, { width, height }, wish);
    };
  }

  /** The tags in use, for completion; none where the background does not answer. */
  async tags(): Promise<readonly TagUse[]> {
    const tags = await ask('tags.list', {});
    return tags.ok ? tags.value : [];
  }

  /** The page's selection as it stands, to tell later whether the reader has moved on. */
  selection(): Range | null {
    const selection = selectedDocument(this.doc).getSelection();
    return selection && selection.rangeCount > 0 ? selection.getRangeAt(0).cloneRange() : null;
  }

  /** Takes the selection away, wherever it is. */
  deselect(): void {
    selectedDocument(this.doc).getSelection()?.removeAllRanges();
  }
}
