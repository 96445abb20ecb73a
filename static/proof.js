// The form works without this. With it, a device that is asked to shows that it is no robot, so that nobody has to type a
// code: it fetches a challenge when the form is begun, solves it meanwhile, and sends the solution along.
"use strict";

(() => {
  const form = document.querySelector("form[data-challenge]");
  if (!form || !window.Worker || !window.isSecureContext) return;
  const field = form.elements.altcha;
  const notice = form.querySelector(".proof");
  const working = form.querySelector("[data-working]");
  const bar = document.createElement("progress");
  bar.className = "working-bar";
  bar.setAttribute("aria-hidden", "true");

  // How long "nothing is asked" holds, how long before its end a challenge is too old to begin with, and how long we wait
  // for an answer.
  const CALM = 60_000;
  const MARGIN = 30_000;
  const PATIENCE = 10_000;

  let work = null;
  let goodUntil = 0;
  let sending = false;

  const solve = ({ parameters, signature }) =>
    new Promise((resolve) => {
      const worker = new Worker(form.dataset.solver);
      bar.max = parameters.data.tries;
      const done = (solution) => {
        worker.terminate();
        resolve(solution && btoa(JSON.stringify({ challenge: { parameters, signature }, solution })));
      };
      worker.onmessage = ({ data }) => {
        if ("solution" in data) done(data.solution);
        else bar.value = data.tried;
      };
      worker.onerror = () => done(null);
      worker.postMessage(parameters);
    });

  // What the form will bring: a solution, or nothing where none is asked for or none can be had.
  const begin = async () => {
    goodUntil = Date.now() + CALM;
    try {
      const answer = await fetch(form.dataset.challenge, { signal: AbortSignal.timeout(PATIENCE) });
      if (answer.status !== 200) return "";
      const challenge = await answer.json();
      notice.hidden = false;
      goodUntil = challenge.parameters.expiresAt * 1000 - MARGIN;
      return (await solve(challenge)) ?? "";
    } catch {
      return "";
    }
  };

  const ready = () => {
    if (!work || Date.now() > goodUntil) work = begin();
    return work;
  };

  const kept = () => {
    // A refused form comes back with its solution, which was not spent.
    try {
      goodUntil = JSON.parse(atob(field.value)).challenge.parameters.expiresAt * 1000 - MARGIN;
      work = Promise.resolve(field.value);
    } catch {
      field.value = "";
    }
  };
  if (field.value) kept();

  form.addEventListener("focusin", ready);

  form.addEventListener("submit", async (event) => {
    event.preventDefault();
    if (sending) return;
    sending = true;
    // Said only where it takes long enough to be noticed.
    const slow = setTimeout(() => {
      working.textContent = working.dataset.working;
      working.after(bar);
    }, 400);
    field.value = await ready();
    clearTimeout(slow);
    form.submit();
  });

  // Whoever comes back to the page signs anew: the solution has been spent.
  window.addEventListener("pageshow", (event) => {
    if (!event.persisted) return;
    [work, sending, field.value, working.textContent] = [null, false, "", ""];
    bar.remove();
  });
})();
