import type { VerdictScale } from '../model/vocabulary';
import { type OwnScale, scalesOf } from './scales';

let own: readonly OwnScale[] = [];

/** Tells this context the reader's own scales; called whenever settings were read, before anything is shown. */
export function setOwnScales(scales: readonly OwnScale[]): void {
  own = scales;
}

/** All scales that a verdict can be given on: those that ship, then the reader's own. */
export const verdictScales = (): readonly VerdictScale[] => scalesOf(own);
