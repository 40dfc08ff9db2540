// Printing: what goes on paper is the mirror in flow (shell/print.css), with all rows of the lists and the words in the fields.
addToLibrary({
  $paper__deps: ['$guichet', '$frames', '$page'],
  $paper: {
    lines: [],  // what the fields hold, as text

    listen: () => {
      window.addEventListener('beforeprint', () => paper.turn(true));
      window.addEventListener('afterprint', () => paper.turn(false));
    },

    // The browser prints as soon as this returns, so the program draws at once.
    turn: (printing) => {
      for (const line of paper.lines.splice(0)) line.remove();
      guichet.event(page.PRINT, '', printing ? 1 : 0);
      frames.draw_now();
      mirror.show();
      if (!printing) return;
      for (const field of mirror.root.querySelectorAll('input:not([type=password]), textarea')) {
        if (!field.value) continue;
        const line = document.createElement('div');
        line.textContent = field.getAttribute('aria-label') + ' – ' + field.value;
        field.before(line);
        paper.lines.push(line);
      }
    },
  },
});
