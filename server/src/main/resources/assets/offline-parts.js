// Small parts of the page: its templates hold the words, this fills them in. Nothing is ever written as HTML.

export const one = (selector, within = document) => within.querySelector(selector);

/** A copy of the template of that name. */
export const copy = (name) => one(`template[data-part="${name}"]`).content.firstElementChild.cloneNode(true);

/** Fills elements by their data-name; an element whose value is null hides. */
export function fill(part, values) {
  for (const [name, value] of Object.entries(values)) {
    for (const element of part.querySelectorAll(`[data-name="${name}"]`)) {
      element.hidden = value === null;
      if (value !== null) element.textContent = value;
    }
  }
  return part;
}

let entered = false;

/** Shows one of the page's rooms, and puts the focus on its heading, but not as the page opens. */
export function room(name) {
  for (const each of document.querySelectorAll("[data-room]")) each.hidden = each.dataset.room !== name;
  if (entered) one(`[data-room="${name}"] h1`)?.focus();
  entered = true;
}

/** Says something that a person has to notice. */
export function say(key, more = "") {
  const words = key ? one(`[data-words="${key}"]`)?.textContent ?? key : "";
  const place = one("[data-say]");
  place.hidden = !words;
  one("[data-say-text]").textContent = more ? `${words} ${more}` : words;
  if (words) place.focus();
}

/** The word for a state or a result, from the page. */
export const word = (kind, value) => one(`[data-words="${kind}.${value}"]`)?.textContent ?? value;

/** A photo of a sensible size, as a JPEG. */
export async function picture(file) {
  const drawn = await createImageBitmap(file);
  const scale = Math.min(1, 1600 / Math.max(drawn.width, drawn.height));
  const canvas = document.createElement("canvas");
  canvas.width = Math.round(drawn.width * scale);
  canvas.height = Math.round(drawn.height * scale);
  canvas.getContext("2d").drawImage(drawn, 0, 0, canvas.width, canvas.height);
  return new Promise((resolve) => canvas.toBlob(resolve, "image/jpeg", 0.92));
}
