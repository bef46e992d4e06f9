import { render } from 'preact';
import { LiveRegion } from '../../components/live-region';
import { t } from '../../lib/i18n/translate';
import type { FrameCall, FromFrame, Said, ToFrame } from '../../lib/messages/to-frame';
import type { Result } from '../../lib/model/result';
import { copyToClipboard } from './copy';
import { FrameContent, type Line } from './frame-content';
import { isInSight } from './sight';

type Showing = Extract<ToFrame, { kind: 'show' }>;

/** Shows in the frame what the annotator asks for, says how large it is, and what the person does. */
export class FrameStage {
  readonly #doc: Document;
  readonly #send: (message: FromFrame) => void;
  readonly #content: HTMLElement;
  readonly #live: HTMLElement;
  #showing: Showing | null = null;
  #said = '';
  readonly #asked = new Map<number, (answer: Result<never>) => void>();
  #asks = 0;

  constructor(doc: Document, send: (message: FromFrame) => void) {
    this.#doc = doc;
    this.#send = send;
    this.#content = doc.createElement('div');
    this.#content.className = 'frame-content';
    this.#live = doc.createElement('div');
    doc.body.append(this.#content, this.#live);
    new ResizeObserver(() => this.#tellSize()).observe(this.#content);
    doc.documentElement.addEventListener('pointerenter', () => send({ kind: 'pointer' }));
    // What is not done by the person is not done: the frame's own scripts send no events.
    doc.addEventListener('click', (event) => event.isTrusted || event.stopImmediatePropagation(), { capture: true });
    doc.defaultView?.addEventListener('focus', () => this.#focusFirst());
    this.#renderSaid();
  }

  /** Firefox gives no field the focus while its frame is hidden; it gets it when the frame is shown and takes the focus. */
  #focusFirst(): void {
    if (this.#doc.activeElement !== this.#doc.body) return;
    const find = (selector: string) => this.#content.querySelector<HTMLElement>(selector);
    (find('[data-focus="first"]') ?? find('.card, .toolbar [tabindex="0"]'))?.focus({ preventScroll: true });
  }

  hear(message: ToFrame): void {
    if (message.kind === 'show') this.#show(message);
    else if (message.kind === 'hide') this.#hide();
    else if (message.kind === 'say') this.#say(message.said);
    else if (message.kind === 'answer') this.#take(message.to, message.result);
    else {
      const { plain, rich } = message;
      void copyToClipboard(this.#doc, plain, rich).then((done) => this.#send({ kind: 'copied', done }));
    }
  }

  #show(showing: Showing): void {
    // What was typed into one form must not come up in the next.
    if (showing.key !== this.#showing?.key) render(null, this.#content);
    this.#showing = showing;
    const { style } = this.#doc.documentElement;
    style.setProperty('--room-width', `${showing.room.width}px`);
    style.setProperty('--room-height', `${showing.room.height}px`);
    const { key, view } = showing;
    render(<FrameContent view={view} line={this.#lineOf(key)} />, this.#content);
    this.#tellSize();
  }

  #lineOf(key: number): Line {
    const call = (did: FrameCall): void => this.#send({ kind: 'call', key, did });
    return {
      call,
      sight: () => isInSight(this.#content),
      copy: (text) => copyToClipboard(this.#doc, text, null),
      ask: (make) => {
        this.#asks += 1;
        const number = this.#asks;
        return new Promise((resolve) => {
          this.#asked.set(number, resolve);
          call(make(number));
        });
      },
    };
  }

  #take(to: number, result: Result<never>): void {
    this.#asked.get(to)?.(result);
    this.#asked.delete(to);
  }

  #hide(): void {
    this.#showing = null;
    render(null, this.#content);
  }

  #tellSize(): void {
    if (!this.#showing) return;
    const { width, height } = this.#content.getBoundingClientRect();
    if (width === 0 || height === 0) return;
    this.#send({
      kind: 'size',
      key: this.#showing.key,
      width: Math.ceil(width),
      height: Math.ceil(height),
      rtl: this.#doc.documentElement.dir === 'rtl',
    });
  }

  #say(said: Said): void {
    const words = said.what === 'saved' ? t('quoteSaved') : t('cardWalked', said.at, said.of, said.quote);
    // The same words twice in a row are a change too, or they would be said once.
    this.#said = words === this.#said ? `${words}\u00a0` : words;
    this.#renderSaid();
  }

  #renderSaid(): void {
    render(<LiveRegion text={this.#said} />, this.#live);
  }
}
