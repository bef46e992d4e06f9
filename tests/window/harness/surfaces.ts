import type { Surface } from './reader.ts';
import { lookAt } from './sight.ts';

/** Runs an expression in one of the extension's own pages. */
type Watch = (probe: string) => Promise<unknown>;

const API = '(globalThis.browser ?? globalThis.chrome)';

/** The popup or the panel as it stands on the screen, seen from another of the extension's pages; null while closed. */
export async function surfaceIn(watch: Watch, name: 'popup' | 'sidepanel'): Promise<Surface | null> {
  const seen = await watch(`(() => {
    const view = ${API}.extension.getViews().find(({ location }) => location.pathname === '/${name}.html');
    const page = view?.document.documentElement;
    return view && view.document.body ? {
      ...(${lookAt})(view.document),
      corner: { x: view.mozInnerScreenX ?? view.screenX, y: view.mozInnerScreenY ?? view.screenY },
      width: view.innerWidth,
      height: view.innerHeight,
      needs: { width: page.scrollWidth + view.innerWidth - page.clientWidth, height: page.scrollHeight },
    } : null;
  })()`);
  return seen as Surface | null;
}

/** The keys that the browser gave to our commands. */
export async function keysIn(watch: Watch): Promise<ReadonlyMap<string, string>> {
  const all = await watch(
    `${API}.commands.getAll().then((all) => all.filter(({ shortcut }) => shortcut).map(({ name, shortcut }) => [name, shortcut]))`,
  );
  return new Map(all as [string, string][]);
}
