import { makeZip } from 'client-zip';
import type { Bytes } from './scope';

interface Note {
  readonly name: string;
  readonly text: string;
  readonly rows: number;
  readonly changedAt: string;
}

/** Zip files know no time before 1980, nor after 2107. */
function zipTime(time: string): Date {
  const earliest = Date.UTC(1980, 0, 2);
  const latest = Date.UTC(2107, 11, 30);
  const parsed = Date.parse(time);
  return new Date(Math.min(latest, Math.max(earliest, Number.isFinite(parsed) ? parsed : earliest)));
}

/** Notes as one zip file (without compression, with as many files as there are), part by part. */
export async function* zipNotes(notes: AsyncIterable<Note>): AsyncGenerator<Bytes> {
  let rows = 0;
  async function* files() {
    for await (const note of notes) {
      rows += note.rows;
      yield { name: note.name, input: note.text, lastModified: zipTime(note.changedAt) };
    }
  }
  const reader = makeZip(files()).getReader();
  let told = 0;
  try {
    for (;;) {
      const { done, value } = await reader.read();
      if (done) return;
      yield { bytes: new Uint8Array(value), rows: rows - told };
      told = rows;
    }
  } finally {
    await reader.cancel().catch(() => {
      // It was read to its end, or is not wanted any more.
    });
  }
}
