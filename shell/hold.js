// Holds the customer's input until the program is complete: a press on the first frame is handled, in order, as soon as the
// second part is there. Mouse moves, wheel and resize are not held, as the first part handles them.
const root = document.documentElement;
const kinds = ['pointerdown', 'pointermove', 'pointerup', 'pointercancel', 'mousedown', 'mouseup', 'click', 'auxclick', 'contextmenu',
  'touchstart', 'touchmove', 'touchend', 'keydown', 'keyup', 'input', 'change', 'focusin', 'focusout', 'hashchange', 'popstate'];
const held = [];

const hold = (event) => {
  if (root.dataset.trouble || event.target.closest?.('[data-retry]')) return;
  if (event.type === 'pointermove' && event.pointerType !== 'touch') return;
  event.stopImmediatePropagation();
  if (!root.hasAttribute('data-started')) return;  // nothing has been drawn yet: drop the event
  // Prevent what the browser would do at once and the program handles later: following a link, moving the focus, emulating a
  // mouse for a touch. Fields and typing stay with the browser.
  const on_canvas = /^(mousedown|touch)/.test(event.type) && event.target.id === 'canvas';
  if (event.cancelable && (on_canvas || /^(click|auxclick|contextmenu)$/.test(event.type))) event.preventDefault();
  if (event.type.startsWith('touch')) return;  // touches also arrive as pointer events, which are held
  held.push(event);
  if (!event.type.startsWith('focus')) root.dataset.partly ||= 'held';
};
for (const kind of kinds) addEventListener(kind, hold, { capture: true, passive: false });

// Dispatches all held events again to their targets.
export const let_go = () => {
  for (const kind of kinds) removeEventListener(kind, hold, { capture: true });
  delete root.dataset.partly;
  for (const event of held.splice(0))
    if (event.target === window || event.target.isConnected) event.target.dispatchEvent(new event.constructor(event.type, event));
};
