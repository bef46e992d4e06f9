/** A labelled text without its labels, and where each quotation's closing mark ends with who speaks it. */
export function readLabelled(source: string): { text: string; gold: { end: number; speaker: string }[] };
