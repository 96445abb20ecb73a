// The figures are as of when the page was opened without this. With it, they move by themselves.
"use strict";

(() => {
  const box = document.querySelector("[data-watch]");
  if (!box || !("EventSource" in window)) return;
  const format = new Intl.NumberFormat(`${document.documentElement.lang}-CA`);
  const state = box.querySelector("[data-state]");
  const tell = (words) => {
    if (state.textContent !== words) state.textContent = words;
  };
  const events = new EventSource(box.dataset.watch);
  events.addEventListener("figures", (event) => {
    const figures = JSON.parse(event.data);
    for (const place of box.querySelectorAll("[data-figure]")) {
      const shown = format.format(figures[place.dataset.figure]);
      if (place.textContent !== shown) place.textContent = shown;
    }
    for (const bar of box.querySelectorAll("progress")) {
      bar.max = figures.next_milestone;
      bar.value = figures.counted;
    }
    tell(state.dataset.live);
  });
  events.addEventListener("end", () => {
    events.close();
    tell(state.dataset.over);
  });
  // A browser tries again by itself, unless the session has ended meanwhile.
  events.addEventListener("error", () => {
    if (events.readyState !== EventSource.CLOSED) tell(state.dataset.lost);
    else if (state.textContent !== state.dataset.over) tell(state.dataset.over);
  });
})();
