/**
 * What every command needs before anything else: the packages and the browsers. Runs on whatever Node the machine has,
 * with nothing installed.
 */
import { spawnSync } from 'node:child_process';
import { existsSync } from 'node:fs';
import { delimiter, join } from 'node:path';
import { fileURLToPath } from 'node:url';

export const root = fileURLToPath(new URL('..', import.meta.url));
const bin = join(root, 'node_modules', '.bin');

/** The environment in which the project's own Node (24) and tools come first. */
export const env = { ...process.env, PATH: `${bin}${delimiter}${process.env.PATH ?? ''}` };

/** Runs a command in the project's folder and shows its output. Returns its exit code. */
export function run(command, args, options = {}) {
  const { status, error } = spawnSync(command, args, { cwd: root, env, stdio: 'inherit', ...options });
  if (error) console.error(`${command}: ${error.message}`);
  return status ?? 1;
}

/**
 * Installs the packages of the lock file, unless they are there, and has WXT write the compiler's settings that
 * `tsconfig.json` extends. Ends the process where that fails.
 */
export function installPackages() {
  if (!existsSync(join(root, 'node_modules', '.package-lock.json'))) {
    console.log('Installing packages …');
    const npm = process.platform === 'win32' ? 'npm.cmd' : 'npm';
    if (
      run(npm, ['ci', '--no-audit', '--no-fund', '--loglevel=error'], { shell: process.platform === 'win32' }) !== 0
    ) {
      console.error('Packages could not be installed: `npm ci` failed, see above.');
      process.exit(1);
    }
  }
  const { stdout } = spawnSync('node', ['--version'], { env, encoding: 'utf8', shell: process.platform === 'win32' });
  if (Number(/^v(\d+)/.exec(stdout ?? '')?.[1]) < 22) {
    console.error(
      `Node 24 is needed and could not be installed for this platform; found ${stdout?.trim()}. Install it from nodejs.org.`,
    );
    process.exit(1);
  }
  if (
    !existsSync(join(root, '.wxt', 'tsconfig.json')) &&
    run('wxt', ['prepare'], { stdio: 'ignore', shell: process.platform === 'win32' }) !== 0
  ) {
    console.error('`wxt prepare` failed; run it to see why.');
    process.exit(1);
  }
}

const PLACES = {
  chromium: [
    '/usr/bin/chromium',
    '/usr/bin/chromium-browser',
    '/usr/bin/google-chrome',
    '/Applications/Chromium.app/Contents/MacOS/Chromium',
  ],
  firefox: [
    '/usr/bin/firefox-esr',
    '/usr/bin/firefox',
    '/Applications/Firefox.app/Contents/MacOS/firefox',
    'C:\\Program Files\\Mozilla Firefox\\firefox.exe',
  ],
};

const find = (name) =>
  [process.env[`PRESSMARK_${name.toUpperCase()}`], ...PLACES[name]].find((path) => path && existsSync(path));

/** Installs packages of the system, where that is Debian's and ours to change. */
function installFromDebian(packages) {
  if (packages.length === 0 || !existsSync('/usr/bin/apt-get') || process.getuid?.() !== 0) return;
  console.log(`Installing ${packages.join(' and ')} …`);
  const quiet = { stdio: ['ignore', 'ignore', 'inherit'], env: { ...env, DEBIAN_FRONTEND: 'noninteractive' } };
  run('apt-get', ['update', '-qq'], quiet);
  run('apt-get', ['install', '-y', '-qq', ...packages], quiet);
}

/** What the tests in real windows need, and the package of Debian that has it. */
const SCREEN_TOOLS = {
  Xvfb: 'xvfb',
  openbox: 'openbox',
  xdotool: 'xdotool',
  import: 'imagemagick',
  xwininfo: 'x11-utils',
  xprop: 'x11-utils',
  setpriv: 'util-linux',
};

const isCommand = (name) => (process.env.PATH ?? '').split(delimiter).some((dir) => dir && existsSync(join(dir, name)));

/**
 * Sees that a display can be opened that nobody looks at, with a window manager and a hand on its mouse and keys. On
 * Debian as root what is missing is installed; elsewhere one line says what to do and the process ends.
 */
export function findScreenTools() {
  const lacking = () => Object.keys(SCREEN_TOOLS).filter((name) => !isCommand(name));
  installFromDebian([...new Set(lacking().map((name) => SCREEN_TOOLS[name]))]);
  const still = lacking();
  if (still.length > 0) {
    const packages = [...new Set(Object.values(SCREEN_TOOLS))].join(' ');
    console.error(
      `Missing: ${still.join(', ')}. The tests in real windows need an X server: apt-get install ${packages}`,
    );
    process.exit(1);
  }
}

/**
 * The paths of the browsers that are asked for. On Debian as root missing ones are installed; elsewhere one line says
 * what to do and the process ends.
 */
export function findBrowsers(names) {
  const missing = names.filter((name) => !find(name));
  installFromDebian(missing.map((name) => (name === 'firefox' ? 'firefox-esr' : name)));
  const still = names.filter((name) => !find(name));
  if (still.length > 0) {
    console.error(
      `Missing: ${still.join(' and ')}. Install ${still.length > 1 ? 'them' : 'it'} (Debian: apt-get install chromium firefox-esr) or set ${still.map((name) => `PRESSMARK_${name.toUpperCase()}`).join(', ')} to its path.`,
    );
    process.exit(1);
  }
  return Object.fromEntries(names.map((name) => [name, find(name)]));
}
