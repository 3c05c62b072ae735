// Shows the offline page when a page can't be reached. Keeps nothing but that page and its looks: no answers, no cases.
"use strict";

const LAGER = "lotse-offline-1";
const SEITE = "/static/offline.html";

self.addEventListener("install", (ereignis) => {
  const dateien = [SEITE, "/static/lotse.css", "/static/lotse.svg", "/static/vendor/kern.min.css"];
  ereignis.waitUntil(caches.open(LAGER).then((lager) => lager.addAll(dateien)));
});
self.addEventListener("activate", (ereignis) => {
  const alte = (namen) => namen.filter((name) => name.startsWith("lotse-") && name !== LAGER);
  ereignis.waitUntil(caches.keys().then((namen) => Promise.all(alte(namen).map((name) => caches.delete(name)))));
});
self.addEventListener("fetch", (ereignis) => {
  const { request } = ereignis;
  if (request.method !== "GET") return;
  if (request.mode === "navigate") ereignis.respondWith(fetch(request).catch(() => caches.match(SEITE)));
  else if (new URL(request.url).pathname.startsWith("/static/")) {
    ereignis.respondWith(fetch(request).catch(async () => (await caches.match(request)) ?? Response.error()));
  }
});
