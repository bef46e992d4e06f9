import { readHead } from './head-facts';
import { type Address, addressSignals } from './signals-address';
import { headSignals } from './signals-head';
import { shapeSignals } from './signals-shape';

/** Signal → how strongly the page shows it, mostly 1. Signals that are 0 may be left out. */
export type Signals = Record<string, number>;

/** Every signal of a page, whichever stage would need it: for fitting the weights and for tests. */
export function signalsOf(doc: Document, address: Address): { head: Signals; shape: Signals } {
  const head = readHead(doc);
  const signals: Signals = {};
  addressSignals(address, signals);
  headSignals(doc, head, signals);
  return { head: signals, shape: shapeSignals(doc, head.title || doc.title) };
}
