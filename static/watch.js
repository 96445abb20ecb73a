// The figures are as of when the page was opened without this. With it, they move by themselves.
"use strict";

(() => {
  const box = document.querySelector("[data-watch]");
  if (!box || !("EventSource" in window)) return;
  const format = new Intl.NumberFormat(`${document.documentElement.lang}-CA`);
  const state = box.querySelector("[data-state]");
  const tell = (now) => {
    box.dataset.now = now;
    const words = state.dataset[now];
    if (state.textContent !== words) state.textContent = words;
  };

  // Changes what has changed and leaves the rest alone: what was opened stays open, and the focus where it is.
  const mend = (old, fresh) => {
    if (old.nodeName !== fresh.nodeName || old.childNodes.length !== fresh.childNodes.length) {
      old.replaceWith(fresh);
    } else if (old.nodeType === Node.TEXT_NODE) {
      if (old.data !== fresh.data) old.data = fresh.data;
    } else {
      for (const { name, value } of fresh.attributes) {
        if (old.getAttribute(name) !== value) old.setAttribute(name, value);
      }
      const children = [...fresh.childNodes];
      [...old.childNodes].forEach((child, at) => mend(child, children[at]));
    }
  };

  const figures = (event) => {
    const figures = JSON.parse(event.data);
    for (const place of box.querySelectorAll("[data-figure]")) {
      const shown = format.format(figures[place.dataset.figure]);
      if (place.textContent !== shown) place.textContent = shown;
    }
    for (const bar of box.querySelectorAll("progress")) {
      bar.max = figures.next_milestone;
      bar.value = figures.counted;
    }
    tell("live");
  };

  const charts = (event) => {
    const parts = JSON.parse(event.data);
    for (const place of box.querySelectorAll("[data-part]")) {
      const fresh = new DOMParser().parseFromString(parts[place.dataset.part], "text/html").body;
      const children = [...fresh.childNodes];
      if (place.childNodes.length === children.length) [...place.childNodes].forEach((child, at) => mend(child, children[at]));
      else place.replaceChildren(...children);
    }
  };

  const watch = () => {
    const events = new EventSource(box.dataset.watch);
    events.addEventListener("figures", figures);
    events.addEventListener("charts", charts);
    events.addEventListener("end", () => {
      events.close();
      tell("over");
    });
    events.addEventListener("error", () => {
      if (box.dataset.now === "over") return;
      tell("lost");
      // Where the line broke a browser tries again by itself; not where it was told no.
      if (events.readyState === EventSource.CLOSED) setTimeout(ask, 5000);
    });
  };

  // Whether it was the session that ended, or a service that is not there just now.
  const ask = async () => {
    const answer = await fetch(box.dataset.watch, { method: "HEAD", redirect: "manual" }).catch(() => null);
    if (answer?.ok) watch();
    else if (answer && (answer.type === "opaqueredirect" || (answer.status >= 400 && answer.status < 500))) tell("over");
    else setTimeout(ask, 5000);
  };

  watch();
})();
