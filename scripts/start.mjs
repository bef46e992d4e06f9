/** `npm start`: the main job, from a fresh clone. With a display it is yours to try; without one it is done for you. */
import { env, findBrowsers, installPackages, run } from './prepare.mjs';

installPackages();
env.PRESSMARK_CHROMIUM = findBrowsers(['chromium']).chromium;
if (run('wxt', ['build']) !== 0) process.exit(1);
const hasDisplay =
  process.platform === 'win32' ||
  process.platform === 'darwin' ||
  Boolean(process.env.DISPLAY || process.env.WAYLAND_DISPLAY);
process.exit(run('node', ['scripts/demo.ts', hasDisplay ? 'window' : 'headless']));
