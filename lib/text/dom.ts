/**
 * Reading a page that may be hostile. `<input name="firstChild">` inside a form, or `<img name="body">` in a document,
 * replaces the property of that name, also for us. The getters on the prototypes can't be replaced from the page's
 * side of the wall, so every step of a walk goes through them.
 */

type Getter = (this: Node) => unknown;

function getterOf(prototype: object, name: string): Getter | undefined {
  return Object.getOwnPropertyDescriptor(prototype, name)?.get;
}

const firstChildGetter = getterOf(Node.prototype, 'firstChild');
const nextSiblingGetter = getterOf(Node.prototype, 'nextSibling');
const parentNodeGetter = getterOf(Node.prototype, 'parentNode');
const nodeTypeGetter = getterOf(Node.prototype, 'nodeType');
const localNameGetter = getterOf(Element.prototype, 'localName');
const dataGetter = getterOf(CharacterData.prototype, 'data');
const bodyGetter = getterOf(Document.prototype, 'body');

function isNode(value: unknown): value is Node {
  return typeof value === 'object' && value !== null;
}

function read(getter: Getter | undefined, node: Node, fallback: unknown): unknown {
  return getter === undefined ? fallback : getter.call(node);
}

/** The node's first child, or null. */
export function firstChild(node: Node): Node | null {
  const child = firstChildGetter === undefined ? node.firstChild : firstChildGetter.call(node);
  return isNode(child) ? child : null;
}

/** The node after this one under the same parent, or null. */
export function nextSibling(node: Node): Node | null {
  const sibling = nextSiblingGetter === undefined ? node.nextSibling : nextSiblingGetter.call(node);
  return isNode(sibling) ? sibling : null;
}

/** The node's parent, or null. A shadow root's parent is null: a walk upwards ends there. */
export function parentNode(node: Node): Node | null {
  const parent = parentNodeGetter === undefined ? node.parentNode : parentNodeGetter.call(node);
  return isNode(parent) ? parent : null;
}

function typeOf(node: Node): unknown {
  return nodeTypeGetter === undefined ? node.nodeType : nodeTypeGetter.call(node);
}

/** Whether a node is an element, of whatever document it is. */
export function isElement(node: Node): node is Element {
  return typeOf(node) === 1;
}

/** Whether a node is a run of text (CDATA included), of whatever document it is. */
export function isText(node: Node): node is Text {
  const type = typeOf(node);
  return type === 3 || type === 4;
}

/** Whether a node is a document, of whatever window it is. */
export function isDocument(node: Node): node is Document {
  return typeOf(node) === 9;
}

/** The element's name without prefix, in lower case for HTML. */
export function localName(element: Element): string {
  return String(read(localNameGetter, element, element.localName));
}

/** The characters of a text node. */
export function textData(node: Text): string {
  return String(dataGetter === undefined ? node.data : dataGetter.call(node));
}

/** The document's body, or null where there is none yet. */
export function bodyOf(document: Document): Element | null {
  const body = read(bodyGetter, document, document.body);
  return isNode(body) && isElement(body) ? body : null;
}

/** An attribute's value, or null. */
export function attribute(element: Element, name: string): string | null {
  return Element.prototype.getAttribute.call(element, name);
}

/** The node after `node` in document order that is not inside it, staying under `root`; null at the end. */
export function nextOutside(node: Node, root: Node): Node | null {
  for (let at: Node | null = node; at !== null && at !== root; at = parentNode(at)) {
    const sibling = nextSibling(at);
    if (sibling !== null) return sibling;
  }
  return null;
}
