// Whoever signs out leaves no card behind in this browser. Where none is kept, nothing is fetched and nothing waits.
const form = document.querySelector('form[action="/sign-out"]');

form?.addEventListener("submit", async (event) => {
  if (!globalThis.indexedDB?.databases) return;
  event.preventDefault();
  try {
    const kept = await indexedDB.databases();
    if (kept.some((each) => each.name === "kith-wallet")) {
      const { all, tell, wipe } = await import(form.dataset.walletStore);
      const token = form.elements._csrf.value;
      await Promise.all((await all()).map((card) => tell(card, token)));
      await wipe();
    }
  } finally {
    form.submit();
  }
});
