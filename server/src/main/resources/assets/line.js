// Where the line is away, a form waits on its page and is sent when the line is back. What was typed stays in its fields
// and is put nowhere else. Without this script, and on any line that is there, the browser does what it always does.
const probe = document.currentScript.src;
const PATIENCE = 10_000;

function isThere() {
  if (!navigator.onLine) return Promise.resolve(false);
  // A slow line is a line: after a while the browser is left to try for itself.
  return fetch(probe, { method: "HEAD", cache: "no-store", signal: AbortSignal.timeout(6000) })
    .then(() => true, (fault) => fault.name === "TimeoutError");
}

for (const form of document.querySelectorAll("form[data-line]")) {
  const told = form.querySelector("[data-line-told]");
  let sending = false;
  let through = false;
  let timer = 0;
  let pressed = null;

  const tryAgain = async () => {
    if (!(await isThere()) || through) return;
    told.textContent = told.dataset.back;
    clearInterval(timer);
    through = true;
    form.requestSubmit(pressed);
  };
  form.addEventListener("submit", (event) => {
    if (through) return;
    if (sending) return event.preventDefault();
    sending = true;
    // Whoever stopped the browser on its way may press again.
    if (navigator.onLine) return setTimeout(() => { sending = false; }, PATIENCE);
    event.preventDefault();
    pressed = event.submitter;
    told.textContent = told.dataset.away;
    told.hidden = false;
    timer = setInterval(tryAgain, 5000);
    addEventListener("online", tryAgain);
  });
  // Back to this page: it can be sent anew.
  addEventListener("pageshow", () => {
    sending = false;
    through = false;
    told.hidden = true;
  });
}
