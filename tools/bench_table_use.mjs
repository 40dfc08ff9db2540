// Simulates a customer working with a list of any size and measures each frame while typing, sorting, scrolling, selecting all
// and exporting. A frame whose script takes longer than the display interval counts as dropped.
import { pause, until } from '../tests/browser/machine.mjs';

const FRAME_MS = 1000 / 60;
const word = 'boulangerie-lyon';

// Runs in the page before everything else: records the script time of each frame, and each task over 50 ms.
const watches = () => {
  const seen = globalThis.guichet_frames = { frames: [], tasks: [] };
  const ask = globalThis.requestAnimationFrame.bind(globalThis);
  globalThis.requestAnimationFrame = (draw) => ask((time) => {
    const begin = performance.now();
    draw(time);
    seen.frames.push(performance.now() - begin);
  });
  new PerformanceObserver((list) => { for (const { duration } of list.getEntries()) seen.tasks.push(duration); }).observe({ type: 'longtask' });
};

const in_page = (page, ask, argument) => page.evaluate(ask, argument);
// Presses an element by role and name, as a screen reader does.
const press = (page, selector, name) => until(() => in_page(page, ({ selector, name }) => {
  const one = [...document.querySelectorAll(selector)].find((element) => (element.getAttribute('aria-label') || element.textContent).trim().startsWith(name));
  one?.click();
  return Boolean(one);
}, { selector, name }), { ms: 10_000, what: () => `there is no ${selector} ${name}` });
const rests = (page) => pause(50).then(() => until(() => in_page(page, () => !document.querySelector('[role=table][aria-busy=true]') &&
  document.documentElement.getAttribute('data-idle') === 'true'), { ms: 120_000, what: 'the list never came to rest' }));

const phases = {
  async typing(page) {
    await in_page(page, () => document.querySelector('[role=searchbox], input[type=search]').focus());
    await page.keyboard.type(word, { delay: 120 });
    await rests(page);
    for (let left = word.length; left > 0; --left) await page.keyboard.press('Backspace', { delay: 40 });
    await rests(page);
  },
  async sorting(page) {
    for (const column of ['Identifiant', 'Statut', 'Identifiant', 'Expiration']) {
      await press(page, '[role=columnheader] button, button', `Trier par ${column}`);
      await rests(page);
    }
  },
  async scrolling(page) {
    await page.mouse.move(640, 500);
    for (const end = Date.now() + 3000; Date.now() < end;) await page.mouse.wheel(0, 240);
    await in_page(page, () => document.querySelector('[role=table]').focus());
    for (const key of ['End', 'PageUp', 'PageUp', 'Home']) await page.keyboard.press(key);
    await rests(page);
  },
  async 'selecting all'(page) {
    await in_page(page, () => document.querySelector('[role=table]').focus());
    await page.keyboard.press('Control+a');
    await page.keyboard.press('Escape');
    await page.keyboard.press('Control+a');
    await rests(page);
  },
  async exporting(page) {
    const download = page.waitForEvent('download', { timeout: 300_000 });
    await press(page, 'button', 'Exporter');
    await press(page, '[role=menuitem]', 'CSV');
    const file = await download;
    await file.delete();
    await rests(page);
  },
};

// Returns for each step { name, took, frames, worst, dropped, task }: total milliseconds, frames drawn, the slowest frame,
// frames over the display interval, and the longest main-thread task over 50 ms, or 0.
export async function measure_use(context, address) {
  const page = await context.newPage();
  try {
    await page.addInitScript(watches);
    await page.setViewportSize({ width: 1280, height: 800 });
    await page.goto(address);
    await page.locator('[role=row][aria-rowindex]').nth(2).waitFor({ state: 'attached', timeout: 60_000 });
    await rests(page);
    const done = [];
    for (const [name, does] of Object.entries(phases)) {
      await in_page(page, () => { guichet_frames.frames = []; guichet_frames.tasks = []; });
      const begin = Date.now();
      await does(page);
      const { frames, tasks } = await in_page(page, () => guichet_frames);
      done.push({ name, took: Date.now() - begin, frames: frames.length, worst: Math.max(...frames), dropped: frames.filter((ms) => ms > FRAME_MS).length,
        task: Math.max(0, ...tasks) });
    }
    return done;
  } finally {
    await page.close();
  }
}
