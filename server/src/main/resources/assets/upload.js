// Sends a paper in pieces by the tus protocol 1.0.0, so that a cut line costs a piece and not the file. Without this
// script, or where it meets something it does not know, the form sends the file whole.
{
  const form = document.querySelector("form[data-upload]");
  const input = form?.querySelector("input[type=file]");
  const part = (name) => form.querySelector(`[data-upload-${name}]`);
  const SMALLEST = 256 * 1024, LARGEST = 1024 * 1024, MEGABYTE = 1024 * 1024;
  const shown = new Intl.NumberFormat(document.documentElement.lang, { minimumFractionDigits: 1, maximumFractionDigits: 1 });
  const pause = (time) => new Promise((done) => setTimeout(done, time));

  // What the server's answer asks the page to do instead of going on.
  class Halt extends Error {
    constructor(kind, text) {
      super(kind);
      this.kind = kind;
      this.text = text;
    }
  }

  let token = form?.elements._csrf?.value;
  let address = null;
  let going = false;
  let piece = SMALLEST;

  async function ask(method, url, headers = {}, body, patience = 60) {
    const answer = await fetch(url, {
      method, body, redirect: "manual", signal: AbortSignal.timeout?.(patience * 1000),
      headers: { "Tus-Resumable": "1.0.0", "X-CSRF-TOKEN": token, ...headers },
    });
    if (answer.type === "opaqueredirect" || answer.status === 401) throw new Halt("signed-out");
    return answer;
  }

  const sentence = async (answer) =>
    answer.headers.get("Content-Type")?.startsWith("application/problem+json") ? (await answer.json()).detail : "";

  // After signing in again in another window the page's token is of a session that is gone.
  async function freshToken() {
    const answer = await fetch(location.pathname, { redirect: "manual" });
    if (!answer.ok) throw new Halt("signed-out");
    const page = new DOMParser().parseFromString(await answer.text(), "text/html");
    const fresh = page.querySelector("form[data-upload] [name=_csrf]")?.value;
    if (!fresh || fresh === token) throw new Halt("unknown");
    token = form.elements._csrf.value = fresh;
  }

  async function withToken(...request) {
    const answer = await ask(...request);
    if (answer.status !== 403) return answer;
    await freshToken();
    return ask(...request);
  }

  async function digest(file) {
    if (!window.crypto?.subtle) return null;
    return new Uint8Array(await crypto.subtle.digest("SHA-256", await file.arrayBuffer()));
  }

  function unfinished(file, print) {
    const hex = print && [...print].map((byte) => byte.toString(16).padStart(2, "0")).join("");
    return [...document.querySelectorAll("[data-unfinished]")]
      .find((each) => hex && each.dataset.print === hex && Number(each.dataset.bytes) === file.size)?.dataset.unfinished;
  }

  async function begin(file) {
    const print = await digest(file);
    const begun = unfinished(file, print);
    if (begun) return begun;
    const metadata = print ? { "Upload-Metadata": "sha256 " + btoa(String.fromCharCode(...print)) } : {};
    const answer = await withToken("POST", form.action + "/uploads", { "Upload-Length": String(file.size), ...metadata });
    if (answer.status !== 201) throw new Halt("unknown");
    return answer.headers.get("Location");
  }

  async function offset() {
    const answer = await ask("HEAD", address);
    if (answer.status === 404 || answer.status === 410) throw new Halt("gone");
    if (!answer.ok) throw new Error("answered " + answer.status);
    return Number(answer.headers.get("Upload-Offset"));
  }

  // A piece takes a few seconds at most: what is cut off is sent again.
  async function send(file, at) {
    const end = Math.min(file.size, at + piece);
    const from = performance.now();
    if (end === file.size) say("checking");
    const answer = await withToken("PATCH", address,
      { "Upload-Offset": String(at), "Content-Type": "application/offset+octet-stream" }, file.slice(at, end),
      end === file.size ? 300 : 90);
    if (answer.status === 404 || answer.status === 410) throw new Halt("gone");
    if (answer.status === 503 && Number(answer.headers.get("Retry-After")) < 10) {
      await pause(5000);
      return send(file, at);
    }
    if (answer.status === 503) throw new Halt("later", await sentence(answer));
    if (answer.status === 409) return offset();
    // A proxy whose server starts anew; anything else of that kind will not go away by asking again at once.
    if (answer.status === 502 || answer.status === 504) throw new Error("answered " + answer.status);
    if (answer.status >= 500) throw new Halt("later");
    if (answer.status !== 204) throw new Halt("unknown");
    const seconds = (performance.now() - from) / 1000;
    piece = Math.max(SMALLEST, Math.min(LARGEST, seconds < 2 ? piece * 2 : Math.round(piece / 2)));
    return Number(answer.headers.get("Upload-Offset"));
  }

  let told = 0;
  function show(at, all) {
    const percent = Math.floor((100 * at) / all);
    part("state").querySelector("progress").value = percent;
    part("count").textContent = part("count").dataset.pattern
      .replace("{done}", shown.format(at / MEGABYTE)).replace("{all}", shown.format(all / MEGABYTE));
    // Read aloud once in a while, not at every piece.
    if (percent < told + 20 || percent === 100) return;
    told = percent - (percent % 20);
    words(part("words").dataset.tenths.replace("{percent}", String(told)));
  }

  function words(text) {
    if (part("words").textContent !== text) part("words").textContent = text;
  }

  const say = (name) => words(part("words").dataset[name]);

  async function online() {
    say("offline");
    if (navigator.onLine) return pause(3000);
    return new Promise((done) => addEventListener("online", done, { once: true }));
  }

  async function all(file) {
    let at = 0, sure = false, faults = 0;
    while (going) {
      try {
        address ??= await begin(file);
        at = sure ? await send(file, at) : await offset();
        if (!going) return;
        faults = 0;
        show(at, file.size);
        if (sure && at === file.size) return location.assign(form.action + "?upload=" + address.split("/").pop());
        sure = true;
      } catch (fault) {
        if (fault instanceof Halt && fault.kind !== "gone") throw fault;
        if (++faults > 40) throw new Halt("later");
        if (fault instanceof Halt) address = null;
        else await online();
        sure = false;
      }
    }
  }

  async function go() {
    const file = input.files[0];
    going = true;
    part("state").hidden = false;
    part("state").focus();
    part("again").hidden = part("sign-in").hidden = true;
    input.closest(".govuk-form-group").hidden = form.querySelector("button[type=submit]").hidden = true;
    try {
      await all(file);
    } catch (fault) {
      // Whatever this script does not understand, the form does.
      if (fault.kind !== "signed-out" && fault.kind !== "later") return form.submit();
      words(fault.text || part("words").dataset[fault.kind === "later" ? "later" : "signedOut"]);
      part("sign-in").hidden = fault.kind !== "signed-out";
      part("again").hidden = false;
    }
    going = false;
  }

  async function stop() {
    going = false;
    try {
      if (address) await withToken("DELETE", address);
    } finally {
      location.assign(form.action);
    }
  }

  if (form && window.fetch && window.DOMParser && Blob.prototype.slice) {
    form.addEventListener("submit", (event) => {
      if (!input.files[0]?.size) return;
      event.preventDefault();
      if (!going) go();
    });
    part("again").addEventListener("click", () => { if (!going) go(); });
    part("stop").addEventListener("click", stop);
  }
}
