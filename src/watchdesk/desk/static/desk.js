// What every screen's page does beside its forms: hear of changes, and be moved through by keys.
// Nothing here is needed to read or to act: each key presses a button or follows a link.
"use strict";

(() => {
  const body = document.body;
  if (!body.dataset.revision) return;

  // ── hearing of changes ────────────────────────────────────────────────────────────────────────
  // An element with hx-trigger="desk-changed from:body" loads itself anew. Under an open form
  // nothing moves: data-still keeps the news until the form is done.

  let known = Number(body.dataset.revision);

  const line = new EventSource(
    `/live?since=${known}&item=${encodeURIComponent(body.dataset.item)}`);
  line.addEventListener("change", (event) => {
    const number = Number(event.data);
    if (number <= known) return;
    known = number;
    if (!document.querySelector("[data-still]:focus-within")) htmx.trigger(body, "desk-changed");
  });
  line.addEventListener("presence", (event) => {
    const here = JSON.parse(event.data);
    document.querySelectorAll("[data-presence]").forEach((place) => {
      const others = (here[place.dataset.presence] || []).filter((name) => name !== body.dataset.me);
      place.textContent = others.length
        ? place.dataset.says.replace("{who}", others.join(", ")) : "";
    });
    htmx.trigger(body, "desk-presence");
  });

  body.addEventListener("htmx:afterRequest", (event) => {
    const number = Number(event.detail.xhr.getResponseHeader("X-Revision") || 0);
    known = Math.max(known, number);
    if (event.detail.successful) document.getElementById("notice").replaceChildren();
  });

  // ── keys ──────────────────────────────────────────────────────────────────────────────────────
  // data-row is a line that can be walked to; data-key is pressed by its key, first within the row.

  const rows = () => [...document.querySelectorAll("[data-row]")].filter((row) => row.offsetParent);
  const current = () => document.activeElement && document.activeElement.closest("[data-row]");
  let last = { id: "", at: -1 };

  const walk = (step) => {
    const all = rows();
    if (!all.length) return;
    const here = current();
    const at = here ? all.indexOf(here) + step : Math.max(last.at, 0);
    all[Math.min(Math.max(at, 0), all.length - 1)].focus();
  };

  document.addEventListener("focusin", () => {
    const row = current();
    if (row) last = { id: row.id, at: rows().indexOf(row) };
  });

  body.addEventListener("htmx:afterSettle", () => {
    if (document.activeElement !== body || last.at < 0) return;
    const all = rows();
    const again = document.getElementById(last.id) || all[Math.min(last.at, all.length - 1)];
    if (again) again.focus({ preventScroll: true });
  });

  const on = document.getElementById("keys-on");
  on.checked = localStorage.getItem("keys") !== "off";
  on.addEventListener("change", () => localStorage.setItem("keys", on.checked ? "on" : "off"));

  const writing = (element) => element.matches("input, textarea, select, [contenteditable]");

  document.addEventListener("keydown", (event) => {
    if (!on.checked || event.ctrlKey || event.metaKey || writing(event.target)) return;
    if (document.querySelector("dialog[open]")) return;
    const key = (event.altKey ? "Alt+" : "") +
      (event.key.length === 1 ? event.key.toLowerCase() : event.key);
    const row = current();
    if (key === "j" || key === "k") {
      walk(key === "j" ? 1 : -1);
    } else {
      if (key === "Enter" && event.target !== row) return;
      const wanted = `[data-key="${CSS.escape(key)}"]`;
      const pressed = (row && row.querySelector(wanted)) ||
        [...document.querySelectorAll(wanted)].find((one) => !one.closest("[data-row]"));
      if (!pressed) return;
      pressed.click();
    }
    event.preventDefault();
  });

  document.addEventListener("click", (event) => {
    const opener = event.target.closest("[data-opens]");
    if (opener) document.getElementById(opener.dataset.opens).showModal();
  });
})();
