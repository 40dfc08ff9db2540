// How well the text of a page can be read, as it is drawn: axe sees only the mirror, whose text is transparent.
import { colors_of, contrast, picture_of } from './pixels.mjs';

// The places of all text in the mirror that is enabled and not covered: [{ words, x, y, width, height }] in CSS pixels.
const texts_of = (customer) => customer.page.evaluate(() => {
  const open = [...document.querySelectorAll('#mirror :is([aria-modal=true], [role=listbox])')].at(-1);
  const seen = (open || document.getElementById('mirror')).querySelectorAll('*');
  return [...seen].filter((one) => one.childNodes.length === 1 && one.firstChild.nodeType === 3 && !one.closest('[aria-disabled=true]'))
    .map((one) => {
      const range = document.createRange();
      range.selectNodeContents(one);
      const words = range.getBoundingClientRect();
      let [left, top, right, bottom] = [words.left, words.top, words.right, words.bottom];
      for (let each = one; each.id !== 'mirror'; each = each.parentElement) {
        if (each !== one && getComputedStyle(each).overflow === 'visible') continue;
        const box = each.getBoundingClientRect();
        [left, top, right, bottom] = [Math.max(left, box.left), Math.max(top, box.top), Math.min(right, box.right), Math.min(bottom, box.bottom)];
      }
      return { words: one.textContent.slice(0, 60), x: left, y: Math.max(0, top), width: Math.min(right, innerWidth) - left, height: Math.min(bottom, innerHeight) - Math.max(0, top) };
    }).filter(({ width, height }) => width > 6 && height > 8);
});

// The texts whose contrast is below `least`, with what they have. The darkest (or lightest) stroke counts, since thin ones are
// blended with their ground.
export async function hard_to_read(customer, least) {
  await customer.idle();
  const picture = await picture_of(customer), { width } = await customer.page.viewportSize(), scale = picture.width / width;
  const found = [];
  const texts = await texts_of(customer);
  for (const { words, ...box } of texts) {
    const part = Object.fromEntries(Object.entries(box).map(([name, value]) => [name, Math.round(value * scale)]));
    const colors = colors_of(picture, part).filter(([, count]) => count >= 2);
    if (!colors.length) continue;
    const has = Math.max(...colors.map(([color]) => contrast(color, colors[0][0])));
    // Where nothing is drawn, an icon stands for the words.
    if (has > 1 && has < least) found.push(`« ${words} »: ${has.toFixed(2)}`);
  }
  return { found, texts: texts.length };
}
