/** The parts of the compared packages that the bench calls; none of them is shipped. */
declare module 'dom-anchor-text-quote' {
  export interface TextQuote {
    readonly exact: string;
    readonly prefix?: string;
    readonly suffix?: string;
  }
  export function toRange(root: Node, selector: TextQuote, options?: { hint?: number }): Range | null;
}

declare module 'mark.js' {
  class Mark {
    constructor(context: Element);
    markRanges(ranges: readonly { start: number; length: number }[], options?: { done?: () => void }): void;
  }

  export { Mark as default };
}

declare module '@apache-annotator/dom' {
  export function createTextQuoteSelectorMatcher(selector: {
    readonly type: 'TextQuoteSelector';
    readonly exact: string;
    readonly prefix?: string;
    readonly suffix?: string;
  }): (scope: Node) => AsyncIterable<Range>;
}
