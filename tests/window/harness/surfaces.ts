import type { Surface } from './reader.ts';
import { lookAt } from './sight.ts';

/** Runs an expression in one of the extension's own pages. */
type Watch = (probe: string) => Promise<unknown>;

const API = '(globalThis.browser ?? globalThis.chrome)';

/** Without a corner where the browser does not say where it lies, and the mouse has not told yet. */
type Seen = Omit<Surface, 'corner'> & { readonly corner: Surface['corner'] | null };

/** The popup or the panel as it stands on the screen, seen from another of the extension's pages; null while closed. */
export async function surfaceIn(watch: Watch, name: 'popup' | 'sidepanel'): Promise<Seen | null> {
  const seen = await watch(`(() => {
    const view = ${API}.extension.getViews().find(({ location }) => location.pathname === '/${name}.html');
    if (!view?.document.body) return null;
    const page = view.document.documentElement;
    const tells = '${name}' === 'popup' || 'mozInnerScreenX' in view;
    if (!tells && !('corner' in view)) {
      view.corner = null;
      const tell = ({ screenX, clientX, screenY, clientY }) => {
        view.corner = { x: screenX - clientX, y: screenY - clientY };
      };
      view.addEventListener('mousemove', tell, { capture: true });
    }
    const own = { x: view.mozInnerScreenX ?? view.screenX, y: view.mozInnerScreenY ?? view.screenY };
    return {
      ...(${lookAt})(view.document),
      corner: tells ? own : view.corner,
      width: view.innerWidth,
      height: view.innerHeight,
      needs: { width: page.scrollWidth + view.innerWidth - page.clientWidth, height: page.scrollHeight },
    };
  })()`);
  return seen as Seen | null;
}

/** The keys that the browser gave to our commands. */
export async function keysIn(watch: Watch): Promise<ReadonlyMap<string, string>> {
  const all = await watch(
    `${API}.commands.getAll().then((all) => all.filter(({ shortcut }) => shortcut).map(({ name, shortcut }) => [name, shortcut]))`,
  );
  return new Map(all as [string, string][]);
}

/** What stands on our button while the tab in front is shown. */
export async function badgeIn(watch: Watch): Promise<string> {
  const badge = await watch(`${API}.tabs.query({ active: true, lastFocusedWindow: true })
    .then(([tab]) => ${API}.action.getBadgeText({ tabId: tab.id }))`);
  return String(badge);
}
