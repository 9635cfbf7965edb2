// Away from the network the visitor gets /offline and its own styles; no page with people's data is ever kept.
const CACHE = "norda-offline-1";
const ASSET = /(?:href|src)="(\/[^"]+\.(?:css|svg|woff2|webmanifest)[^"#]*)/g;

async function keepOffline() {
  const cache = await caches.open(CACHE), page = await fetch("/offline", { credentials: "omit" });
  if (!page.ok) return;
  const html = await page.clone().text();
  await cache.put("/offline", page);
  const assets = new Set([...html.matchAll(ASSET)].map(match => match[1]));
  await Promise.all([...assets].map(url => cache.add(url).catch(() => {})));
}

addEventListener("install", event => event.waitUntil(keepOffline().then(() => skipWaiting())));
addEventListener("activate", event => event.waitUntil(
  caches.keys().then(names => Promise.all(names.filter(name => name !== CACHE).map(name => caches.delete(name)))).then(() => clients.claim())));

addEventListener("fetch", event => {
  const { request } = event;
  if (request.mode === "navigate" && request.method === "GET")
    event.respondWith(fetch(request).catch(() => caches.match("/offline").then(page => page ?? Response.error())));
  else if (["style", "font", "image"].includes(request.destination) && new URL(request.url).origin === location.origin)
    event.respondWith(fetch(request).catch(() => caches.match(request).then(kept => kept ?? Response.error())));
});

// A notice that came while no page was open; a click goes to its place, in a tab of ours when there is one.
addEventListener("push", event => {
  const { title, body, url, tag } = event.data?.json() ?? {};
  if (title) event.waitUntil(registration.showNotification(title, { body, tag, icon: "/logo.svg", data: { url } }));
});
addEventListener("notificationclick", event => {
  event.notification.close();
  const url = new URL(event.notification.data?.url ?? "/powiadomienia", location.origin).href;
  event.waitUntil(clients.matchAll({ type: "window" }).then(open => open.length > 0 ? open[0].focus().then(tab => tab.navigate(url)) : clients.openWindow(url)));
});
