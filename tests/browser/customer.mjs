// A customer using the real site in a real browser, who presses, types and reads by role and name.
// Nothing here uses positions, and every wait has a timeout.
import assert from 'node:assert/strict';
import { mkdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { fresh_folder, join_browser, open_browser, open_profile, root, serve, until } from './machine.mjs';

// --- the site and the browser, shared by all customers of a process ------------

let server, browser, ours = [];

export async function address() {
  if (process.env.GUICHET_ADDRESS) return process.env.GUICHET_ADDRESS;
  if (!server) ours.push(server = await serve());
  return server.address;
}

async function shared_browser() {
  if (browser?.isConnected()) return browser;
  browser = process.env.GUICHET_BROWSER ? await join_browser(process.env.GUICHET_BROWSER) : await open_browser({ bare: true });
  return browser;
}

export async function close_all() {
  await browser?.close();
  for (const one of ours) one.stop();
}

// --- the customer -------------------------------------------------------------

const patience = 10_000;

export class Customer {
  // at: the address after '#'. profile: true keeps the browser's data on disk, so that the browser can be killed.
  // density: by default a quarter of the pixels, since software rendering took most of the time of these tests. The
  // layout is the same.
  static async arrives({ at = '', language = 'fr-FR', theme = 'light', width = 1280, height = 800, density = 0.5,
    phone = false, calm = true, keeps = true, profile = false, before, where, started = true, ...more } = {}, met) {
    const customer = new this();
    met?.(customer);
    customer.site = where || await address();
    customer.wishes = { language, theme, width, height, density };
    customer.wants_start = started;
    const shape = { locale: language, colorScheme: theme, reducedMotion: calm ? 'reduce' : 'no-preference',
      viewport: { width, height }, deviceScaleFactor: density, acceptDownloads: true, timezoneId: 'Europe/Paris',
      ...(phone ? { isMobile: true, hasTouch: true } : {}), ...more };
    if (profile) {
      customer.disk = fresh_folder('profile');
      await customer.opens_profile();
    } else {
      customer.context = await (await shared_browser()).newContext(shape);
    }
    customer.phone = phone;
    customer.listens();
    // The browser promises to keep the data, as most do that are used daily; `keeps: false` is one that does not.
    await customer.context.addInitScript((promise) => {
      if (navigator.storage) navigator.storage.persist = navigator.storage.persisted = async () => promise;
    }, keeps);
    if (before) await before(customer.context);
    customer.page = customer.profile ? customer.context.pages()[0] || await customer.context.newPage() : await customer.context.newPage();
    if (customer.profile) await customer.sets_the_window();
    await customer.goes_to(at);
    return customer;
  }

  complaints = [];
  forgiven = [];

  listens() {
    const complain = (what) => this.complaints.push(what);
    this.context.on('console', (message) => {
      if (message.type() === 'error') complain(`console: ${message.text()} (${message.location().url})`);
    });
    this.context.on('weberror', (error) => complain(`error: ${error.error().stack || error.error()}`));
    this.context.on('request', (request) => {
      const url = new URL(request.url());
      if (['http:', 'https:', 'ws:', 'wss:'].includes(url.protocol) && url.origin !== new URL(this.site).origin)
        complain(`asked elsewhere: ${request.url()}`);
    });
    this.context.on('page', (page) => page.on('crash', () => complain('the page crashed')));
  }

  // Ignores an error that the test causes on purpose.
  forgives(pattern) { this.forgiven.push(pattern); }

  has_no_complaint() {
    const left = this.complaints.filter((one) => !this.forgiven.some((pattern) => pattern.test(one)));
    assert.deepEqual(left, []);
  }

  async keeps_a_picture(claim, number, error) {
    const folder = path.join(root, 'build/browser-failures');
    mkdirSync(folder, { recursive: true });
    const file = path.join(folder, `${claim.replace(/[^\p{L}\d]+/gu, '-').slice(0, 80)}${number ? '-' + number : ''}.png`);
    try {
      await this.page.screenshot({ path: file, timeout: 5000 });
      error.message += `\n(picture: ${path.relative(root, file)}; ${this.complaints.join(' | ')})`;
    } catch { /* the page is gone */ }
  }

  async leaves() {
    if (this.profile) await this.profile.close().catch(() => {});
    else await this.context?.close().catch(() => {});
    this.disk?.remove();
  }

  // --- arriving, navigating, leaving

  async goes_to(hash) {
    await this.page.goto(`${this.site}/${hash ? (hash.startsWith('#') ? hash : '#' + hash) : ''}`, { waitUntil: 'load', timeout: 30_000 });
    if (this.wants_start) await this.idle();
  }

  // As if the address were edited in the address bar: the page is not reloaded.
  async edits_the_address(hash) {
    await this.page.evaluate((to) => { location.hash = to; }, hash);
    await this.idle();
  }

  async reload() {
    await this.page.reload({ timeout: 30_000 });
    await this.idle();
  }
  async back() { await this.page.goBack(); await this.idle(); }
  async forward() { await this.page.goForward(); await this.idle(); }
  hash() { return decodeURIComponent(new URL(this.page.url()).hash); }
  title() { return this.page.title(); }

  async opens_profile() {
    this.profile = await open_profile(this.disk.folder, { extra: [`--accept-lang=${this.wishes.language}`] });
    this.context = this.profile.context;
  }

  // A browser with a profile ignores the requested density.
  async sets_the_window() {
    const { width, height, density } = this.wishes;
    await this.page.setViewportSize({ width, height });
    const cdp = await this.context.newCDPSession(this.page);
    await cdp.send('Emulation.setDeviceMetricsOverride', { width, height, deviceScaleFactor: density, mobile: false });
  }

  // Simulates a power failure: kills all processes of this browser at once, without notice to the page.
  async kills_the_browser() { await this.profile.kill(); }

  async opens_the_browser_again(hash = '') {
    await this.opens_profile();
    this.listens();
    this.page = this.context.pages()[0] || await this.context.newPage();
    await this.sets_the_window();
    await this.goes_to(hash);
  }

  // Waits until nothing is going on: no frame, no request, nothing waiting to be stored.
  async idle(ms = 20_000) {
    const answer = await this.page.evaluate((limit) => new Promise((done) => {
      const root_element = document.documentElement;
      const at_rest = () => root_element.getAttribute('data-idle') === 'true';
      if (at_rest()) return done('');
      const watch = new MutationObserver(() => at_rest() && finish(''));
      watch.observe(root_element, { attributes: true, attributeFilter: ['data-idle'] });
      const late = setTimeout(() => finish(`data-idle is ${root_element.getAttribute('data-idle')}, data-frames ${root_element.getAttribute('data-frames')}`), limit);
      function finish(how) { watch.disconnect(); clearTimeout(late); done(how); }
    }), ms);
    if (answer) throw new Error(`The page did not come to rest in ${ms} ms: ${answer}`);
  }

  frames() { return this.page.evaluate(() => +document.documentElement.getAttribute('data-frames')); }

  // --- looking

  // An element on screen; `name` is exact or a pattern; `within` is an enclosing element.
  thing(role, name, { within, ...more } = {}) {
    const options = { ...(name === undefined ? {} : { name, exact: typeof name === 'string' }), ...more };
    return (within || this.page).getByRole(role, options);
  }

  async sees(role, name, options = {}) {
    const thing = this.thing(role, name, options).first();
    try {
      await thing.waitFor({ state: 'attached', timeout: options.timeout || patience });
    } catch {
      throw new Error(`There is no ${role} ${quote(name)}. On screen:\n${await this.screen()}`);
    }
    return thing;
  }

  async sees_no(role, name, options = {}) {
    try {
      await this.thing(role, name, options).first().waitFor({ state: 'detached', timeout: options.timeout || patience });
    } catch {
      throw new Error(`There still is a ${role} ${quote(name)}.`);
    }
  }

  count(role, name, options) { return this.thing(role, name, options).count(); }

  // Waits for some words anywhere on screen.
  async reads(words, { within, timeout = patience } = {}) {
    const place = within || this.page.locator('#mirror');
    return until(async () => {
      const text = plain(await place.evaluate((element) => [element, ...element.querySelectorAll('*')].flatMap((one) =>
        [...one.childNodes].filter((child) => child.nodeType === 3).map((child) => child.data)
          .concat(one.value || [])).join('\n')).catch(() => ''));
      return words instanceof RegExp ? text.match(words) : text.includes(words) ? [words] : null;
    }, { ms: timeout, what: async () => `${quote(words)} is nowhere to read. On screen:\n${await this.screen()}` });
  }

  // Waits until a status line says this ("12 résultats sur 40", "À jour").
  async reads_status(words, { timeout = patience } = {}) {
    let said = [];
    return until(async () => {
      said = (await this.page.getByRole('status').allTextContents()).map(plain);
      for (const one of said) {
        const found = words instanceof RegExp ? one.match(words) : one.includes(words) && [words];
        if (found) return found;
      }
      return null;
    }, { ms: timeout, what: () => `No status says ${quote(words)}, but: ${said.map(quote).join(', ')}` });
  }

  async text(role, name, options) { return plain(await (await this.sees(role, name, options)).textContent()); }

  // The reason for which an element is disabled or wrong.
  async reason(thing) {
    return plain(await thing.evaluate((element) => (element.getAttribute('aria-describedby') || '').split(' ')
      .map((id) => document.getElementById(id)?.textContent || '').join(' ').trim()));
  }

  // The accessibility tree of the screen, for error messages.
  async screen() {
    const text = await this.page.locator('body').ariaSnapshot({ timeout: 3000 }).catch(() => '(nothing)');
    return text.length > 6000 ? text.slice(0, 6000) + '\n…' : text;
  }

  // --- by mouse or finger: at the place where the element is drawn

  async press(role, name, options = {}) {
    const thing = await this.sees(role, name, options);
    await this.press_at(thing, options);
  }

  async press_at(thing, { button = 'left', rest = true } = {}) {
    await this.idle();
    const place = await this.place_of(thing);
    if (this.phone) await this.page.touchscreen.tap(place.x, place.y);
    else await this.page.mouse.click(place.x, place.y, { button });
    if (rest) await this.idle();
  }

  // The centre of the element's visible part.
  async place_of(thing) {
    const found = await thing.evaluate((element) => {
      const box = element.getBoundingClientRect();
      const left = Math.max(0, box.left), right = Math.min(innerWidth, box.right);
      const top = Math.max(0, box.top), bottom = Math.min(innerHeight, box.bottom);
      const x = (left + right) / 2, y = (top + bottom) / 2;
      const hit = document.elementFromPoint(x, y);
      return { x, y, empty: right - left < 1 || bottom - top < 1,
        hit: hit === element ? 'itself' : hit ? hit.id || hit.outerHTML.slice(0, 120) : 'nothing' };
    });
    assert(!found.empty, `${thing} is outside of the window`);
    assert(['itself', 'canvas'].includes(found.hit), `A press on ${thing} would hit ${found.hit}`);
    return found;
  }

  async types(role, name, text, options = {}) {
    const field = await this.sees(role, name, options);
    await this.press_at(field);
    await this.page.keyboard.press('Control+A');
    if (text) await this.page.keyboard.type(text);
    else await this.page.keyboard.press('Delete');
    await this.idle();
    return field;
  }

  // --- by keyboard

  async presses_key(...keys) {
    for (const key of keys) await this.page.keyboard.press(key);
    await this.idle();
  }

  // Without waiting for the page to become idle.
  async presses_key_at_once(key) { await this.page.keyboard.press(key); }

  async press_by_key(role, name, { key = 'Enter', ...options } = {}) {
    const thing = await this.sees(role, name, options);
    await this.idle();
    await thing.focus();
    await this.presses_key(key);
  }

  // Presses Tab until the element has the focus, as a customer without a mouse does.
  async tabs_to(role, name, { most = 120, key = 'Tab', ...options } = {}) {
    const thing = await this.sees(role, name, options);
    for (let i = 0; i < most; ++i) {
      if (await thing.evaluate((element) => element === document.activeElement)) return thing;
      await this.page.keyboard.press(key);
      await this.idle();
    }
    throw new Error(`${most} times ${key} do not lead to the ${role} ${quote(name)}; the focus is on ${await this.focused()}`);
  }

  focused() {
    return this.page.evaluate(() => {
      const element = document.activeElement;
      const own = element.matches('input, textarea') ? 'textbox' : element.localName;
      return `${element.getAttribute('role') || own} "${element.getAttribute('aria-label') || element.textContent.slice(0, 80)}"`;
    });
  }

  // --- files

  async picks_file(file, press) {
    const [chooser] = await Promise.all([this.page.waitForEvent('filechooser', { timeout: patience }), press()]);
    await chooser.setFiles(file);
    await this.idle(60_000);
  }

  async downloads(press) {
    const [download] = await Promise.all([this.page.waitForEvent('download', { timeout: 30_000 }), press()]);
    const { folder, remove } = fresh_folder('download');
    try {
      const file = path.join(folder, 'file');
      await download.saveAs(file);
      return { name: download.suggestedFilename(), bytes: readFileSync(file) };
    } finally {
      remove();
    }
  }

  // Drops a file from the disk onto the page, as from another program.
  async drops(file) {
    const cdp = await this.context.newCDPSession(this.page);
    const { width, height } = this.page.viewportSize() || this.wishes;
    const data = { items: [], files: [file], dragOperationsMask: 1 };
    const at = { x: width / 2, y: height / 2, data };
    await cdp.send('Input.dispatchDragEvent', { type: 'dragEnter', ...at });
    await cdp.send('Input.dispatchDragEvent', { type: 'dragOver', ...at });
    await this.idle();
    const hovering = await this.screen();
    await cdp.send('Input.dispatchDragEvent', { type: 'drop', ...at });
    await cdp.detach();
    await this.idle(60_000);
    return hovering;
  }
}

export const quote = (name) => name === undefined ? '(of any name)' : name instanceof RegExp ? String(name) : `« ${name} »`;

// Replaces narrow and wide non-breaking spaces by spaces.
export const plain = (text) => (text || '').replace(/[\u00a0\u202f]/g, ' ').trim();
