// Chromium, Firefox and WebKit (Safari's engine), each with its data on disk, and a customer who uses any of them with the words of
// the browser tests. Nobody's window is seen: each has a screen of its own, without a GPU.
import { existsSync, mkdirSync, readFileSync, readdirSync, rmSync, statSync, writeFileSync } from 'node:fs';
import net from 'node:net';
import path from 'node:path';
import { fileURLToPath } from 'node:url';
import { Customer } from '../browser/customer.mjs';
import { end_at_once, fresh_folder, line_of, start, until } from '../browser/machine.mjs';
import { Page } from './page.mjs';
import { over_http, over_marionette } from './wire.mjs';

const size = { width: 1280, height: 800 };
const window_maker = fileURLToPath(new URL('webkit_window.py', import.meta.url));
// A question of the browser itself, as before leaving a page, is answered with yes.
const capabilities = { unhandledPromptBehavior: 'accept' };

// --- a screen and a browser --------------------------------------------------

async function display() {
  const child = start('Xvfb', ['-displayfd', '1', '-screen', '0', '1400x1000x24', '-nolisten', 'tcp', '+extension', 'GLX']);
  const [, number] = await line_of(child, /^(\d+)$/m, 'Xvfb');
  return { name: `:${number}`, end: () => end_at_once(child.pid) };
}

const environment = (folder, display) => ({ ...process.env, DISPLAY: display, LIBGL_ALWAYS_SOFTWARE: '1', HOME: folder, XDG_RUNTIME_DIR: folder,
  GDK_BACKEND: 'x11', NO_AT_BRIDGE: '1', GTK_A11Y: 'none', DBUS_SESSION_BUS_ADDRESS: 'disabled:', LANG: 'C.UTF-8' });

async function free_port() {
  const server = net.createServer().listen(0, '127.0.0.1');
  await new Promise((done) => server.once('listening', done));
  const { port } = server.address();
  await new Promise((done) => server.close(done));
  return port;
}

// Hears what a browser says of errors in the page.
function listen(child, pattern, complain) {
  for (const stream of [child.stdout, child.stderr]) {
    let rest = '';
    stream.setEncoding('utf8').on('data', (text) => {
      const lines = (rest + text).split('\n');
      rest = lines.pop();
      for (const line of lines) if (pattern.test(line)) complain(line);
    });
  }
}

// Each starts a browser with its data in `folder`, and returns { command, child }.
const programs = {
  async firefox(folder, display, complain) {
    const preferences = {
      // Without a GPU, Firefox gives no WebGL unless it is told to.
      'webgl.force-enabled': true, 'gfx.x11-egl.force-enabled': true,
      'ui.prefersReducedMotion': 1, 'ui.systemUsesDarkTheme': 0, 'intl.accept_languages': 'fr-FR, fr',
      'browser.download.folderList': 2, 'browser.download.dir': path.join(folder, 'downloads'), 'browser.download.alwaysOpenPanel': false,
      'browser.dom.window.dump.enabled': true,
      // The question whether a site may keep its data for good is answered with yes.
      'dom.storageManager.prompt.testing': true, 'dom.storageManager.prompt.testing.allow': true,
      'datareporting.policy.dataSubmissionEnabled': false, 'browser.shell.checkDefaultBrowser': false, 'browser.aboutwelcome.enabled': false,
      'marionette.port': 0,
    };
    writeFileSync(path.join(folder, 'user.js'), Object.entries(preferences)
      .map(([name, value]) => `user_pref(${JSON.stringify(name)}, ${JSON.stringify(value)});\n`).join(''));
    const said = path.join(folder, 'MarionetteActivePort');
    rmSync(said, { force: true });
    const child = start('firefox-esr', ['--marionette', '--no-remote', '--profile', folder, '--width', String(size.width),
      '--height', String(size.height + 85), 'about:blank'], { env: environment(folder, display) });
    listen(child, /^JavaScript error: http/, complain);
    const port = await until(() => existsSync(said) && +readFileSync(said, 'utf8'), { ms: 60_000, what: 'Firefox did not start in a minute' });
    const command = await over_marionette(port, capabilities);
    return { command, child };
  },

  async webkit(folder, display, complain) {
    const port = await free_port();
    const child = start('WebKitWebDriver', [`--port=${port}`], { env: environment(folder, display) });
    // WebKit for Linux knows no web apps and therefore no manifest; it says so.
    listen(child, /^CONSOLE (?!.*manifest-src).*ERROR/, complain);
    await until(() => fetch(`http://127.0.0.1:${port}/status`).catch(() => null), { what: 'WebKitWebDriver did not start' });
    const command = await over_http(`http://127.0.0.1:${port}`, { ...capabilities,
      'webkitgtk:browserOptions': { binary: window_maker, args: [folder] } });
    return { command, child };
  },
};

// --- the customer ------------------------------------------------------------

class Visitor extends Customer {
  async opens() {
    const { command, child } = await programs[this.engine](this.disk.folder, this.display.name, (what) => this.complaints.push(what));
    this.child = child;
    this.page = await Page.first_of(command);
    await this.page.setViewportSize(size);
  }

  async kills_the_browser() {
    const gone = new Promise((done) => this.child.once('exit', done));
    end_at_once(this.child.pid);
    await gone;
  }
  async opens_the_browser_again(at = '') {
    await this.opens();
    await this.goes_to(at);
  }

  async another_tab(at) {
    const tab = Object.assign(Object.create(this), { page: await this.page.another() });
    await tab.goes_to(at);
    return tab;
  }

  async leaves() {
    if (this.child) end_at_once(this.child.pid);
    this.display.end();
    this.disk.remove();
  }

  async hash() { return decodeURIComponent(new URL(await this.page.address()).hash); }

  // A driven WebKit opens no dialog of files and says that it was left; Firefox opens one that nobody can reach. Where the engine
  // would have let the customer choose, the field gets the file.
  async picks_file(file, press) {
    await this.page.evaluate(({ name, bytes, cancels }) => {
      const { prototype } = HTMLInputElement, { click } = prototype;
      prototype.click = function () {
        prototype.click = click;
        const give = (event) => {
          event?.stopImmediatePropagation();
          const picked = new DataTransfer();
          picked.items.add(new File([Uint8Array.from(atob(bytes), (letter) => letter.charCodeAt(0))], name));
          this.files = picked.files;
          this.dispatchEvent(new Event('change'));
        };
        if (!cancels) return navigator.userActivation.isActive && give();
        addEventListener('cancel', give, { capture: true, once: true });
        click.call(this);
      };
    }, { name: path.basename(file), bytes: readFileSync(file).toString('base64'), cancels: this.engine === 'webkit' });
    await press();
    await this.idle(30_000);
  }

  async downloads(press) {
    const folder = path.join(this.disk.folder, 'downloads');
    const known = existsSync(folder) ? readdirSync(folder) : [];
    await press();
    let size_before = -1;
    const name = await until(() => {
      const fresh = existsSync(folder) ? readdirSync(folder).filter((one) => !known.includes(one)) : [];
      if (fresh.length !== 1 || /\.(part|wkdownload)$/.test(fresh[0])) return '';
      const { size } = statSync(path.join(folder, fresh[0]));
      const whole = size > 0 && size === size_before;
      size_before = size;
      return whole ? fresh[0] : '';
    }, { every: 100, what: () => `No file came: ${readdirSync(folder)}` });
    return { name, bytes: readFileSync(path.join(folder, name)) };
  }
}

class InChromium extends Customer {
  async another_tab(at) {
    const tab = Object.assign(Object.create(this), { page: await this.context.newPage() });
    await tab.sets_the_window();
    await tab.goes_to(at);
    return tab;
  }
}

// A customer with a browser of this engine that nobody used before.
export async function arrives_in(engine, site) {
  if (engine === 'chromium') return InChromium.arrives({ where: site, profile: true });
  const visitor = new Visitor();
  Object.assign(visitor, { engine, site, wants_start: true, disk: fresh_folder(engine), display: await display() });
  mkdirSync(path.join(visitor.disk.folder, 'downloads'));
  await visitor.opens();
  await visitor.goes_to('');
  return visitor;
}
