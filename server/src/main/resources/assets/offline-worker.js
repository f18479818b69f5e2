// Keeps the page of the desk without a line, and what it is made of. Nothing about anybody is ever kept here: what a
// registrar works with lies encrypted elsewhere. KEPT is written before this by the server.
const PAGE = "/desk/offline";
const CACHE = "kith-desk-" + KEPT.join();

self.addEventListener("install", (event) => {
  const kept = async () => {
    const cache = await caches.open(CACHE);
    // Without the session: the page that is kept names no officer and carries no token.
    await cache.put(PAGE, await fetch(PAGE, { credentials: "omit", cache: "no-store" }));
    await cache.addAll(KEPT);
    await self.skipWaiting();
  };
  event.waitUntil(kept());
});

self.addEventListener("activate", (event) => {
  const tidy = async () => {
    for (const name of await caches.keys())
      if (name.startsWith("kith-desk-") && name !== CACHE) await caches.delete(name);
    await self.clients.claim();
  };
  event.waitUntil(tidy());
});

// The line first, where there is one; what was kept where there is none.
self.addEventListener("fetch", (event) => {
  const path = new URL(event.request.url).pathname;
  if (event.request.method !== "GET") return;
  if (path === PAGE) event.respondWith(fetch(event.request).catch(() => caches.match(PAGE)));
  else if (KEPT.includes(path)) event.respondWith(caches.match(path).then((kept) => kept || fetch(event.request)));
});
