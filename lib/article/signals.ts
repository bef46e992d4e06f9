import { readHead } from './head-facts';
import { addressSignals } from './signals-address';
import { headSignals } from './signals-head';
import { shapeSignals } from './signals-shape';

/** Signal → how strongly the page shows it, mostly 0 or 1. Signals that are 0 may be left out. */
export type Signals = Readonly<Record<string, number>>;

/** Every signal of a page, whichever stage would need it: for fitting the weights and for tests. */
export function signalsOf(doc: Document, address: string): { head: Signals; shape: Signals } {
  const head = readHead(doc);
  return {
    head: { ...addressSignals(new URL(address)), ...headSignals(doc, head) },
    shape: shapeSignals(doc, head.title || doc.title),
  };
}
