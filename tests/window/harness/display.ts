import { type ChildProcess, execFile, spawn } from 'node:child_process';
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { promisify } from 'node:util';
import { until } from '../../e2e/harness/journey.ts';

const run = promisify(execFile);

/** A point or a box of the screen, in its pixels. */
export interface Spot {
  readonly x: number;
  readonly y: number;
}
export interface Box extends Spot {
  readonly width: number;
  readonly height: number;
}

export const middleOf = ({ x, y, width, height }: Box): Spot => ({ x: x + width / 2, y: y + height / 2 });

/** A screen that nobody looks at, with a window manager, and a hand on its mouse and keyboard. */
export interface Display {
  /** What a program needs in its environment to appear there. */
  readonly env: Readonly<Record<string, string>>;
  move(to: Spot): Promise<void>;
  click(at: Spot, options?: { readonly times?: number; readonly button?: 1 | 3 }): Promise<void>;
  /** Presses at one point, moves in steps to the other and lets go there. */
  drag(from: Spot, to: Spot): Promise<void>;
  /** Presses keys together, as `commands.getAll` writes them: `Alt+Shift+H`, `Escape`. */
  press(keys: string): Promise<void>;
  type(words: string): Promise<void>;
  /** Turns the wheel by some notches at a place, down the page or, below zero, up. */
  wheel(at: Spot, notches: number): Promise<void>;
  /** The nameless windows that the window manager leaves alone: menus and hints. */
  floating(): Promise<readonly Box[]>;
  /** Keeps a picture of the screen, or of a part of it. */
  photograph(path: string, part?: Box): Promise<void>;
  /** The colours of a part of the screen, row by row. */
  pixels(part: Box): Promise<string[][]>;
  close(): Promise<void>;
}

export const WIDTH = 1280;
export const HEIGHT = 900;

/** One window at a time, without a frame, as large as the screen; menus and popups are nobody's business but their own. */
const OPENBOX = `<?xml version="1.0" encoding="UTF-8"?>
<openbox_config xmlns="http://openbox.org/3.4/rc">
  <focus><focusNew>yes</focusNew><followMouse>no</followMouse></focus>
  <applications><application type="normal"><decor>no</decor><maximized>yes</maximized><focus>yes</focus></application></applications>
</openbox_config>`;

/** Opens a display on a number that is free, and ends whatever it started where that fails. */
export async function openDisplay(): Promise<Display> {
  const dir = mkdtempSync(join(tmpdir(), 'pressmark-display-'));
  const started: ChildProcess[] = [];
  const close = async (): Promise<void> => {
    for (const child of started.reverse()) await end(child);
    rmSync(dir, { recursive: true, force: true });
  };
  try {
    const number = await startServer(started);
    const env = { ...stringsOf(process.env), DISPLAY: `:${number}`, GDK_BACKEND: 'x11', NO_AT_BRIDGE: '1' };
    writeFileSync(join(dir, 'rc.xml'), OPENBOX);
    started.push(spawn('openbox', ['--config-file', join(dir, 'rc.xml')], { env, stdio: 'ignore' }));
    await until('the window manager', async () => ((await hasManager(env)) ? true : null));
    return { ...handsOn(env), env, close };
  } catch (error) {
    await close();
    throw error;
  }
}

async function startServer(started: ChildProcess[]): Promise<string> {
  // The server picks a free number itself and tells it: two runs beside each other can't take the same one.
  const args = ['-displayfd', '3', '-screen', '0', `${WIDTH}x${HEIGHT}x24`, '-nolisten', 'tcp', '-noreset'];
  // Where the run itself is killed, the display goes with it, and with the display whatever it showed.
  const server = spawn('setpriv', ['--pdeathsig', 'KILL', 'Xvfb', ...args], {
    stdio: ['ignore', 'ignore', 'ignore', 'pipe'],
  });
  started.push(server);
  return new Promise((resolve, reject) => {
    let told = '';
    server.once('error', reject);
    server.once('exit', (code) => reject(new Error(`Xvfb ended with ${code}`)));
    server.stdio[3]?.on('data', (data) => {
      told += String(data);
      if (told.endsWith('\n')) resolve(told.trim());
    });
  });
}

async function hasManager(env: NodeJS.ProcessEnv): Promise<boolean> {
  const { stdout } = await run('xprop', ['-root', '_NET_SUPPORTING_WM_CHECK'], { env });
  return stdout.includes('window id');
}

function end(child: ChildProcess): Promise<void> {
  if (child.exitCode !== null || child.signalCode !== null || child.pid === undefined) return Promise.resolve();
  return new Promise((resolve) => {
    child.once('exit', () => resolve());
    child.kill('SIGKILL');
  });
}

const stringsOf = (env: NodeJS.ProcessEnv): Record<string, string> =>
  Object.fromEntries(Object.entries(env).flatMap(([name, value]) => (value === undefined ? [] : [[name, value]])));

/** How the extension API spells keys, and how the X server does. */
const KEYSYMS: Readonly<Record<string, string>> = {
  Alt: 'alt',
  Shift: 'shift',
  Ctrl: 'ctrl',
  Command: 'super',
  Comma: 'comma',
  Period: 'period',
  Space: 'space',
  PageUp: 'Prior',
  PageDown: 'Next',
  Enter: 'Return',
};
const keysymOf = (key: string): string => KEYSYMS[key] ?? (/^[A-Z]$/.test(key) ? key.toLowerCase() : key);

function handsOn(env: NodeJS.ProcessEnv): Omit<Display, 'env' | 'close'> {
  const hand = async (...args: readonly string[]): Promise<void> => {
    await run('xdotool', args, { env });
  };
  const at = ({ x, y }: Spot): string[] => ['mousemove', String(Math.round(x)), String(Math.round(y))];
  const capture = async (output: string, part: Box | undefined): Promise<Buffer> => {
    const crop = part ? ['-crop', cropOf(part), '+repage'] : [];
    const { stdout } = await run('import', ['-silent', '-window', 'root', ...crop, '-depth', '8', output], {
      env,
      encoding: 'buffer',
      maxBuffer: WIDTH * HEIGHT * 4,
    });
    return stdout;
  };
  return {
    move: (to) => hand(...at(to)),
    click: (to, { times = 1, button = 1 } = {}) =>
      hand(...at(to), 'click', '--repeat', String(times), '--delay', '60', String(button)),
    drag: (from, to) => {
      const steps = Array.from({ length: 8 }, (_, i) => ({
        x: from.x + ((to.x - from.x) * (i + 1)) / 8,
        y: from.y + ((to.y - from.y) * (i + 1)) / 8,
      }));
      return hand(...at(from), 'mousedown', '1', ...steps.flatMap(at), 'mouseup', '1');
    },
    press: (keys) => hand('key', '--clearmodifiers', keys.split('+').map(keysymOf).join('+')),
    type: (words) => hand('type', '--delay', '15', words),
    wheel: (to, notches) =>
      hand(...at(to), 'click', '--repeat', String(Math.abs(notches)), '--delay', '20', notches < 0 ? '4' : '5'),
    floating: async () => floatingIn((await run('xwininfo', ['-root', '-children'], { env })).stdout),
    photograph: async (path, part) => {
      mkdirSync(dirname(path), { recursive: true });
      await capture(`png:${path}`, part);
    },
    pixels: async (part) => {
      const { width } = sizeOf(part);
      const bytes = await capture('rgb:-', part);
      const colours = Array.from({ length: bytes.length / 3 }, (_, i) => bytes.toString('hex', i * 3, i * 3 + 3));
      return Array.from({ length: colours.length / width }, (_, row) => colours.slice(row * width, (row + 1) * width));
    },
  };
}

const sizeOf = ({ width, height }: Box) => ({ width: Math.ceil(width), height: Math.ceil(height) });
const cropOf = (part: Box): string => {
  const { width, height } = sizeOf(part);
  return `${width}x${height}+${Math.round(part.x)}+${Math.round(part.y)}`;
};

/** Reads the lines `0x… (has no name): ()  WxH+x+y  +X+Y` of the windows that lie directly on the screen. */
function floatingIn(list: string): Box[] {
  return [...list.matchAll(/^ +0x\S+ \(has no name\): \(\) +(\d+)x(\d+)\+-?\d+\+-?\d+ +\+(-?\d+)\+(-?\d+)$/gm)]
    .map(([, width, height, x, y]) => ({ width: Number(width), height: Number(height), x: Number(x), y: Number(y) }))
    .filter(({ width, height, x, y }) => width > 20 && height > 20 && x >= 0 && y >= 0)
    .filter(({ width, height }) => width < WIDTH || height < HEIGHT);
}
