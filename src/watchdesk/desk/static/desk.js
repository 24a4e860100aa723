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

  const reload = () => {
    if (!document.querySelector("[data-still]:focus-within")) htmx.trigger(body, "desk-changed");
  };

  const changed = (event) => {
    const number = Number(event.data);
    if (number <= known) return;
    known = number;
    reload();
  };

  const presence = (event) => {
    const here = JSON.parse(event.data);
    document.querySelectorAll("[data-presence]").forEach((place) => {
      const others = (here[place.dataset.presence] || []).filter((name) => name !== body.dataset.me);
      place.textContent = others.length
        ? place.dataset.says.replace("{who}", others.join(", ")) : "";
    });
  };

  const listen = () => {
    const line = new EventSource(
      `/live?since=${known}&item=${encodeURIComponent(body.dataset.item)}`);
    line.addEventListener("change", changed);
    line.addEventListener("presence", presence);
    line.addEventListener("error", () => {
      if (line.readyState === EventSource.CLOSED) setTimeout(listen, 3000);
    });
  };
  listen();

  // What could not be loaded is asked for again when the line holds.
  body.addEventListener("htmx:sendError", (event) => {
    const again = event.detail.elt.getAttribute("hx-trigger") || "";
    if (again.includes("desk-changed")) setTimeout(reload, 2000);
  });

  body.addEventListener("htmx:afterRequest", (event) => {
    const number = Number(event.detail.xhr.getResponseHeader("X-Revision") || 0);
    known = Math.max(known, number);
    if (event.detail.successful) document.getElementById("notice").replaceChildren();
  });

  // ── what is open stays open ───────────────────────────────────────────────────────────────────

  const opened = () => [...document.querySelectorAll(".evidence")]
    .filter((place) => place.childElementCount).map((place) => place.id.replace("evidence-", ""));

  body.addEventListener("htmx:configRequest", (event) => {
    const target = event.detail.target;
    if (target && target.id === "board") event.detail.parameters.open = opened();
  });

  body.addEventListener("htmx:beforeRequest", (event) => {
    const place = document.getElementById(event.detail.elt.dataset.toggles || "");
    if (!place) return;
    event.detail.elt.setAttribute("aria-expanded", String(!place.childElementCount));
    if (!place.childElementCount) return;
    place.replaceChildren();
    event.preventDefault();
  });

  // ── dragging ──────────────────────────────────────────────────────────────────────────────────
  // Items between sections, and stories into them. The same is done by keys and buttons.

  const send = (path, section, position) => htmx.ajax("POST", path, {
    source: document.getElementById("board"), target: "#board", swap: "outerHTML",
    values: { section, position },
  });

  const dropped = (event) => {
    const { item, to, newDraggableIndex: position } = event;
    const section = to.dataset.section;
    if (!section) return;
    const { piece, story } = item.dataset;
    if (piece) send(`/items/${piece}/move`, section, position);
    else if (story) send(`/stories/${story}/take`, section, position);
  };

  const bind = () => {
    if (!document.querySelector(".acts")) return;
    const shared = { animation: 120, ghostClass: "dragged", filter: "button, select",
      preventOnFilter: false, delay: 120, delayOnTouchOnly: true };
    document.querySelectorAll("[data-section]").forEach((list) => {
      if (!Sortable.get(list)) {
        Sortable.create(list, { ...shared, group: { name: "issue" }, draggable: ".item, .story",
          onEnd: dropped });
      }
    });
    document.querySelectorAll("[data-stories]").forEach((list) => {
      if (!Sortable.get(list)) {
        Sortable.create(list, { ...shared, group: { name: "issue", pull: "clone", put: false },
          sort: false, draggable: ".story", onEnd: dropped });
      }
    });
  };
  body.addEventListener("htmx:afterSettle", bind);
  bind();

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

  // The bar is made anew by each step of the issue. Who pressed a step stands at it again, or at the
  // preview: never at the next step, so that a key held down too long publishes nothing.
  let step = "";
  body.addEventListener("htmx:beforeRequest", (event) => {
    const form = event.detail.elt.closest("#bar form");
    step = form ? form.getAttribute("action") : "";
  });
  body.addEventListener("htmx:afterSettle", () => {
    if (!step || document.activeElement !== body) return;
    const again = document.querySelector(`#bar form[action="${step}"] button:enabled`) ||
      document.querySelector("#bar .press a");
    if (again) again.focus();
  });

  const on = document.getElementById("keys-on");
  on.checked = localStorage.getItem("keys") !== "off";
  on.addEventListener("change", () => localStorage.setItem("keys", on.checked ? "on" : "off"));

  const writing = (element) => element.matches("input, textarea, select, [contenteditable]");

  document.addEventListener("keydown", (event) => {
    const saves = event.target.closest("[data-saves]");
    if (saves && event.key === "Enter" && (event.ctrlKey || event.metaKey)) saves.requestSubmit();
    if (event.key === "Escape" && writing(event.target)) event.target.blur();
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
