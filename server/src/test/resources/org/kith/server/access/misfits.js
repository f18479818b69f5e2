// What does not fit: links to places the page does not have, sideways scrolling, text beyond the screen or cut off by its box, and lines of text over each other.
() => {
  const found = [];
  // The example of a passport is a picture made of letters, and ends where its box does.
  const hidden = '[role=img] *, [role=img], .govuk-visually-hidden, .govuk-skip-link, script, style, svg, noscript, option, [hidden]';
  const named = element => element.tagName.toLowerCase() + (element.className ? '.' + element.className : '')
      + ' ‘' + element.textContent.trim().slice(0, 40) + '’';

  const root = document.documentElement;
  if (root.scrollWidth > root.clientWidth) found.push('sideways by ' + (root.scrollWidth - root.clientWidth));

  for (const link of document.querySelectorAll('a[href^="#"]')) {
    if (!document.getElementById(decodeURIComponent(link.hash.slice(1)))) found.push('leads nowhere: ' + link.hash);
  }

  const lines = [];
  const texts = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT);
  const range = document.createRange();
  for (let text = texts.nextNode(); text; text = texts.nextNode()) {
    const element = text.parentElement;
    if (!text.data.trim() || element.closest(hidden) || !element.checkVisibility()) continue;
    range.selectNodeContents(text);
    for (const line of range.getClientRects()) {
      if (line.width < 2 || line.height < 2) continue;
      if (line.left < -1 || line.right > innerWidth + 1) found.push('beyond the screen: ' + named(element));
      lines.push({ line, text, element });
    }
  }

  for (const element of document.body.querySelectorAll('*')) {
    if (element.closest(hidden) || !element.checkVisibility() || element.matches('input, select, textarea')) continue;
    const style = getComputedStyle(element);
    const cuts = overflow => overflow === 'hidden' || overflow === 'clip';
    if (cuts(style.overflowX) && element.scrollWidth > element.clientWidth + 1 && element.clientWidth > 1
        || cuts(style.overflowY) && element.scrollHeight > element.clientHeight + 1 && element.clientHeight > 1) {
      found.push('cut off: ' + named(element));
    }
  }

  for (let i = 0; i < lines.length; i++) {
    for (let j = i + 1; j < lines.length; j++) {
      const a = lines[i], b = lines[j];
      if (a.text === b.text) continue;
      const wide = Math.min(a.line.right, b.line.right) - Math.max(a.line.left, b.line.left);
      const high = Math.min(a.line.bottom, b.line.bottom) - Math.max(a.line.top, b.line.top);
      if (wide > 3 && high > .4 * Math.min(a.line.height, b.line.height)) {
        found.push('overlap: ' + named(a.element) + ' and ' + named(b.element));
      }
    }
  }
  return [...new Set(found)].slice(0, 5);
}
