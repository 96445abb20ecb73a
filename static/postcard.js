// The card is seen without this, by its button. With it, the picture follows what is typed.
"use strict";

(() => {
  const form = document.querySelector("form[data-preview]");
  const fit = document.getElementById("card-fit");
  if (!form || !fit) return;
  let timer = 0;
  let asked = 0;

  const show = async () => {
    const mine = ++asked;
    const typed = new URLSearchParams(new FormData(form));
    // Not needed to see the card.
    for (const name of ["email", "altcha", "homepage"]) typed.delete(name);
    typed.set("fragment", "yes");
    let answer;
    try {
      answer = await fetch(form.dataset.preview, { method: "POST", body: typed });
    } catch {
      return;
    }
    if (!answer.ok || mine !== asked) return;
    const page = new DOMParser().parseFromString(await answer.text(), "text/html");
    const fresh = page.getElementById("card-preview");
    const here = document.getElementById("card-preview");
    if (!fresh || !here || mine !== asked) return;
    // Said only when it changes.
    if (fit.textContent !== fresh.dataset.fit) fit.textContent = fresh.dataset.fit;
    fit.classList.toggle("error", fresh.dataset.wrong !== undefined);
    here.replaceWith(fresh);
  };

  form.addEventListener("input", () => {
    clearTimeout(timer);
    timer = setTimeout(show, 400);
  });
})();
