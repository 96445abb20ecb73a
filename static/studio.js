// The studio works without this. With it, what is written in the editor is saved by itself, and nobody leaves before it is.
"use strict";

(() => {
  const form = document.querySelector("form[data-autosave]");
  if (!form) return;
  const status = document.getElementById("saving-status");
  const words = form.dataset;
  const revision = form.elements.namedItem("revision");
  let timer = 0;
  let running = null;
  let written = 0;
  let kept = 0;
  let stuck = false;

  const tell = (text) => {
    if (status.textContent !== text) status.textContent = text;
  };

  // What the server makes of it: when it was saved, what is wrong, how Markdown looks. What is being written stays untouched.
  const take = (page) => {
    revision.value = page.querySelector("form.editor [name=revision]").value;
    for (const part of form.querySelectorAll("[data-part]")) {
      const fresh = page.getElementById(part.id);
      if (!fresh) continue;
      if (part.innerHTML !== fresh.innerHTML) part.replaceChildren(...fresh.childNodes);
      part.hidden = fresh.hidden;
    }
    for (const field of page.querySelectorAll("form.editor [id][name]")) {
      const here = document.getElementById(field.id);
      if (!here) continue;
      if (field.hasAttribute("aria-invalid")) here.setAttribute("aria-invalid", "true");
      else here.removeAttribute("aria-invalid");
    }
  };

  // Whether it is saved; else why not is told.
  const save = async () => {
    const before = written;
    tell(words.saving);
    let answer;
    try {
      answer = await fetch(form.getAttribute("action"), { method: "POST", body: new URLSearchParams(new FormData(form)) });
    } catch {
      tell(words.offline);
      again(5000);
      return false;
    }
    if (answer.ok && new URL(answer.url).pathname !== words.login) {
      take(new DOMParser().parseFromString(await answer.text(), "text/html"));
      kept = before;
      if (written > kept) {
        tell(words.typing);
        again(1000);
      }
      return true;
    }
    if (answer.ok) tell(words.loggedOut);
    else if (answer.status >= 500 || answer.status === 429) {
      tell(words.offline);
      again(15000);
    } else {
      // The page that the form leads to says why.
      stuck = true;
      tell(answer.status === 409 ? words.conflict : words.refused);
    }
    return false;
  };

  // One at a time.
  const start = () => {
    clearTimeout(timer);
    if (!running && !stuck) {
      running = save().finally(() => {
        running = null;
      });
    }
    return running ?? Promise.resolve(false);
  };

  const again = (wait) => {
    clearTimeout(timer);
    timer = setTimeout(() => (running ? again(500) : start()), wait);
  };

  form.addEventListener("input", () => {
    written += 1;
    if (stuck) return;
    tell(words.typing);
    again(1500);
  });

  // A page is left only for what is saved, or to see why it is not.
  let passes = false;
  form.addEventListener("submit", async (event) => {
    if (passes || stuck) {
      kept = written;
      return;
    }
    const { submitter } = event;
    event.preventDefault();
    await running;
    const saved = await start();
    if (saved && submitter?.value === "save") return;
    if (saved || stuck) {
      clearTimeout(timer);
      passes = true;
      form.requestSubmit(submitter);
    }
  });

  addEventListener("beforeunload", (event) => {
    if (written > kept) event.preventDefault();
  });
})();

// What was written and met somebody else's is saved nowhere yet.
(() => {
  const form = document.querySelector("form.editor:not([data-autosave])");
  if (!form || !document.querySelector(".conflict")) return;
  let leaves = false;
  form.addEventListener("submit", () => {
    leaves = true;
  });
  addEventListener("beforeunload", (event) => {
    if (!leaves) event.preventDefault();
  });
})();

// The address of a campaign is made from its title, until somebody writes one.
(() => {
  const form = document.querySelector("form.make");
  if (!form) return;
  const [title, slug] = ["title", "slug"].map((name) => form.elements.namedItem(name));
  let own = slug.value !== "";
  slug.addEventListener("input", () => {
    own = slug.value !== "";
  });
  title.addEventListener("input", () => {
    if (own) return;
    const plain = title.value.toLowerCase().replace(/œ/g, "oe").replace(/æ/g, "ae").replace(/ß/g, "ss").normalize("NFKD");
    const joined = plain.replace(/[\u0300-\u036f]/g, "").replace(/[^a-z0-9]+/g, "-");
    slug.value = joined.replace(/^-/, "").slice(0, 50).replace(/-$/, "");
  });
})();

// On a phone, a table that is wider than the screen is read row by row: each cell under its row's name, with the head of its
// column before it. The roles keep it a table to those who hear it.
(() => {
  const phone = matchMedia("(max-width: 40rem)");
  const tables = [];
  for (const wide of document.querySelectorAll(".wide")) {
    const table = wide.querySelector("table");
    const heads = [...(table?.tHead?.rows[0]?.cells ?? [])];
    if (!heads.length || table.querySelector("[colspan], [rowspan]")) continue;
    for (const row of table.tBodies[0].rows) {
      [...row.cells].forEach((cell, n) => {
        cell.dataset.head = heads[n]?.textContent.trim() ?? "";
        if (!cell.textContent.trim() && !cell.querySelector("input, img, svg")) cell.classList.add("blank");
        cell.setAttribute("role", cell.localName === "th" ? "rowheader" : "cell");
      });
    }
    table.setAttribute("role", "table");
    for (const part of [table.tHead, table.tBodies[0]]) part.setAttribute("role", "rowgroup");
    for (const row of table.rows) row.setAttribute("role", "row");
    for (const head of heads) head.setAttribute("role", "columnheader");
    tables.push(wide);
  }
  const fit = () => {
    for (const wide of tables) wide.classList.remove("stacked");
    const over = tables.filter((wide) => phone.matches && wide.scrollWidth > wide.clientWidth);
    for (const wide of over) wide.classList.add("stacked");
  };
  fit();
  addEventListener("resize", fit);
})();

// On a phone, what is looked for is folded away until it is wanted, or in force.
(() => {
  const phone = matchMedia("(max-width: 40rem)");
  const fold = () => {
    for (const sieve of document.querySelectorAll("details.sieving")) sieve.open = !phone.matches || location.search !== "";
  };
  fold();
  phone.addEventListener("change", fold);
})();

document.querySelector(".summary[role=alert]")?.focus();
