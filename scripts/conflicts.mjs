/** Fails if a file under version control still holds the marks of a merge that nobody finished. */
import { spawnSync } from 'node:child_process';

const { status, stdout } = spawnSync('git', ['grep', '-nE', '^(<<<<<<<|>>>>>>>) '], { encoding: 'utf8' });
// 0: found some. 1: none. Anything else: no repository here (an unpacked archive), and no merge either.
if (status === 0) console.error(stdout);
process.exit(status === 0 ? 1 : 0);
