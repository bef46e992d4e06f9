import { createPainter, type Painter, type PainterOptions, type PaintItem } from './paint';

/**
 * One painter for a page with the frames of its own origin: each document has a registry of its own, and each quote is
 * drawn where its words are. `onFrame` is called once for each frame in which something is drawn, since our rules have
 * to get there too.
 */
export function createPagePainter(page: Document, onFrame: () => void, options: PainterOptions = {}): Painter {
  const painters = new Map<Document, Painter>([[page, createPainter({ ...options, document: page })]]);

  const painterFor = (target: Document): Painter => {
    const known = painters.get(target);
    if (known) return known;
    const painter = createPainter({ ...options, document: target });
    painters.set(target, painter);
    onFrame();
    return painter;
  };

  const all = (act: (painter: Painter) => void): void => {
    for (const [target, painter] of painters) {
      // The document of a frame that was taken out or went elsewhere has no window any more.
      if (target !== page && target.defaultView === null) painters.delete(target);
      else act(painter);
    }
  };

  return {
    paint(items: readonly PaintItem[]): void {
      const byDocument = Map.groupBy(items, ({ range }) => range.startContainer.ownerDocument ?? page);
      for (const target of byDocument.keys()) painterFor(target);
      for (const [target, painter] of painters) painter.paint(byDocument.get(target) ?? []);
    },
    focus: (id) => all((painter) => painter.focus(id)),
    restoreIfCleared: () => all((painter) => painter.restoreIfCleared()),
    refresh: () => all((painter) => painter.refresh()),
    clear: () => all((painter) => painter.clear()),
  };
}
