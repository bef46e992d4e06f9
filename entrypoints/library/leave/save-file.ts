import { browser } from '../../../lib/browser';
import { EXTENSIONS, type ExportRequest, type Format, MEDIA_TYPES } from '../../../lib/exchange/export-file';
import type { Scope } from '../../../lib/exchange/scope';
import type { Settings } from '../../../lib/settings/settings';
import { downloadFile } from '../download';
import { type WriteResult, writeExport } from './jobs';
import type { Target } from './protocol';

/** What a file is made from, as of now. */
export function requestFor(format: Format, scope: Scope, settings: Settings): ExportRequest {
  return {
    format,
    scope,
    exportedAt: new Date().toISOString(),
    generator: `Pressmark ${browser.runtime.getManifest().version}`,
    collectionId: crypto.randomUUID(),
    template: settings.markdownTemplate,
    publisher: settings.publisher,
  };
}

/** The dialog in which Chromium's readers choose a file; TypeScript does not know it yet. */
type SavePicker = (options: {
  readonly suggestedName: string;
  readonly types: readonly { readonly accept: Readonly<Record<string, readonly string[]>> }[];
}) => Promise<FileSystemFileHandle>;

const isPicker = (value: unknown): value is SavePicker => typeof value === 'function';

/**
 * Where the file goes: one that the reader chooses, where the browser offers that, or one of our own that is then
 * offered. Null where the reader chose none. Must be called right after a click.
 */
async function targetFor(name: string, format: Format): Promise<Target | null> {
  const type = MEDIA_TYPES[format];
  const own: Target = { kind: 'own', name, type };
  const pick: unknown = Reflect.get(globalThis, 'showSaveFilePicker');
  if (!isPicker(pick)) return own;
  try {
    const types = [{ accept: { [type]: [`.${EXTENSIONS[format]}`] } }];
    return { kind: 'chosen', handle: await pick.call(globalThis, { suggestedName: name, types }) };
  } catch (error) {
    return error instanceof DOMException && error.name === 'AbortError' ? null : own;
  }
}

export interface SaveOptions {
  readonly onStart: () => void;
  readonly onProgress: (rows: number, bytes: number) => void;
  readonly signal: AbortSignal;
}

/** Writes a file where the reader wants it. Null where they chose no place for it. */
export async function saveFile(
  request: ExportRequest,
  { onStart, onProgress, signal }: SaveOptions,
): Promise<(WriteResult & { readonly name: string }) | null> {
  const day = request.exportedAt.slice(0, 10);
  const name = `pressmark-${request.format === 'claimreview' ? 'claimreview-' : ''}${day}.${EXTENSIONS[request.format]}`;
  const target = await targetFor(name, request.format);
  if (target === null) return null;
  onStart();
  const result = await writeExport(request, target, onProgress, signal);
  if (result.ok && result.file) downloadFile(result.file, name);
  return { ...result, name: target.kind === 'chosen' ? target.handle.name : name };
}
