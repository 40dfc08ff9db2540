// Frames on demand, the canvas's size in device pixels, and the mouse wheel. The program gets pointer events through SDL; here
// they only request frames.
addToLibrary({
  $frames__deps: ['$guichet', '$page', '$GL', 'app_frame', 'app_input', 'app_resize', 'app_wheel', 'app_touch', 'app_context'],
  $frames: {
    canvas: null,
    asked: 0,        // the number of the requested frame; 0: none
    drawn: 0,
    top: 0,          // of the canvas in the window
    at_rest: null,   // called when no further frame is requested

    start: () => {
      // After a WebAssembly trap the program's memory may be inconsistent: nothing calls it again.
      const fault = (error) => {
        if (error instanceof WebAssembly.RuntimeError) guichet.ended = true;
      };
      window.addEventListener('error', (event) => fault(event.error));
      window.addEventListener('unhandledrejection', (event) => fault(event.reason));
      const canvas = frames.canvas = document.getElementById('canvas');

      // 1. Events that may change the screen request frames; the program handles them before the next one.
      const wakes = ['pointermove', 'pointerdown', 'pointerup', 'pointercancel', 'pointerenter', 'pointerleave',
        'mousemove', 'mousedown', 'mouseup', 'mouseleave'];
      for (const kind of wakes) canvas.addEventListener(kind, frames.input, { passive: true });
      // The button may be released outside of the canvas.
      window.addEventListener('pointerup', frames.input, { passive: true });
      window.addEventListener('mouseup', frames.input, { passive: true });
      // Safari lets a page copy or open a file only in a frame that was requested while the press was being reported.
      for (const kind of ['pointerdown', 'pointerup', 'touchend', 'mousedown', 'mouseup', 'click', 'keydown', 'keyup'])
        window.addEventListener(kind, frames.request_anew, { capture: true, passive: true });
      window.addEventListener('focus', frames.input);
      window.addEventListener('blur', frames.input);
      document.addEventListener('visibilitychange', frames.input);
      canvas.addEventListener('wheel', frames.wheel, { passive: false });
      for (const kind of ['pointerdown', 'pointermove', 'pointerup', 'pointercancel'])
        canvas.addEventListener(kind, frames.touch);
      // SDL cancels the end of each touch, which the browser complains of when it is scrolling already.
      document.addEventListener('touchend', (event) => { if (!event.cancelable) event.stopPropagation(); }, true);

      // 2. One canvas pixel is one device pixel, at any zoom.
      const observer = new ResizeObserver((entries) => frames.resize(entries[entries.length - 1]));
      const observe = () => {
        observer.unobserve(canvas);
        try {
          observer.observe(canvas, { box: 'device-pixel-content-box' });
        } catch {
          observer.observe(canvas);
        }
      };
      observe();
      frames.watch_density(observe);
      frames.resize(null);
      window.visualViewport.addEventListener('resize', frames.fit);
      window.visualViewport.addEventListener('scroll', frames.fit);

      frames.spare_questions(canvas.getContext('webgl2'));

      // 3. A lost GPU context is restored without loss of data; if that takes too long, boot.js reports it.
      let lost = 0;
      canvas.addEventListener('webglcontextlost', (event) => {
        event.preventDefault();
        _app_context(0);
        lost = setTimeout(() => window.dispatchEvent(new Event('guichet-lost')), 10000);
      });
      canvas.addEventListener('webglcontextrestored', () => {
        clearTimeout(lost);
        // The old context's objects are gone already, and deleting them would only cause warnings.
        for (const table of [GL.buffers, GL.programs, GL.shaders, GL.textures, GL.vaos]) table.fill(null);
        _app_context(1);
        frames.input();
      });
    },

    // ImGui saves and restores the GL state around its drawing. Each query of the state waits until all earlier drawing is
    // done, which takes tens of milliseconds without a GPU. Nobody else draws here, so the first result stays valid and is
    // cached.
    spare_questions: (graphics) => {
      if (!graphics) return;
      const known = new Map();
      const once = (kind, names) => {
        const ask = graphics[kind].bind(graphics);
        const spared = new Set(names.map((name) => graphics[name]));
        graphics[kind] = (name) => {
          if (!spared.has(name)) return ask(name);
          if (!known.has(name)) known.set(name, ask(name));
          return known.get(name);
        };
      };
      once('getParameter', ['ACTIVE_TEXTURE', 'CURRENT_PROGRAM', 'TEXTURE_BINDING_2D', 'SAMPLER_BINDING',
        'ARRAY_BUFFER_BINDING', 'VERTEX_ARRAY_BINDING', 'VIEWPORT', 'SCISSOR_BOX', 'BLEND_SRC_RGB', 'BLEND_DST_RGB',
        'BLEND_SRC_ALPHA', 'BLEND_DST_ALPHA', 'BLEND_EQUATION_RGB', 'BLEND_EQUATION_ALPHA']);
      once('isEnabled', ['BLEND', 'CULL_FACE', 'DEPTH_TEST', 'STENCIL_TEST', 'SCISSOR_TEST']);
    },

    // Not every browser reports a density change if the size stays the same; a media query always does.
    watch_density: (changed) => {
      const density = window.matchMedia('(resolution: ' + devicePixelRatio + 'dppx)');
      density.addEventListener('change', () => {
        changed();
        frames.watch_density(changed);
      }, { once: true });
    },

    resize: (entry) => {
      const box = frames.canvas.getBoundingClientRect();
      const sizes = entry && entry['devicePixelContentBoxSize'];
      const exact = sizes && sizes[0];
      // Chromium's emulated screens report the pixels of the real one: ignore values that are far off.
      const pixels = (length, reported) => {
        const computed = length * devicePixelRatio;
        return reported && Math.abs(reported - computed) < 2 ? reported : Math.round(computed);
      };
      const width = pixels(box.width, exact && exact['inlineSize']);
      const height = pixels(box.height, exact && exact['blockSize']);
      if (!width || !height) return;
      if (frames.canvas.width !== width) frames.canvas.width = width;
      if (frames.canvas.height !== height) frames.canvas.height = height;
      _app_resize(box.width, box.height, width, height);
      mirror_focus.show_field();
      // Setting the size clears the canvas: draw before the browser shows it.
      if (entry) frames.draw_now();
    },

    // Where the keyboard of a phone covers the page instead of making it smaller (iOS), only the visual viewport tells. The
    // canvas and the mirror then have the part that is seen. A pinch makes that part smaller too, but is no keyboard.
    fit: () => {
      const view = window.visualViewport, style = document.documentElement.style;
      const covered = view.scale === 1 && innerHeight - view.height > 80;
      frames.top = covered ? view.offsetTop : 0;
      style.setProperty('--seen-height', covered ? view.height + 'px' : '100%');
      style.setProperty('--seen-top', frames.top + 'px');
    },

    input: () => _app_input(),

    // In CSS pixels, whatever unit the device reports. Ctrl+wheel is left to the browser, for zooming.
    wheel: (event) => {
      if (event.ctrlKey) return;
      if (event.cancelable) event.preventDefault();
      const unit = event.deltaMode === 1 ? 100 / 3 : event.deltaMode === 2 ? frames.canvas.clientHeight : 1;
      let x = event.deltaX * unit, y = event.deltaY * unit;
      if (event.shiftKey && !x) [x, y] = [y, 0];
      _app_wheel(x, y);
    },

    // Touches, in the form of src/platform/touch.hpp. Two fingers are the browser's zoom, which sends pointercancel.
    touch: (event) => {
      if (event.pointerType !== 'touch') return;
      const phase = ['pointerdown', 'pointermove', 'pointerup', 'pointercancel'].indexOf(event.type);
      frames.finger(phase, event.pointerId, event.clientX, event.clientY);
    },
    finger: (phase, id, x, y) => _app_touch(phase, id, x, y - frames.top),

    request: () => {
      if (frames.asked) return;
      guichet.rest(1, true);
      frames.asked = requestAnimationFrame(() => frames.draw_now());
    },

    request_anew: () => {
      if (!frames.asked) return;
      cancelAnimationFrame(frames.asked);
      frames.asked = 0;
      frames.request();
    },

    draw_now: () => {
      frames.asked = 0;
      if (guichet.ended || !frames.canvas) return;
      _app_frame();
      if (!frames.drawn) {
        document.documentElement.setAttribute('data-started', '');
        // After the browser has shown the frame.
        requestAnimationFrame(() => setTimeout(() => window.dispatchEvent(new Event('guichet-started'))));
        (globalThis.requestIdleCallback || setTimeout)(() => page.collators());
      }
      document.documentElement.setAttribute('data-frames', String(++frames.drawn));
      if (frames.asked) return;
      if (frames.at_rest) frames.at_rest();
      guichet.rest(1, false);
    },
  },

  js_start_frames__deps: ['$frames'],
  js_start_frames: () => frames.start(),
  js_request_frame__deps: ['$frames'],
  js_request_frame: () => frames.request(),

  js_call_after__deps: ['app_timer'],
  js_call_after: (timer, delay) => setTimeout(() => _app_timer(timer), Math.min(delay, 0x7fffffff)),
  js_elapsed: () => performance.now(),
  js_now: () => Date.now(),
  js_zone_minutes: (at) => -new Date(at).getTimezoneOffset(),
});
