// Carries what the reader beside this browser reads of a passport's chip to the server. Judges nothing.
{
  const panel = document.querySelector("[data-chip]");
  const form = panel?.closest("form");
  const part = (name) => panel.querySelector(`[data-chip-${name}]`);
  const KEY = "kith-reader";
  const pause = (time) => new Promise((done) => setTimeout(done, time));

  // Something to say instead of going on.
  class Halt extends Error {}

  function say(text) {
    part("fault").textContent = text;
    part("fault").hidden = !text;
  }

  function show(step, percent) {
    part("progress").hidden = !step;
    if (!step) return;
    part("step").textContent = panel.dataset["step" + step[0].toUpperCase() + step.slice(1)];
    panel.querySelector("progress").value = percent;
  }

  function askForCode() {
    sessionStorage.removeItem(KEY);
    part("pairing").hidden = false;
    panel.querySelector("#chip-code").focus();
  }

  async function reader(method, path, body) {
    let answer;
    try {
      const session = sessionStorage.getItem(KEY);
      answer = await fetch(panel.dataset.reader + path, {
        method, body: body && JSON.stringify(body), cache: "no-store", credentials: "omit", referrerPolicy: "no-referrer",
        headers: { ...(body && { "Content-Type": "application/json" }), ...(session && { Authorization: `Bearer ${session}` }) },
      });
    } catch {
      throw new Halt(panel.dataset.noReader);
    }
    if (answer.status === 401) {
      askForCode();
      throw new Halt("");
    }
    const said = await answer.json().catch(() => ({}));
    if (!answer.ok) throw new Halt(said.sentence ?? panel.dataset.noReader);
    return said;
  }

  async function server(path, body) {
    let answer;
    try {
      answer = await fetch(panel.dataset.visit + path, {
        method: "POST", body: JSON.stringify(body), redirect: "manual",
        headers: { "Content-Type": "application/json", "X-CSRF-TOKEN": form.elements._csrf.value },
      });
    } catch {
      throw new Halt(panel.dataset.failed);
    }
    const said = await answer.json().catch(() => ({}));
    if (!answer.ok) throw new Halt(said.sentence ?? panel.dataset.failed);
    return said;
  }

  async function pair() {
    const code = panel.querySelector("#chip-code");
    if (part("pairing").hidden || !code.value.trim()) {
      await reader("GET", "/");
      askForCode();
      throw new Halt("");
    }
    const { session } = await reader("POST", "/pair", { code: code.value });
    sessionStorage.setItem(KEY, session);
    code.value = "";
    part("pairing").hidden = true;
  }

  async function read() {
    const lines = form.elements.lines.value;
    if (!lines.trim()) {
      form.elements.lines.focus();
      throw new Halt(panel.dataset.noLines);
    }
    if (!sessionStorage.getItem(KEY)) await pair();
    const { challenge } = await server("/chip/challenge", {});
    const { id } = await reader("POST", "/readings", { lines, challenge });
    for (;;) {
      const now = await reader("GET", `/readings/${id}`);
      if (now.state === "failed") throw new Halt(now.sentence);
      if (now.state === "read") {
        show("judging", 100);
        const { sod, groups, answer, chipAuthentication } = now;
        await server("/chip", { lines, sod, groups, answer, chipAuthentication });
        return;
      }
      show(now.step, now.percent);
      await pause(150);
    }
  }

  if (form && window.fetch && window.sessionStorage) {
    const button = part("read");
    button.hidden = false;
    button.addEventListener("click", async () => {
      say("");
      button.disabled = true;
      try {
        await read();
        // What was typed and pressed goes round, and comes back with what was found.
        form.requestSubmit(form.querySelector("button[name=act][value=compare]"));
      } catch (halt) {
        if (!(halt instanceof Halt)) throw halt;
        say(halt.message);
        show("");
        button.disabled = false;
      }
    });
    panel.querySelector("#chip-code").addEventListener("keydown", (event) => {
      if (event.key !== "Enter") return;
      event.preventDefault();
      button.click();
    });
  }
}
