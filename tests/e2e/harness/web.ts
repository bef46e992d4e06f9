import { readFileSync } from 'node:fs';
import { createServer, type IncomingMessage, type Server } from 'node:http';
import { fileURLToPath } from 'node:url';

/**
 * A small web of our own: a proxy that answers for sample sites and refuses everything else. The browser sends every
 * request through it, so its log is the whole truth about what was asked of the network.
 */
export interface Web {
  readonly port: number;
  /** Every request that arrived, those of the browser itself included. */
  readonly log: readonly LoggedRequest[];
  /** Whether there is a page at an address. */
  knows(address: string): boolean;
  /** Answers for an address from now on, with more headers where they are given. */
  put(address: string, html: string, headers?: Readonly<Record<string, string>>): void;
  close(): Promise<void>;
}

export interface LoggedRequest {
  readonly method: string;
  readonly address: string;
  readonly served: boolean;
}

interface ServedPage {
  readonly html: string;
  readonly headers: Readonly<Record<string, string>>;
}

const read = (path: string): string =>
  readFileSync(fileURLToPath(new URL(`../../fixtures/sites/${path}`, import.meta.url)), 'utf8');

export const FRENCH = 'http://gazette-du-littoral.example/environnement/digue-port-leon/';
export const ENGLISH = 'http://harbour-courier.example/news/2026/04/ferry-engine-memo';
export const HOME = 'http://harbour-courier.example/';

/** The sample sites, as they stand before anybody edits them. */
export function sampleSites(): Map<string, string> {
  return new Map([
    [FRENCH, read('gazette-du-littoral.example/article.html')],
    [ENGLISH, read('harbour-courier.example/article.html')],
    [HOME, read('harbour-courier.example/home.html')],
  ]);
}

const keyOf = (address: string): string => {
  const url = new URL(address);
  return `${url.host.replace(/^m\./, '')}${url.pathname}`;
};

/** Opens the web on a free port of this machine. */
export async function openWeb(): Promise<Web> {
  const pages = new Map<string, ServedPage>();
  for (const [address, html] of sampleSites()) pages.set(keyOf(address), { html, headers: {} });
  const log: LoggedRequest[] = [];
  const server = createServer((request, response) => {
    const address = request.url ?? '';
    const page = URL.canParse(address) ? pages.get(keyOf(address)) : undefined;
    log.push({ method: request.method ?? '', address, served: page !== undefined });
    if (page === undefined) {
      response.writeHead(404, { 'content-type': 'text/plain' }).end('not here');
      return;
    }
    response.writeHead(200, { 'content-type': 'text/html; charset=utf-8', ...page.headers }).end(page.html);
  });
  server.on('connect', (request: IncomingMessage, socket) => {
    log.push({ method: 'CONNECT', address: request.url ?? '', served: false });
    // A browser that is closed resets what it had open.
    socket.on('error', () => socket.destroy());
    socket.end('HTTP/1.1 403 Forbidden\r\n\r\n');
  });
  const port = await listen(server);
  return {
    port,
    log,
    knows: (address) => URL.canParse(address) && pages.has(keyOf(address)),
    put: (address, html, headers = {}) => pages.set(keyOf(address), { html, headers }),
    close: () =>
      new Promise((resolve) => {
        server.closeAllConnections();
        server.close(() => resolve());
      }),
  };
}

/**
 * What Chromium and Firefox ask for by themselves, with or without an extension: their updates, sign-in, settings and
 * add-on services, and a page's icon.
 */
const BROWSERS_OWN =
  /^(https?:\/\/)?([\w-]+\.)*(googleapis\.com|google\.com|gvt1\.com|mozilla\.(com|org|net)|mozgcp\.net|firefox\.com|detectportal\.firefox\.com)(:\d+)?(\/|$)|\/favicon\.ico$/;

/** The requests that are not the browser's own. */
export const askedByUs = (web: Web): LoggedRequest[] => web.log.filter(({ address }) => !BROWSERS_OWN.test(address));

function listen(server: Server): Promise<number> {
  return new Promise((resolve, reject) => {
    server.once('error', reject);
    server.listen(0, '127.0.0.1', () => {
      const address = server.address();
      if (address !== null && typeof address === 'object') resolve(address.port);
      else reject(new Error('no port'));
    });
  });
}
