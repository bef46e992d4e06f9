import type { Target } from './protocol';

/** Takes a file's bytes, in order; `close` keeps the file, `abort` leaves things as they were. */
export interface Output {
  write(bytes: Uint8Array<ArrayBuffer>): Promise<void>;
  /** The file to offer, null where the reader chose where it goes. */
  close(): Promise<Blob | null>;
  abort(): Promise<void>;
}

const FOLDER = 'exports';
/** So old a file in our own storage was offered long ago. */
const OFFERED_MS = 10 * 60_000;

/** Opens where a file goes. A chosen file is replaced only when all of it was written. */
export async function openOutput(target: Target): Promise<Output> {
  if (target.kind === 'chosen') return chosenFile(target.handle);
  try {
    return await ownFile(target.name, target.type);
  } catch {
    // Private windows have no such storage; there the browser keeps the parts.
    return partsOf(target.type);
  }
}

async function chosenFile(handle: FileSystemFileHandle): Promise<Output> {
  const stream = await handle.createWritable();
  return {
    write: (bytes) => stream.write(bytes),
    close: async () => {
      await stream.close();
      return null;
    },
    abort: () => stream.abort(),
  };
}

/** What workers have, and TypeScript's list for pages does not name. */
interface OwnFileHandle extends FileSystemFileHandle {
  createSyncAccessHandle(): Promise<{
    write(bytes: Uint8Array<ArrayBuffer>, options: { at: number }): number;
    flush(): void;
    close(): void;
  }>;
}

const isOwn = (handle: FileSystemFileHandle): handle is OwnFileHandle => 'createSyncAccessHandle' in handle;

async function ownFile(name: string, type: string): Promise<Output> {
  const root = await navigator.storage.getDirectory();
  const folder = await root.getDirectoryHandle(FOLDER, { create: true });
  await removeOffered(folder, Date.now() - OFFERED_MS);
  const unique = `${crypto.randomUUID()}-${name}`;
  const handle = await folder.getFileHandle(unique, { create: true });
  if (!isOwn(handle)) throw new Error('no access to own files');
  const access = await handle.createSyncAccessHandle();
  let at = 0;
  return {
    write: async (bytes) => {
      at += access.write(bytes, { at });
    },
    close: async () => {
      access.flush();
      access.close();
      // The type tells the browser what it saves; the bytes stay where they are.
      return (await handle.getFile()).slice(0, at, type);
    },
    abort: async () => {
      access.close();
      await folder.removeEntry(unique);
    },
  };
}

function partsOf(type: string): Output {
  let parts: Blob[] = [];
  return {
    write: async (bytes) => {
      parts.push(new Blob([bytes]));
    },
    close: async () => new Blob(parts, { type }),
    abort: async () => {
      parts = [];
    },
  };
}

/** Removes files that were offered before a time. One that is being written keeps itself. */
async function removeOffered(folder: FileSystemDirectoryHandle, before: number): Promise<void> {
  for await (const [name, handle] of folder.entries()) {
    if (!(handle instanceof FileSystemFileHandle)) continue;
    if ((await handle.getFile()).lastModified >= before) continue;
    await folder.removeEntry(name).catch(() => {
      // Still open somewhere: the next export tries again.
    });
  }
}

/** Removes every file that was offered. */
export async function clearOffered(): Promise<void> {
  try {
    const root = await navigator.storage.getDirectory();
    await root.removeEntry(FOLDER, { recursive: true });
  } catch {
    // There is none, or this window has no such storage.
  }
}
