// Keeps the page of the web wallet and what it is made of, and no other page. Nothing about anybody is kept here: copies
// lie in the wallet's own store. KEPT is written before this by the server.
const PAGE = "/card/wallet";
const LANGUAGE = new URL(self.location).searchParams.get("lang");
const CACHE = `kith-wallet-${LANGUAGE}-${KEPT.join()}`;

/** Without the session: the page that is kept names nobody and carries no token. */
async function keepPage() {
  const page = await fetch(`${PAGE}?lang=${LANGUAGE}`, { credentials: "omit", cache: "no-store" });
  if (page.ok) await (await caches.open(CACHE)).put(PAGE, page);
}

self.addEventListener("install", (event) => {
  const kept = async () => {
    await keepPage();
    await (await caches.open(CACHE)).addAll(KEPT);
    await self.skipWaiting();
  };
  event.waitUntil(kept());
});

self.addEventListener("activate", (event) => {
  const tidy = async () => {
    for (const name of await caches.keys())
      if (name.startsWith("kith-wallet-") && name !== CACHE) await caches.delete(name);
    await self.clients.claim();
  };
  event.waitUntil(tidy());
});

// The line first, where there is one; what was kept where there is none.
self.addEventListener("fetch", (event) => {
  const path = new URL(event.request.url).pathname;
  if (event.request.method !== "GET") return;
  if (path === PAGE) event.respondWith(page(event));
  else if (KEPT.includes(path)) event.respondWith(caches.match(path).then((kept) => kept || fetch(event.request)));
});

async function page(event) {
  try {
    const answer = await fetch(event.request);
    event.waitUntil(keepPage().catch(() => {}));
    return answer;
  } catch {
    return caches.match(PAGE);
  }
}
