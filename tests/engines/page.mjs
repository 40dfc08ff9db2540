// A page of any browser that speaks WebDriver, with as much of Playwright's `Page` and `Locator` as the customer of the browser
// tests uses: so that there is one vocabulary for all engines.
import { writeFileSync } from 'node:fs';
import { until } from '../browser/machine.mjs';

// The parts of this function run in the page. Finds the elements that a chain of steps leads to, as assistive technology would:
// what is hidden, inert, or has another role or name, is not there.
function find(chain) {
  const tags = { a: 'link', button: 'button', main: 'main', nav: 'navigation', textarea: 'textbox', h1: 'heading', h2: 'heading',
    h3: 'heading', h4: 'heading', h5: 'heading', h6: 'heading' };
  const role_of = (element) => element.getAttribute('role') || (element.localName !== 'input' ? tags[element.localName] :
    { search: 'searchbox', password: '' }[element.type] ?? 'textbox');
  const plain = (text) => (text || '').replace(/\s+/g, ' ').trim();
  const name_of = (element) => plain(element.getAttribute('aria-label') || (element.getAttribute('aria-labelledby') || '').split(' ')
    .map((id) => document.getElementById(id)?.textContent || '').join(' ') || element.textContent);
  const is_there = (element) => !element.closest('[inert], [aria-hidden="true"]') && element.checkVisibility({ visibilityProperty: true });
  const below = (roots, accepts) => [...new Set(roots.flatMap((one) => [...one.querySelectorAll('*')].filter(accepts)))];
  const walk = (roots, steps) => steps.reduce((found, { css, role, name, pattern, level, first, or }) => {
    if (css) return below(found, (one) => one.matches(css));
    if (first) return found.slice(0, 1);
    if (or) return [...new Set([...found, ...walk([document], or)])];
    const fits = pattern && new RegExp(...pattern);
    return below(found, (one) => role_of(one) === role && is_there(one) && (!level || one.localName === `h${level}`) &&
      (name === undefined || name_of(one) === plain(name)) && (!fits || fits.test(name_of(one))));
  }, roots);
  const lines = (element, depth) => [...element.children].flatMap((one) => {
    const role = is_there(one) && role_of(one);
    return [...(role ? [`${'  '.repeat(depth)}- ${role} "${name_of(one).slice(0, 100)}"`] : []), ...lines(one, depth + (role ? 1 : 0))];
  });
  return { found: walk([document], chain), outline: (element) => lines(element, 0).join('\n') };
}

class Locator {
  constructor(page, chain) { Object.assign(this, { page, chain }); }
  toString() { return JSON.stringify(this.chain); }

  and_then(step) { return new Locator(this.page, [...this.chain, step]); }
  first() { return this.and_then({ first: true }); }
  or(other) { return this.and_then({ or: other.chain }); }
  locator(css) { return this.and_then({ css }); }
  getByRole(role, { name, level } = {}) {
    return this.and_then({ role, level, ...(name instanceof RegExp ? { pattern: [name.source, name.flags] } : { name }) });
  }

  evaluateAll(does, argument) {
    return this.page.runs(`const { found, outline } = (${find})(given.chain); return (${does})(found, given.argument, outline);`,
      { chain: this.chain, argument });
  }
  async evaluate(does, argument) {
    const { none, value } = await this.page.runs(`const { found, outline } = (${find})(given.chain);
      return found.length ? { value: await (${does})(found[0], given.argument, outline) } : { none: true };`, { chain: this.chain, argument });
    if (none) throw new Error(`There is nothing like ${this}`);
    return value;
  }

  count() { return this.evaluateAll((all) => all.length); }
  textContent() { return this.evaluate((one) => one.textContent); }
  allTextContents() { return this.evaluateAll((all) => all.map((one) => one.textContent)); }
  getAttribute(name) { return this.evaluate((one, of) => one.getAttribute(of), name); }
  inputValue() { return this.evaluate((one) => one.value); }
  focus() { return this.evaluate((one) => one.focus()); }
  ariaSnapshot() { return this.evaluate((one, _, outline) => outline(one)); }
  waitFor({ state, timeout }) {
    return until(async () => (await this.count() > 0) === (state !== 'detached'), { ms: timeout, what: `${this} is not ${state}` });
  }
}

// https://www.w3.org/TR/webdriver2/#keyboard-actions
const key_codes = { Enter: '\ue007', Escape: '\ue00c', Tab: '\ue004', Backspace: '\ue003', Delete: '\ue017', Home: '\ue011', End: '\ue010',
  PageUp: '\ue00e', PageDown: '\ue00f', ArrowLeft: '\ue012', ArrowUp: '\ue013', ArrowRight: '\ue014', ArrowDown: '\ue015',
  Shift: '\ue008', Control: '\ue009', Alt: '\ue00a', Space: ' ' };
const code_of = (key) => key_codes[key] || key;

class Keyboard {
  constructor(page) { this.page = page; }
  acts(steps) {
    return this.page.asks('PerformActions', { actions: [{ type: 'key', id: 'keys', actions: steps.map(([type, key]) => ({ type, value: code_of(key) })) }] });
  }
  down(key) { return this.acts([['keyDown', key]]); }
  up(key) { return this.acts([['keyUp', key]]); }
  // 'Control+A' is a small letter: with the capital one Shift would be held as well.
  press(chord) {
    const keys = chord.split(/(?<=.)\+/).map((key, at, all) => all.length > 1 && key.length === 1 ? key.toLowerCase() : key);
    return this.acts([...keys.map((key) => ['keyDown', key]), ...keys.reverse().map((key) => ['keyUp', key])]);
  }
  type(text) { return this.acts([...text].flatMap((letter) => [['keyDown', letter], ['keyUp', letter]])); }
}

class Mouse {
  constructor(page) { this.page = page; }
  acts(...actions) {
    return this.page.asks('PerformActions', { actions: [{ type: 'pointer', id: 'mouse', parameters: { pointerType: 'mouse' }, actions }] });
  }
  to(x, y) { return { type: 'pointerMove', duration: 0, origin: 'viewport', x: Math.round(x), y: Math.round(y) }; }
  move(x, y) { return this.acts(this.to(x, y)); }
  click(x, y, { button = 'left', times = 1 } = {}) {
    const number = ['left', 'middle', 'right'].indexOf(button);
    return this.acts(this.to(x, y), ...Array(times).fill([{ type: 'pointerDown', button: number }, { type: 'pointerUp', button: number }]).flat());
  }
  dblclick(x, y) { return this.click(x, y, { times: 2 }); }
}

export class Page {
  // `driver`: { command, shown }, shared by the pages of a browser; `shown` is the window that it speaks to now.
  constructor(driver, handle) {
    Object.assign(this, { driver, handle, keyboard: new Keyboard(this), mouse: new Mouse(this) });
  }
  static async first_of(command) {
    const handle = await command('GetWindowHandle');
    await command('SetTimeouts', { script: 60_000, pageLoad: 60_000 });
    return new Page({ command, shown: handle }, handle);
  }
  async another() {
    const { handle } = await this.asks('NewWindow', { type: 'tab' });
    return new Page(this.driver, handle);
  }

  async asks(name, parameters) {
    const { driver, handle } = this;
    if (driver.shown !== handle) await driver.command('SwitchToWindow', { handle });
    driver.shown = handle;
    return driver.command(name, parameters);
  }
  async close() { await this.asks('CloseWindow'); this.driver.shown = null; }

  goto(url) { return this.asks('Navigate', { url }); }
  // By the page itself: Firefox's command passes the service worker by.
  async reload() {
    await this.evaluate(() => {
      window.left = true;
      setTimeout(() => location.reload());
    });
    await until(() => this.evaluate(() => !window.left && document.readyState === 'complete').catch(() => false),
      { ms: 30_000, what: 'the page was not reloaded' });
  }
  goBack() { return this.asks('Back'); }
  goForward() { return this.asks('Forward'); }
  address() { return this.asks('GetCurrentURL'); }
  title() { return this.asks('GetTitle'); }
  async screenshot({ path } = {}) {
    const picture = Buffer.from(await this.asks('TakeScreenshot', { full: false }), 'base64');
    if (path) writeFileSync(path, picture);
    return picture;
  }
  // A browser's window is larger than the page in it, by the bars that it has.
  async setViewportSize({ width, height }) {
    await until(async () => {
      const { more, outer } = await this.evaluate(([w, h]) => ({ more: [w - innerWidth, h - innerHeight], outer: [outerWidth, outerHeight] }), [width, height]);
      if (!more.some(Boolean)) return true;
      await this.asks('SetWindowRect', { width: outer[0] + more[0], height: outer[1] + more[1] });
      return false;
    }, { every: 200, what: `the page is not of ${width} by ${height}` });
  }

  // Runs the body of an async function in the page, with `given`.
  async runs(body, given) {
    const script = `const given = arguments[0], done = arguments[1];
      (async () => { ${body} })().then((value) => done({ value }), (error) => done({ error: String(error) + error.stack }));`;
    const { value, error } = await this.asks('ExecuteAsyncScript', { script, args: [given] });
    if (error) throw new Error(`in the page: ${error}`);
    return value;
  }
  evaluate(does, argument = null) { return this.runs(`return (${does})(given);`, argument); }
  locator(css) { return new Locator(this, [{ css }]); }
  getByRole(role, options) { return new Locator(this, []).getByRole(role, options); }
}
