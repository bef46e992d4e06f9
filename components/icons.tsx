import type { JSX } from 'preact';

/** The icons, drawn for Pressmark on a grid of 16. All are decoration: the words beside them, or the button's label, speak. */
const icon = (paths: JSX.Element, turns = false) =>
  function Icon(): JSX.Element {
    return (
      <svg class={turns ? 'icon turns' : 'icon'} viewBox="0 0 16 16" aria-hidden="true" focusable="false">
        {paths}
      </svg>
    );
  };

/** A highlighter over a line. */
export const HighlightIcon = icon(
  <>
    <path d="M9.6 2.4l4 4-6 6H4.2L3.6 9z" />
    <path d="M2 14.2h12" />
  </>,
);
/** A statement with a question to it. */
export const ClaimIcon = icon(
  <>
    <path d="M8 1.8l5 1.8v4.1c0 3-2 5.3-5 6.5-3-1.2-5-3.5-5-6.500V3.600z" />
    <path d="M5.7 7.900l1.7 1.7 3-3.3" />
  </>,
);
/** A written line. */
export const NoteIcon = icon(
  <>
    <path d="M2.5 3h11v7.500H8L5 13.300v-2.800H2.500z" />
    <path d="M5.2 5.800h5.600M5.2 8h3.6" />
  </>,
);
/** To the place on the page. */
export const JumpIcon = icon(
  <>
    <path d="M8 2v2.500M8 11.500V14M2 8h2.500M11.5 8H14" />
    <circle cx="8" cy="8" r="3.2" />
  </>,
);
/** A pencil. */
export const EditIcon = icon(<path d="M10.8 2.600l2.6 2.6-7.6 7.6-3.3.7.7-3.300zM9.3 4.100l2.6 2.6" />);
/** A bin. */
export const DeleteIcon = icon(
  <path d="M2.8 4.300h10.400M6.3 4.300V2.700h3.400v1.600M4.2 4.300l.6 9h6.400l.6-9M6.8 7v3.800M9.2 7v3.8" />,
);
/** Two sheets. */
export const CopyIcon = icon(<path d="M5.5 5.500h8v8h-8zM10.5 5.500v-3h-8v8h3" />);
/** A sheet of Markdown: its M and an arrow. */
export const MarkdownIcon = icon(
  <path d="M1.8 11.500v-7l2.900 3.600 2.900-3.600v7M12 4.500v6.800M9.7 9l2.3 2.4 2.3-2.400" />,
);
/** A cross. */
export const CloseIcon = icon(<path d="M3.8 3.800l8.4 8.400M12.2 3.800l-8.4 8.4" />);
/** A tick. */
export const TickIcon = icon(<path d="M3.3 8.400l3.2 3.2 6.2-7" />);
/** A triangle with a sign. */
export const WarnIcon = icon(<path d="M8 2.300l6.2 11.200H1.800zM8 6.300v3.500M8 11.600v.1" />);
/** An i in a circle. */
export const InfoIcon = icon(
  <>
    <circle cx="8" cy="8" r="6" />
    <path d="M8 7.300v3.700M8 5v.1" />
  </>,
);
/** Books on a shelf. */
export const LibraryIcon = icon(<path d="M2.5 2.500h3v11h-3zM5.5 2.500h3v11h-3zM9.3 3.700l2.8-.8 2.5 9.9-2.8.800z" />);
/** Out of the box. */
export const ExportIcon = icon(<path d="M8 10V2.300M5.2 4.900L8 2.100l2.8 2.800M2.8 9.500v4h10.400v-4" />);
/** Into the box. */
export const ImportIcon = icon(<path d="M8 2.200v7.700M5.2 7.300L8 10.100l2.8-2.800M2.8 9.500v4h10.400v-4" />);
/** A mask, for private windows. */
export const PrivateIcon = icon(
  <>
    <path d="M1.8 7h12.400M4 7l1-4h6l1 4" />
    <circle cx="4.8" cy="10.8" r="2.2" />
    <circle cx="11.2" cy="10.8" r="2.2" />
    <path d="M7 10.600c.6-.4 1.4-.4 2 0" />
  </>,
);
/** A padlock. */
export const LockIcon = icon(<path d="M3.5 7.200h9v6.300h-9zM5.3 7.200V5a2.7 2.7 0 0 1 5.4 0v2.2" />);
/** A loupe. */
export const SearchIcon = icon(
  <>
    <circle cx="7" cy="7" r="4.3" />
    <path d="M10.2 10.200l3.6 3.6" />
  </>,
);
/** Back, in reading direction. */
export const BackIcon = icon(<path d="M9.8 3.300L5.2 8l4.6 4.7" />, true);
/** An opening quotation mark, pressed. */
export const QuoteIcon = icon(
  <path d="M6.7 4.300C4.5 5 3.3 6.6 3.3 9v2.700h3.400V8.300H4.900M13 4.300c-2.2.7-3.4 2.3-3.4 4.700v2.700H13V8.300h-1.8" />,
);
/** Keys of a keyboard. */
export const KeyIcon = icon(
  <path d="M1.8 4h12.400v8.200H1.800zM4.300 6.600h.1M7 6.600h.1M9.700 6.600h.1M11.800 6.600h.1M5 9.600h6" />,
);
/** A window with a panel at its side. */
export const PanelIcon = icon(<path d="M2 3h12v10H2zM9.800 3v10" />, true);
/** A plus. */
export const PlusIcon = icon(<path d="M8 3v10M3 8h10" />);
