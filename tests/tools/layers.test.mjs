// Code that breaks a rule of the layer table fails the `layers` test, with the file and the reason.
import assert from 'node:assert/strict';
import { spawnSync } from 'node:child_process';
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { test } from 'node:test';
import { fileURLToPath } from 'node:url';

const script = fileURLToPath(new URL('../../cmake/check_layers.cmake', import.meta.url));
const table = [
  'base::date.hpp', 'model:base:rules.cpp', 'ui:base:kit.cpp', 'codec:base,model:json.cpp',
  'platform:base:window.cpp,page.cpp,web/storage.cpp', 'pages:base,model,ui:home.cpp', 'app:base,model,ui,pages,rooms:app.cpp',
  'rooms:base:top.hpp,all.hpp,kit/words.hpp,orders/cart.cpp,trades/trade.hpp,frame/frame.cpp,disk/bytes.hpp:' +
    'kit,orders=kit+top,trades=kit,frame=kit+orders+trades,disk:disk',
];
const right = {
  'base/date.hpp': '#include <vector>\n', 'model/rules.cpp': '#include "base/date.hpp"\n',
  'ui/kit.cpp': '#include <imgui.h>\n', 'codec/json.cpp': '#include <nlohmann/json.hpp>\n',
  'platform/window.cpp': '#include <SDL.h>\n#include <imgui.h>\n', 'platform/page.cpp': '',
  'platform/web/storage.cpp': '#include <emscripten.h>\n', 'pages/home.cpp': '#include "ui/kit.hpp"\n',
  'app/app.cpp': '#include <imgui.h>\n#include "rooms/all.hpp"\n', 'rooms/top.hpp': '', 'rooms/kit/words.hpp': '#include "base/date.hpp"\n',
  'rooms/all.hpp': '#include "rooms/orders/cart.hpp"\n#include "rooms/disk/bytes.hpp"\n', 'rooms/trades/trade.hpp': '#include "rooms/kit/words.hpp"\n',
  'rooms/orders/cart.cpp': '#include "rooms/kit/words.hpp"\n#include "rooms/top.hpp"\n#include "rooms/generated.hpp"\n', 'rooms/disk/bytes.hpp': '',
  'rooms/frame/frame.cpp': '#include "rooms/trades/trade.hpp"\n', 'app/main_web.cpp': '#include <emscripten.h>\n',
};

function check(changes) {
  const folder = mkdtempSync(path.join(tmpdir(), 'guichet-layers-'));
  try {
    for (const [name, text] of Object.entries({ ...right, ...changes })) {
      if (text === null) continue;
      mkdirSync(path.dirname(path.join(folder, name)), { recursive: true });
      writeFileSync(path.join(folder, name), text);
    }
    const run = spawnSync('cmake', [`-Dlayers=${table.join(';')}`, `-DGUICHET_CHECKED_DIR=${folder}`, '-P', script], { encoding: 'utf8' });
    return { passes: run.status === 0, says: run.stderr.replace(/\s+/g, ' ') };
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

test('code that keeps to the table passes', () => {
  const { passes, says } = check({});
  assert.ok(passes, says);
});

const refused = {
  'a rule may not include a page': [{ 'model/rules.cpp': '#include "pages/home.hpp"\n' }, 'model may not include pages'],
  'an include with blanks round the # counts too': [{ 'model/rules.cpp': ' #  include "ui/kit.hpp"\n' }, 'model may not include ui'],
  'a page may not include ImGui': [{ 'pages/home.cpp': '#include <imgui.h>\n' }, 'may not include imgui.h'],
  'a page may not speak ImGui': [{ 'pages/home.cpp': 'void f() { ImGui::Text("x"); }\n' }, 'pages use the kit, not ImGui'],
  'the page of the platform may not include SDL': [{ 'platform/page.cpp': '#include <SDL2/SDL.h>\n' }, 'may not include SDL2/SDL.h'],
  'a rule may not include nlohmann/json': [{ 'model/rules.cpp': '#include <nlohmann/json.hpp>\n' }, 'may not include nlohmann/json.hpp'],
  'the app may not include Emscripten': [{ 'app/app.cpp': '#include <emscripten/html5.h>\n' }, 'may not include emscripten/html5.h'],
  'a file that is not listed is refused': [{ 'model/more.cpp': '' }, 'src/model/more.cpp is not listed'],
  'a listed file that is not there is refused': [{ 'model/rules.cpp': null }, 'src/model/rules.cpp is listed in CMakeLists.txt and does not exist'],
  'a room may not include another': [{ 'rooms/orders/cart.cpp': '#include "rooms/trades/trade.hpp"\n' }, 'rooms/orders may not include rooms/trades'],
  'the kit of the rooms may not include one of them': [{ 'rooms/kit/words.hpp': '#include "rooms/orders/cart.hpp"\n' }, 'rooms/kit may not include rooms/orders'],
  'a room may not include what stands above them all': [{ 'rooms/orders/cart.cpp': '#include "rooms/all.hpp"\n' }, 'rooms/orders may not include rooms/all'],
  'a room of one layer alone is not included by another': [{ 'app/app.cpp': '#include "rooms/disk/bytes.hpp"\n' }, 'rooms/disk is for rooms alone'],
  'a folder that is no room is refused': [{ 'rooms/attic/box.hpp': '' }, 'attic is no room of rooms'],
  'the time since the last frame is asked of the context': [{ 'ui/kit.cpp': 'float ms() { return ImGui::GetIO().DeltaTime * 1000; }\n' }, 'ask ui::Context for step_ms()'],
  'a folder that is no layer is refused': [{ 'util/strings.hpp': '' }, 'util is no layer'],
  'an include names its layer': [{ 'model/rules.cpp': '#include "../base/date.hpp"\n' }, 'includes name their layer'],
};
for (const [claim, [changes, reason]] of Object.entries(refused))
  test(claim, () => {
    const { passes, says } = check(changes);
    assert.ok(!passes);
    assert.ok(says.includes(reason), says);
  });
