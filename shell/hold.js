// Until the program is whole, what the customer does is kept: a press on the first frame is answered, in its order, as soon as
// the rest of the program is there. The mouse's movements, the wheel and sizes are not held: the first part answers them.
const root = document.documentElement;
const kinds = ['pointerdown', 'pointermove', 'pointerup', 'pointercancel', 'mousedown', 'mouseup', 'click', 'auxclick', 'contextmenu',
  'touchstart', 'touchmove', 'touchend', 'keydown', 'keyup', 'input', 'change', 'focusin', 'focusout', 'hashchange', 'popstate'];
const held = [];

const hold = (event) => {
  if (root.dataset.trouble || event.target.closest?.('[data-retry]')) return;
  if (event.type === 'pointermove' && event.pointerType !== 'touch') return;
  event.stopImmediatePropagation();
  if (!root.hasAttribute('data-started')) return;  // there is nothing yet that anybody could mean
  // What the browser would do at once is the program's to do later: follow a link, take the focus away, make a mouse of a
  // finger. Fields and typing are the browser's.
  const on_canvas = /^(mousedown|touch)/.test(event.type) && event.target.id === 'canvas';
  if (event.cancelable && (on_canvas || /^(click|auxclick|contextmenu)$/.test(event.type))) event.preventDefault();
  if (event.type.startsWith('touch')) return;  // fingers are known by their pointers
  held.push(event);
  if (!event.type.startsWith('focus')) root.dataset.partly ||= 'held';
};
for (const kind of kinds) addEventListener(kind, hold, { capture: true, passive: false });

// Gives everything back to where it was meant for.
export const let_go = () => {
  for (const kind of kinds) removeEventListener(kind, hold, { capture: true });
  delete root.dataset.partly;
  for (const event of held.splice(0))
    if (event.target === window || event.target.isConnected) event.target.dispatchEvent(new event.constructor(event.type, event));
};
