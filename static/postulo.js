// The page works without this. With it, the count moves by itself, and the postal code is asked only where there are any.
"use strict";

(() => {
  const box = document.querySelector("[data-live]");
  if (box && "EventSource" in window) {
    const format = new Intl.NumberFormat(box.dataset.lang + "-CA");
    const plural = new Intl.PluralRules(box.dataset.lang);
    const [count, unit, next, bar, spoken] = ["count", "unit", "next", "progress", "spoken"].map((name) =>
      box.querySelector(`[data-${name}]`),
    );
    let lastSpoken = Date.now();
    new EventSource(box.dataset.live).addEventListener("tally", (event) => {
      const tally = JSON.parse(event.data);
      for (const part of box.querySelectorAll("[data-part]")) {
        const [of, what] = part.dataset.part.split(".");
        part.textContent = format.format(tally[of][what]);
        part.parentElement.hidden = tally[of][what] === 0;
      }
      const shown = format.format(tally.signatures.counted);
      if (shown === count.textContent) return;
      count.textContent = shown;
      unit.textContent = plural.select(tally.signatures.counted) === "one" ? unit.dataset.one : unit.dataset.other;
      next.textContent = format.format(tally.next_milestone);
      bar.max = tally.next_milestone;
      bar.value = tally.signatures.counted;
      // A screen reader hears the count at most once a minute.
      if (Date.now() - lastSpoken > 60_000) {
        lastSpoken = Date.now();
        spoken.textContent = `${shown} ${spoken.dataset.words}`;
      }
    });
  }

  const country = document.getElementById("country");
  const postal = document.querySelector("[data-field=postal_code]");
  if (country && postal) {
    const ask = () => {
      postal.hidden = country.selectedOptions[0]?.dataset.postal === "none";
    };
    country.addEventListener("change", ask);
    ask();
  }

  // Of another site that led here its host alone is counted, where the address has no code of its own.
  const form = document.querySelector("form.signature");
  const host = URL.canParse?.(document.referrer) ? new URL(document.referrer).hostname : "";
  if (form && host.includes(".") && host !== location.hostname && !form.elements.source) {
    const source = Object.assign(document.createElement("input"), { type: "hidden", name: "source" });
    source.value = host.replace(/^www\./, "");
    form.append(source);
  }

  document.querySelector(".summary")?.focus();
})();
