import { useEffect, useRef } from 'preact/hooks';

/** Brings what comes up in the middle of a long form into view: a card scrolls, and it would not be seen. */
export function useInView<Shown extends HTMLElement>() {
  const shown = useRef<Shown>(null);
  useEffect(() => shown.current?.scrollIntoView({ block: 'nearest' }), []);
  return shown;
}
