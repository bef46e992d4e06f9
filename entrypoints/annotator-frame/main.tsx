import '../../components/styles/pages.css';
import '../../components/styles/floating.css';
import './annotator-frame.css';
import * as v from 'valibot';
import { markDocument, wireBrowserMessages } from '../../lib/i18n/wire';
import { type FromFrame, toFrameSchema } from '../../lib/messages/to-frame';
import { FrameStage } from './frame-stage';

wireBrowserMessages();
markDocument(document);

/** The annotator sends the token of this frame's address with a port, once: nobody else knows the address. */
function listen(event: MessageEvent): void {
  const [port] = event.ports;
  if (!port || location.hash === '' || event.data !== location.hash.slice(1)) return;
  window.removeEventListener('message', listen);
  const stage = new FrameStage(document, (message: FromFrame) => port.postMessage(JSON.stringify(message)));
  port.addEventListener('message', ({ data }) => {
    const parsed = v.safeParse(toFrameSchema, typeof data === 'string' ? JSON.parse(data) : null);
    if (parsed.success) stage.hear(parsed.output);
  });
  port.start();
}

window.addEventListener('message', listen);
