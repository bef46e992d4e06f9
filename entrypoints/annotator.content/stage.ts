import type { TagUse } from '../../components/composer-value';
import type { Mounted } from '../../components/mount';
import { WAITS_AFTER_MS } from '../../components/saving-waits';
import { ask } from '../../lib/messages/client';
import type { Failure } from '../../lib/model/result';
import { selectedDocument } from '../../lib/text/frames';
import { NoticeCorner } from './notice';
import { type Box, beside } from './places';
import type { Session } from './session';
import type { Surface } from './surface';

/** What toolbar, card and form share: the page, what is known of it, where to appear, how to speak. */
export class Stage {
  readonly corner: NoticeCorner;
  #growing: ResizeObserver | null = null;

  constructor(
    readonly doc: Document,
    readonly session: Session,
    readonly surface: Surface,
  ) {
    this.corner = new NoticeCorner(surface.root);
  }

  /** Says what went wrong; a private window is asked for consent, upon which `again` is called. */
  explain(failure: Failure, again: () => void = () => {}): void {
    this.surface.ensure();
    this.corner.show(
      failure.code === 'private-window' ? { kind: 'private', onConsent: again } : { kind: 'failure', failure },
    );
  }

  /** Awaits a save, and says of one that does not come through at once what it waits for. */
  async patiently<T>(save: Promise<T>): Promise<T> {
    const timer = setTimeout(() => {
      this.surface.ensure();
      this.corner.show({ kind: 'waits' });
    }, WAITS_AFTER_MS);
    try {
      return await save;
    } finally {
      clearTimeout(timer);
    }
  }

  /** Places something beside a box of the viewport, and again when it grows: a form must not reach beyond the edge. */
  put(mounted: Pick<Mounted<unknown>, 'element' | 'place'>, box: Box, wish: 'above' | 'below'): void {
    const place = (): void => {
      const { clientWidth: width, clientHeight: height } = this.doc.documentElement;
      const { width: w, height: h } = mounted.element.getBoundingClientRect();
      mounted.place(beside(box, { width: w, height: h }, { width, height }, wish));
    };
    place();
    this.#growing?.disconnect();
    this.#growing = new ResizeObserver(place);
    this.#growing.observe(mounted.element);
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
