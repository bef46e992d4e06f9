import type { PageSignals, Signals } from './facts';
import { readRest, readTold } from './head-facts';
import { addressSignals, readAddress } from './signals-address';
import { headSignals, toldSignals } from './signals-head';
import { shapeSignals } from './signals-shape';

/** Every signal of a page, whichever stage would need it: for people who ask why, for fitting the weights, for tests. */
export function signalsOf(doc: Document, address: string): PageSignals {
  const read = readAddress(address);
  const signals: Signals = {};
  if (read === null) return { head: signals, shape: {} };
  const told = readTold(doc);
  const head = readRest(doc, told.lost);
  toldSignals(told, signals);
  addressSignals(read, signals);
  headSignals(told, head, signals);
  return { head: signals, shape: shapeSignals(doc) };
}
