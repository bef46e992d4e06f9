import * as v from 'valibot';
import { browser } from '../../lib/browser';
import {
  type FrameCall,
  type FrameView,
  type FromFrame,
  fromFrameSchema,
  type Said,
  type ToFrame,
} from '../../lib/messages/to-frame';
import type { Result } from '../../lib/model/result';
import type { Place } from './places';
import type { Surface } from './surface';

interface Size {
  readonly width: number;
  readonly height: number;
  readonly rtl: boolean;
}

/** Something that a frame shows. */
export interface Shown {
  /** What it shows now; asked again whenever that may have changed. */
  readonly view: () => FrameView;
  readonly hear: (call: FrameCall) => void;
  /** Where it goes once its size is known, px from the viewport's top left corner. */
  readonly place: (size: Size) => Place;
  readonly takeFocus: boolean;
}

const PAGE = '/annotator-frame.html';

/**
 * One frame on the page: a page of the extension, of another origin than the page's, in our closed shadow root. It is
 * loaded when it is first likely to be needed, and shows one thing at a time.
 */
export class PageFrame {
  readonly #surface: Surface;
  readonly #onPointer: () => void;
  readonly #onLost: () => void;
  #element: HTMLIFrameElement | null = null;
  #port: MessagePort | null = null;
  #shown: Shown | null = null;
  #key = 0;
  #copied: ((done: boolean) => void) | null = null;
  #unsaid: Said | null = null;

  constructor(surface: Surface, onPointer: () => void, onLost: () => void) {
    this.#surface = surface;
    this.#onPointer = onPointer;
    this.#onLost = onLost;
  }

  /** Loads the frame, if it is not there yet. */
  warm(): void {
    this.#surface.ensure();
    if (this.#element) return;
    const element = this.#surface.root.ownerDocument.createElement('iframe');
    const token = crypto.getRandomValues(new Uint32Array(4)).join('-');
    try {
      element.src = `${browser.runtime.getURL(PAGE)}#${token}`;
    } catch {
      this.#onLost();
      return;
    }
    element.title = 'Pressmark';
    element.allow = 'clipboard-write';
    // Pages that isolate themselves (COEP) admit no other frame.
    element.setAttribute('credentialless', '');
    element.addEventListener('load', () => this.#connect(element, token));
    this.#element = element;
    this.#surface.root.append(element);
  }

  /** The frame has loaded, or loaded again because the page took our host out and it was put back. */
  #connect(element: HTMLIFrameElement, token: string): void {
    const { port1, port2 } = new MessageChannel();
    port1.addEventListener('message', (event) => this.#hear(event.data));
    port1.start();
    this.#port = port1;
    // Only the frame's own page knows the token and reads the port.
    element.contentWindow?.postMessage(token, '*', [port2]);
    this.#send();
    if (this.#unsaid) this.say(this.#unsaid);
  }

  /** Takes the frame away for good: the extension that it was a page of is gone. */
  remove(): void {
    this.#element?.remove();
    this.#element = null;
    this.#port = null;
    this.#shown = null;
  }

  #hear(data: unknown): void {
    const parsed = v.safeParse(fromFrameSchema, parseJson(data));
    if (!parsed.success) return;
    const heard: FromFrame = parsed.output;
    if (heard.kind === 'pointer') this.#onPointer();
    else if (heard.kind === 'copied') this.#copied?.(heard.done);
    else if (heard.key !== this.#key) return;
    else if (heard.kind === 'call') this.#shown?.hear(heard.did);
    else this.#fit(heard);
  }

  #fit(size: Size): void {
    const { style, classList } = this.#element ?? {};
    if (!this.#shown || !style || !classList) return;
    const first = !classList.contains('shown');
    style.width = `${size.width}px`;
    style.height = `${size.height}px`;
    this.#move(this.#shown.place(size));
    if (first) this.#surface.rise();
    classList.add('shown');
    if (first && this.#shown.takeFocus) this.focus();
  }

  #move({ x, y }: Place): void {
    this.#element?.style.setProperty('left', `${x}px`);
    this.#element?.style.setProperty('top', `${y}px`);
  }

  #post(message: ToFrame): void {
    this.#port?.postMessage(JSON.stringify(message));
  }

  #send(): void {
    if (!this.#shown) return;
    const { clientWidth: width, clientHeight: height } = this.#surface.root.ownerDocument.documentElement;
    this.#post({ kind: 'show', key: this.#key, view: this.#shown.view(), room: { width, height } });
  }

  /** Shows something in place of whatever it showed. */
  show(shown: Shown): void {
    this.#key += 1;
    this.#shown = shown;
    this.#element?.classList.remove('shown');
    this.warm();
    this.#send();
  }

  /** What is shown has changed. */
  update(): void {
    this.#send();
  }

  /** Gives what is shown the focus. */
  focus(): void {
    this.#element?.focus({ preventScroll: true });
  }

  hide(): void {
    if (!this.#shown) return;
    this.#shown = null;
    this.#key += 1;
    this.#element?.classList.remove('shown');
    this.#element?.blur();
    this.#post({ kind: 'hide' });
  }

  /** Whether what it shows can be seen and is where it was put. */
  isIntact(): boolean {
    const element = this.#element;
    return element !== null && this.#surface.isIntact(element.getBoundingClientRect());
  }

  /** Says something to those who can't see it happen. */
  say(said: Said): void {
    this.warm();
    this.#element?.classList.add('heard');
    this.#unsaid = this.#port ? null : said;
    this.#post({ kind: 'say', said });
  }

  /** Answers a call that waits. */
  answer(to: number, result: Result<unknown>): void {
    this.#port?.postMessage(JSON.stringify({ kind: 'answer', to, result }));
  }

  /** Puts a text on the clipboard from inside the frame, where the person has just pressed. False where that is refused. */
  copy(plain: string, rich: string | null): Promise<boolean> {
    return new Promise((resolve) => {
      this.#copied = resolve;
      this.#post({ kind: 'copy', plain, rich });
    });
  }
}

function parseJson(data: unknown): unknown {
  try {
    return typeof data === 'string' ? JSON.parse(data) : null;
  } catch {
    return null;
  }
}
