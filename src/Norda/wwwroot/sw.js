// Away from the network the visitor gets /offline and its own styles. No page with people's data is kept but the door of an
// event, which must let people in without a network: for a day, and not past signing out.
const CACHE = "norda-offline-1", DOOR = "norda-wejscie", DAY = 24 * 60 * 60 * 1000;
const ASSET = /(?:href|src)="(\/[^"]+\.(?:css|svg|woff2|webmanifest)[^"#]*)/g, DOOR_ASSET = /(?:href|src)="(\/[^"]+\.(?:css|js|svg|woff2)[^"#]*)/g;
const DOOR_PAGE = /^(?:\/en)?\/biuro\/wydarzenia\/\d+\/wejscie$/;

async function keep(name, address, kind, credentials) {
  const cache = await caches.open(name), page = await fetch(address, { credentials });
  if (!page.ok || page.redirected) return;
  const html = await page.clone().text();
  await cache.put(address, page);
  const assets = new Set([...html.matchAll(kind)].map(match => match[1]));
  await Promise.all([...assets].map(url => cache.add(url).catch(() => {})));
}

async function withoutNetwork(request) {
  const path = new URL(request.url).pathname, door = DOOR_PAGE.test(path) && await (await caches.open(DOOR)).match(path);
  if (door && Date.now() - Date.parse(door.headers.get("Date")) < DAY) return door;
  if (door) await caches.delete(DOOR);
  return await (await caches.open(CACHE)).match("/offline") ?? Response.error();
}

addEventListener("install", event => event.waitUntil(keep(CACHE, "/offline", ASSET, "omit").then(() => skipWaiting())));
addEventListener("activate", event => event.waitUntil(
  caches.keys().then(names => Promise.all(names.filter(name => name !== CACHE && name !== DOOR).map(name => caches.delete(name)))).then(() => clients.claim())));
addEventListener("message", event => {
  if (DOOR_PAGE.test(event.data?.keepDoor)) event.waitUntil(keep(DOOR, event.data.keepDoor, DOOR_ASSET, "same-origin"));
});

addEventListener("fetch", event => {
  const { request } = event, url = new URL(request.url);
  if (request.method === "POST" && url.pathname.endsWith("/wyloguj")) event.waitUntil(caches.delete(DOOR));
  if (request.mode === "navigate" && request.method === "GET")
    event.respondWith(fetch(request).catch(() => withoutNetwork(request)));
  else if (["style", "font", "image", "script"].includes(request.destination) && url.origin === location.origin)
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
