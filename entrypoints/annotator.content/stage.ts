import type { TagUse } from '../../components/composer-value';
import type { Mounted } from '../../components/mount';
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

  /** Places something beside a box of the viewport. */
  put(mounted: Pick<Mounted<unknown>, 'element' | 'place'>, box: Box, wish: 'above' | 'below'): void {
    const { clientWidth: width, clientHeight: height } = this.doc.documentElement;
    const { width: w, height: h } = mounted.element.getBoundingClientRect();
    mounted.place(beside(box, { width: w, height: h }, { width, height }, wish));
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
