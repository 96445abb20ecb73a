// The queue of cards works without this. With it, keys move through it, while one of its boxes has the focus.
"use strict";

(() => {
  const form = document.querySelector("form.card-queue");
  if (!form) return;
  const boxes = [...form.querySelectorAll("input[type=checkbox]")];
  const press = (decision) => form.querySelector(`button[value=${decision}]`);

  form.addEventListener("keydown", (event) => {
    const at = boxes.indexOf(event.target);
    if (at < 0 || event.ctrlKey || event.altKey || event.metaKey) return;
    const to = { j: boxes[at + 1], k: boxes[at - 1], a: press("approve"), r: document.getElementById("because") }[event.key];
    if (!to) return;
    event.preventDefault();
    // Without one that is ticked, the one with the focus is meant.
    if (event.key === "a" && !boxes.some((box) => box.checked)) boxes[at].checked = true;
    if (event.key === "a") to.click();
    else to.focus();
    to.scrollIntoView({ block: "nearest" });
  });
})();
