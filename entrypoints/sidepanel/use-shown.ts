import { useEffect, useState } from 'preact/hooks';
import { serve } from '../../lib/messages/server';
import { toPanel } from '../../lib/messages/to-page';
import { fail, ok } from '../../lib/model/result';

/** The item that the reader asked for; a new turn asks again. */
export interface Shown {
  readonly key: string;
  readonly turn: number;
}

/** The saved quote that the reader clicked on the page; `onShow` turns to where it is listed, `onLook` to another story. */
export function useShown(tabId: number, onShow: () => void, onLook: () => void): Shown | null {
  const [shown, show] = useState<Shown | null>(null);
  useEffect(() => {
    const end = new AbortController();
    serve(
      toPanel,
      {
        'panel.show': ({ id }, sender) => {
          if (sender.tabId !== tabId) return fail('not-allowed');
          onShow();
          show((before) => ({ key: id, turn: (before?.turn ?? 0) + 1 }));
          return ok(null);
        },
        'panel.look': (_, sender) => {
          if (sender.tabId !== tabId) return fail('not-allowed');
          onLook();
          return ok(null);
        },
      },
      () => fail('bad-request'),
      end.signal,
    );
    return () => end.abort();
  }, [tabId]);
  return shown;
}
