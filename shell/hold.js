// Until the program is whole, what the customer does is kept: a press on the first frame is answered, in its order, as soon as
// the rest of the program is there. Movements, the wheel and sizes are not held: the first part answers them.
const root = document.documentElement;
const kinds = ['pointerdown', 'pointerup', 'mousedown', 'mouseup', 'click', 'auxclick', 'contextmenu', 'touchstart', 'touchend',
  'keydown', 'keyup', 'input', 'change', 'focusin', 'focusout', 'hashchange', 'popstate'];
const held = [];

const hold = (event) => {
  if (root.dataset.trouble || event.target.closest?.('[data-retry]')) return;
  event.stopImmediatePropagation();
  if (!root.hasAttribute('data-started')) return;  // there is nothing yet that anybody could mean
  // What the browser would do at once is the program's to do later: follow a link, take the focus away. Fields and typing are the browser's.
  if (/^(click|auxclick|contextmenu)$/.test(event.type) || (event.type === 'mousedown' && event.target.id === 'canvas')) event.preventDefault();
  held.push(event);
  if (!event.type.startsWith('focus')) root.dataset.partly ||= 'held';
};
for (const kind of kinds) addEventListener(kind, hold, { capture: true });

// Gives everything back to where it was meant for.
export const let_go = () => {
  for (const kind of kinds) removeEventListener(kind, hold, { capture: true });
  delete root.dataset.partly;
  for (const event of held.splice(0))
    if (event.target === window || event.target.isConnected) event.target.dispatchEvent(new event.constructor(event.type, event));
};
