// What plain forms can't do: focus after a swapped turn, kind words when the line is down, a few small conveniences.
"use strict";

const STOERUNG_TITEL = "Ihre Antwort ist noch nicht angekommen";
const STOERUNG_TEXT = "Gerade antwortet der Server nicht. Ihr Text steht noch im Feld. Prüfen Sie Ihre Verbindung und senden Sie noch einmal.";
const OHNE_NETZ = "Sie sind gerade nicht mit dem Internet verbunden. Ihr Text steht noch im Feld. Senden Sie noch einmal, wenn die Verbindung wieder da ist.";

let entwurf = null;
let gesendet = "";
let spaeter = "";
let gezeigt = 0;

const element = (name, klasse, text) => {
  const neu = document.createElement(name);
  neu.className = klasse;
  if (text) neu.textContent = text;
  return neu;
};

function meldeStoerung() {
  const platz = document.getElementById("stoerung");
  if (!platz) return;
  const rahmen = element("div", "kern-alert kern-alert--warning meldung");
  const kopf = element("div", "kern-alert__header");
  const rumpf = element("div", "kern-alert__body");
  kopf.append(element("span", "kern-icon kern-icon--warning"), element("span", "kern-title", STOERUNG_TITEL));
  rumpf.append(element("p", "", navigator.onLine ? STOERUNG_TEXT : OHNE_NETZ));
  rahmen.append(kopf, rumpf);
  platz.replaceChildren(rahmen);
  platz.scrollIntoView({ block: "nearest" });
}

function merke(ereignis) {
  const feld = document.getElementById("text");
  const alsText = ereignis.target.dataset?.form === "text";
  gesendet = feld?.value ?? "";
  entwurf = feld && !alsText ? { frage: feld.form.elements.frage.value, text: feld.value } : null;
  gezeigt = document.querySelectorAll("#verlauf .nachricht").length;
  document.getElementById("stoerung")?.replaceChildren();
  document.getElementById("eingabe")?.setAttribute("aria-busy", "true");
}

// A digression (help, why, …) answers with the same question: what was typed so far comes back into its field.
function gibEntwurfZurueck() {
  const feld = document.getElementById("text");
  if (entwurf && feld && feld.form.elements.frage.value === entwurf.frage && !feld.value) feld.value = entwurf.text;
  if (spaeter && feld) feld.value = spaeter;
  spaeter = "";
}

// What is typed while an answer is on its way stays in the field of the next question.
function merkeSpaeteres() {
  const feld = document.getElementById("text");
  spaeter = feld && feld.value !== gesendet ? feld.value : "";
}

function zeigeNeues() {
  gibEntwurfZurueck();
  const frage = document.getElementById("frage");
  const neu = document.querySelectorAll("#verlauf .nachricht")[gezeigt];
  frage?.focus({ preventScroll: true });
  (neu ?? frage)?.scrollIntoView({ block: "start" });
}

document.addEventListener("htmx:before:request", merke);
document.addEventListener("htmx:before:response", (ereignis) => {
  const koepfe = ereignis.detail.ctx.response.headers;
  if (koepfe.has("X-Lotse-Zug") || koepfe.has("HX-Redirect")) return;
  ereignis.preventDefault();
  meldeStoerung();
});
document.addEventListener("htmx:before:swap", merkeSpaeteres);
document.addEventListener("htmx:after:swap", zeigeNeues);
document.addEventListener("htmx:error", meldeStoerung);
document.addEventListener("htmx:finally:request", () => document.getElementById("eingabe")?.removeAttribute("aria-busy"));

// "Nichts davon" unticks the others of its question, and the other way round.
document.addEventListener("change", ({ target }) => {
  if (target.type !== "checkbox" || !target.checked || !target.form) return;
  for (const haken of target.form.querySelectorAll(`input[type=checkbox][name="${CSS.escape(target.name)}"]`)) {
    const allein = "allein" in target.dataset || "allein" in haken.dataset;
    if (haken !== target && allein) haken.checked = false;
  }
});

document.addEventListener("input", ({ target }) => {
  if (target.form && "ungespeichert" in target.form.dataset) {
    target.form.dataset.ungespeichert = "ja";
    document.getElementById("abschluss-ungespeichert")?.removeAttribute("hidden");
  }
});
document.addEventListener("submit", ({ target }) => { if ("ungespeichert" in target.dataset) target.dataset.ungespeichert = ""; });
window.addEventListener("beforeunload", (ereignis) => {
  if (document.querySelector('form[data-ungespeichert="ja"]')) ereignis.preventDefault();
});

for (const knopf of document.querySelectorAll("[data-drucken]")) {
  knopf.hidden = false;
  knopf.addEventListener("click", () => window.print());
}
// Browsers without invoker commands get the dialog opened by hand.
if (!("command" in HTMLButtonElement.prototype)) {
  document.addEventListener("click", ({ target }) => {
    const knopf = target.closest?.("[data-oeffnet], [data-schliesst]");
    if (!knopf) return;
    const { oeffnet, schliesst } = knopf.dataset;
    document.getElementById(oeffnet ?? schliesst)[oeffnet ? "showModal" : "close"]();
  });
}

// Without this handler a link to "#frage" scrolls but leaves the focus at the top of the page.
if (location.hash === "#frage") document.getElementById("frage")?.focus({ preventScroll: true });
// The page's rules ask for a policy that vouches for the worker's address.
if ("serviceWorker" in navigator) {
  const regel = window.trustedTypes?.createPolicy("lotse", { createScriptURL: () => "/dienst.js" });
  navigator.serviceWorker.register(regel?.createScriptURL("") ?? "/dienst.js").catch(() => {});
}
