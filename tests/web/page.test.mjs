// The page around the canvas: frames on demand, size and sharpness, address, appearance, titles, files.
import assert from 'node:assert/strict';
import { test } from 'node:test';
import { open, with_browser } from './stand.mjs';

with_browser();

test('a frame is drawn when it was asked for and not otherwise, and idleness is told', async (t) => {
  const page = await open(t);
  const idle = () => page.evaluate(() => document.documentElement.dataset.idle);
  assert.equal(await idle(), 'true');
  // The size is reported once at the start, and a frame is drawn.
  await page.waitForFunction(() => sizes.length === 2);
  await page.waitForTimeout(100);
  const before = await page.evaluate(() => drawn);
  assert.equal(await page.evaluate(() => { js_request_frame(); js_request_frame(); return document.documentElement.dataset.idle; }), 'false');
  await page.waitForFunction(() => document.documentElement.dataset.idle === 'true');
  await page.waitForTimeout(300);
  assert.equal(await page.evaluate(() => drawn), before + 1);
  assert.equal(await page.evaluate(() => +document.documentElement.dataset.frames), await page.evaluate(() => drawn));
});

test('a press is handled in a frame that was requested while it was reported, also when one was due already', async (t) => {
  const page = await open(t);
  await page.waitForFunction(() => document.documentElement.dataset.idle === 'true' && sizes.length === 2);
  await page.evaluate(() => js_set_shortcuts(...put('')));
  for (const kind of ['pointerdown', 'pointerup', 'touchend', 'mousedown', 'mouseup', 'click', 'keydown', 'keyup']) {
    const seen = await page.evaluate((kind) => new Promise((done) => {
      const request = window.requestAnimationFrame, seen = [], before = drawn;
      let reported = '';
      window.requestAnimationFrame = (draw) => {
        const during = reported;
        return request(() => { seen.push(during); draw(); });
      };
      js_request_frame();
      reported = kind;
      document.getElementById('canvas').dispatchEvent(kind.startsWith('key') ?
        new KeyboardEvent(kind, { key: 'Shift', bubbles: true }) : new Event(kind, { bubbles: true }));
      reported = '';
      window.requestAnimationFrame = request;
      request(() => request(() => done([seen, drawn - before])));
    }), kind);
    assert.deepEqual(seen, [[kind], 1]);
  }
});

test('the server’s time is its date; that of this very device says nothing where both agree, and neither does silence', async (t) => {
  const page = await open(t);
  const asks = async (headers) => {
    await page.evaluate((headers) => {
      window.fetch = async () => { if (!headers) throw new TypeError(); return { headers: new Headers(headers) }; };
      window.said = undefined;
    }, headers);
    return page.evaluate(async () => {
      js_servers_time(77);
      await new Promise((done) => setTimeout(done, 20));
      return answers.filter((one) => one.request === 77).pop();
    });
  };
  const now = Date.now();
  assert.equal((await asks({ Date: new Date(now).toUTCString() })).ok, false);
  const ahead = await asks({ Date: 'Fri, 01 Dec 2034 10:00:00 GMT', Age: '60' });
  assert.deepEqual([ahead.ok, ahead.why], [true, String(Date.UTC(2034, 11, 1, 10, 1))]);
  for (const headers of [{}, { Date: 'yesterday' }, null]) assert.equal((await asks(headers)).ok, false);
});

test('what the graphics stand at is asked once, and everything else each time', async (t) => {
  const page = await open(t);
  const asked = await page.evaluate(() => {
    const graphics = document.createElement('canvas').getContext('webgl2');
    const asked = [];
    for (const kind of ['getParameter', 'isEnabled']) {
      const ask = graphics[kind].bind(graphics);
      graphics[kind] = (name) => { asked.push(name); return ask(name); };
    }
    frames.spare_questions(graphics);
    const { VIEWPORT, BLEND, MAX_TEXTURE_SIZE, ACTIVE_TEXTURE } = graphics;
    const answers = [0, 1].map(() => [[...graphics.getParameter(VIEWPORT)], graphics.isEnabled(BLEND),
      graphics.getParameter(MAX_TEXTURE_SIZE) > 0, graphics.getParameter(ACTIVE_TEXTURE) === graphics.TEXTURE0]);
    return { asked, expected: [VIEWPORT, BLEND, MAX_TEXTURE_SIZE, ACTIVE_TEXTURE, MAX_TEXTURE_SIZE], answers };
  });
  assert.deepEqual(asked.asked, asked.expected);
  assert.deepEqual(asked.answers[0], [[0, 0, 300, 150], false, true, true]);
  assert.deepEqual(asked.answers[1], asked.answers[0]);
});

test('a pending request, or something still to be stored, keeps the page from being idle', async (t) => {
  const page = await open(t);
  const idle = (bit, busy) => page.evaluate(([bit, busy]) => { js_rest(bit, busy); return document.documentElement.dataset.idle; }, [bit, busy]);
  assert.equal(await idle(2, 1), 'false');
  assert.equal(await idle(4, 1), 'false');
  assert.equal(await idle(2, 0), 'false');
  assert.equal(await idle(4, 0), 'true');
});

for (const density of [1, 1.25, 1.5, 2, 3])
  test(`one pixel of the canvas is one of the screen at density ${density}, and follows the window`, async (t) => {
    const page = await open(t, { deviceScaleFactor: density });
    const size = () => page.evaluate(() => [document.getElementById('canvas').width, document.getElementById('canvas').height]);
    assert.deepEqual(await size(), [800 * density, 600 * density]);
    await page.setViewportSize({ width: 640, height: 480 });
    await page.waitForFunction((width) => document.getElementById('canvas').width === width, 640 * density);
    assert.deepEqual(await page.evaluate(() => sizes.at(-1)), [640, 480, 640 * density, 480 * density]);
  });

test('wheels are told in pixels, whatever their unit; Ctrl+wheel stays the browser’s zoom', async (t) => {
  const page = await open(t);
  const seen = await page.evaluate(() => {
    const turn = (init) => {
      const event = new WheelEvent('wheel', { cancelable: true, ...init });
      document.getElementById('canvas').dispatchEvent(event);
      return event.defaultPrevented;
    };
    return [turn({ deltaY: 12 }), turn({ deltaY: 3, deltaMode: 1 }), turn({ deltaY: 1, deltaMode: 2 }), turn({ deltaY: 5, shiftKey: true }), turn({ deltaY: 5, ctrlKey: true }), wheels];
  });
  assert.deepEqual(seen, [true, true, true, true, false, [[0, 12], [0, 100], [0, 600], [5, 0]]]);
});

test('a finger on the canvas is told from touch to lift, and starts no mouse of its own', async (t) => {
  const page = await open(t, { hasTouch: true });
  await page.touchscreen.tap(100, 200);
  const touches = await page.evaluate(() => touches);
  assert.deepEqual([touches[0], touches.at(-1)[0]], [[0, 100, 200], 2]);
});

test('the address is read, changed without an event, and told when the customer goes back', async (t) => {
  const page = await open(t);
  await page.evaluate(() => { js_go(...put('/services/active?q=exemple'), 0); js_go(...put('/services/active?q=exemples'), 1); });
  assert.equal(await page.evaluate(() => location.hash), '#/services/active?q=exemples');
  assert.deepEqual(await page.heard(), []);
  await page.goBack();
  await page.waitForFunction(() => heard.length > 0);
  assert.deepEqual(await page.heard(), [{ page: 0, text: '', number: 0 }]);
  await page.goForward();
  await page.waitForFunction(() => heard.length > 0);
  assert.equal((await page.heard())[0].text, '/services/active?q=exemples');
});

test('dark and light, reduced motion and more contrast are known, and their changes told', async (t) => {
  const page = await open(t, { colorScheme: 'light' });
  assert.equal(await page.evaluate(() => js_appearance()), 0);
  await page.emulateMedia({ colorScheme: 'dark', reducedMotion: 'reduce' });
  await page.waitForFunction(() => heard.some((event) => event.page === 1));
  assert.equal(await page.evaluate(() => js_appearance()), 3);
  await page.evaluate(() => js_set_theme(1, 0x101214, 0xeeeeee, 0x999999, 0x223355, 0x88aaff));
  assert.deepEqual(await page.evaluate(() => [document.documentElement.dataset.scheme, document.querySelector('meta[name=theme-color]').content]), ['dark', '#101214']);
});

test('being offline is told', async (t) => {
  const page = await open(t);
  await page.context().setOffline(true);
  await page.waitForFunction(() => heard.some((event) => event.page === 2 && event.number === 0));
  assert.equal(await page.evaluate(() => js_online()), 0);
});

test('names of domains become ASCII by the browser’s tables, and what is no host name is refused', async (t) => {
  const page = await open(t);
  const ascii = (name) => page.evaluate((name) => {
    const at = js_to_ascii(...put(name));
    return at ? text_at(at, HEAPU8.indexOf(0, at) - at) : null;
  }, name);
  assert.equal(await ascii('Café.FR'), 'xn--caf-dma.fr');
  assert.equal(await ascii('faß.de'), 'xn--fa-hia.de');
  assert.equal(await ascii('例え.jp'), 'xn--r8jz45g.jp');
  assert.equal(await ascii('ns1.exemple.fr'), 'ns1.exemple.fr');
  for (const name of ['', 'a b.fr', 'a/b.fr', 'user@exemple.fr', 'exemple.fr:80', 'exemple.fr?x', '127.0.0.1', '1.2', '[::1]', 'a\\b', 'x%41.fr']) assert.equal(await ascii(name), null, name);
});

test('choices are remembered by the browser, and a browser that refuses is no trouble', async (t) => {
  const page = await open(t);
  const kept = await page.evaluate(() => {
    js_set_preference(...put('theme'), ...put('dark'));
    js_set_preference(...put('gone'), ...put('x'));
    js_set_preference(...put('gone'), 0, 0);
    return [localStorage.getItem('guichet.theme'), js_preference(...put('gone'))];
  });
  assert.deepEqual(kept, ['dark', 0]);
  assert.equal(await page.evaluate(() => {
    Object.defineProperty(window, 'localStorage', { get: () => { throw new DOMException('denied', 'SecurityError'); } });
    js_set_preference(...put('theme'), ...put('light'));
    return js_preference(...put('theme'));
  }), 0);
});

test('what is copied is on the clipboard, and the answer says so once', async (t) => {
  const page = await open(t);
  await page.evaluate(() => js_copy_text(7, ...put('exemple.fr')));
  await page.waitForFunction(() => answers.length > 0);
  assert.deepEqual(await page.evaluate(() => [navigator.clipboard.readText().then((text) => text), answers.length, answers[0].ok].slice(1)), [1, true]);
  assert.equal(await page.evaluate(() => navigator.clipboard.readText()), 'exemple.fr');
});

test('a file fetched later is answered once: with its bytes, or with a refusal', async (t) => {
  const page = await open(t);
  await page.evaluate(() => {
    Module.fetchAsset = async (name) => {
      if (name !== 'a.txt') throw new Error('no such file');
      return new TextEncoder().encode('abc');
    };
    js_fetch_asset(1, ...put('a.txt'));
    js_fetch_asset(2, ...put('b.txt'));
  });
  await page.waitForFunction(() => answers.length === 2);
  assert.deepEqual(await page.evaluate(() => answers.map(({ request, ok, why }) => [request, ok, why])), [[1, true, 'abc'], [2, false, '']]);
});

async function picks(page, file) {
  const [chooser] = await Promise.all([page.waitForEvent('filechooser'), page.evaluate(() => js_pick_file(5, ...put('.json,application/json')))]);
  await chooser.setFiles(file);
  await page.waitForFunction(() => answers.length > 0);
  return page.evaluate(() => answers.splice(0));
}

// Reads a part of a file that the customer provided.
async function reads(page, number, from, to) {
  await page.evaluate(([number, from, to]) => { answers.splice(0); js_read_file(6, number, from, to); }, [number, from, to]);
  await page.waitForFunction(() => answers.length > 0);
  return page.evaluate(() => { const [{ ok, why }] = answers.splice(0); return [ok, why]; });
}

const told = (bytes) => Buffer.from(bytes).toString();

test('the field of a file that is being chosen stays in the page, where no browser forgets it', async (t) => {
  const page = await open(t);
  for (let times = 0; times < 2; ++times) {
    await Promise.all([page.waitForEvent('filechooser'), page.evaluate(() => js_pick_file(5, ...put('.json')))]);
    assert.equal(await page.locator('input[type=file]').count(), 1);
    assert.equal(await page.locator('input[type=file]').isVisible(), false);
  }
});

test('a picked file is read piece by piece until it is forgotten; one above the limit is refused by its name alone', async (t) => {
  const page = await open(t);
  const json = { name: 'compte été.json', mimeType: 'application/json', buffer: Buffer.from('{"a":1}') };
  const [picked] = await picks(page, json);
  assert.deepEqual([picked.ok, picked.why, picked.entries.map(([name, about]) => [name, told(about)])], [true, '', [['compte été.json', '1 7']]]);
  assert.deepEqual(await reads(page, 1, 0, 4), [true, '{"a"']);
  assert.deepEqual(await reads(page, 1, 4, 4000), [true, ':1}']);
  await page.evaluate(() => js_forget_file(1));
  assert.deepEqual(await reads(page, 1, 0, 4), [false, '']);

  await page.evaluate(() => { js_set_file_limit(6); delete entries[5]; });
  const [refused] = await picks(page, json);
  assert.deepEqual([refused.ok, refused.why, refused.entries.map(([name, about]) => [name, told(about)])], [false, 'too_large', [['compte été.json', '0 7']]]);
});

test('a file dropped on the page is shown to hover, then can be read', async (t) => {
  const page = await open(t);
  await page.evaluate(() => {
    const carried = new DataTransfer();
    carried.items.add(new File(['{"b":2}'], 'b.json', { type: 'application/json' }));
    for (const kind of ['dragenter', 'dragover', 'drop']) document.body.dispatchEvent(new DragEvent(kind, { dataTransfer: carried, bubbles: true, cancelable: true }));
  });
  await page.waitForFunction(() => heard.some((event) => event.page === 5));
  assert.deepEqual((await page.heard()).map((event) => [event.page, event.number, event.text]), [[4, 1, ''], [4, 0, ''], [5, 0, '']]);
  assert.deepEqual(await page.evaluate(() => [entries_of(0)[0][0], new TextDecoder().decode(Uint8Array.from(entries_of(0)[0][1]))]), ['b.json', '1 7']);
  assert.deepEqual(await reads(page, 1, 0, 7), [true, '{"b":2}']);
});

test('a file that was made piece by piece is downloaded under its name with its bytes; one that is cancelled is not', async (t) => {
  const page = await open(t);
  const [download] = await Promise.all([page.waitForEvent('download'),
    page.evaluate(() => {
      const cancelled = js_begin_file(...put('never.json'), ...put('application/json'));
      const file = js_begin_file(...put('export.json'), ...put('application/json'));
      js_append_file(file, ...put('{"é"'));
      js_append_file(cancelled, ...put('never'));
      js_append_file(file, ...put(':1}'));
      js_cancel_file(cancelled);
      js_finish_file(file);
    })]);
  assert.equal(download.suggestedFilename(), 'export.json');
  const chunks = [];
  for await (const chunk of await download.createReadStream()) chunks.push(chunk);
  assert.equal(Buffer.concat(chunks).toString(), '{"é":1}');

  // A browser that refused it tells nobody: the customer may ask for it once more.
  const [again] = await Promise.all([page.waitForEvent('download'), page.evaluate(() => js_offer_file_again())]);
  assert.equal(again.suggestedFilename(), 'export.json');
  const same = [];
  for await (const chunk of await again.createReadStream()) same.push(chunk);
  assert.equal(Buffer.concat(same).toString(), '{"é":1}');
});
