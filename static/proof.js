// The form works without this. With it, a device that is asked to shows that it is no robot, so that nobody has to type a
// code: it fetches a challenge when the form is begun, solves it meanwhile, and sends the solution along.
"use strict";

(() => {
  const form = document.querySelector("form[data-challenge]");
  if (!form || !window.Worker || !window.isSecureContext) return;
  const field = form.elements.altcha;
  const notice = form.querySelector(".proof");
  notice.hidden = !("asking" in form.dataset);
  const working = form.querySelector("[data-working]");
  const bar = document.createElement("progress");
  bar.className = "working-bar";
  bar.setAttribute("aria-hidden", "true");

  // How long "nothing is asked" holds, a solution, and one that came back with a refused form. By the device's own clock, which
  // may be wrong. Then how long we wait for a challenge, and for a slow device to solve it: after that the form goes without.
  const [CALM, FRESH, KEPT] = [60_000, 19 * 60_000, 9 * 60_000];
  const [PATIENCE, LONGEST] = [10_000, 60_000];

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
      setTimeout(() => done(null), LONGEST);
    });

  // What the form will bring: a solution, or nothing where none is asked for or none can be had.
  const begin = async () => {
    goodUntil = Date.now() + CALM;
    try {
      const answer = await fetch(form.dataset.challenge, { signal: AbortSignal.timeout(PATIENCE) });
      if (answer.status !== 200) return "";
      const challenge = await answer.json();
      notice.hidden = false;
      goodUntil = Date.now() + FRESH;
      return (await solve(challenge)) ?? "";
    } catch {
      return "";
    }
  };

  const ready = () => {
    if (!work || Date.now() > goodUntil) work = begin();
    return work;
  };

  // A refused form comes back with its solution, which was not spent. What a browser restored by itself was.
  if (field.defaultValue) [work, goodUntil] = [Promise.resolve(field.defaultValue), Date.now() + KEPT];

  form.addEventListener("focusin", ready, { once: true });

  form.addEventListener("submit", async (event) => {
    // A button that leads elsewhere, to look at a card, sends nothing.
    if (event.submitter?.hasAttribute("formaction")) return;
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
    // Where that led nowhere, it can be pressed again.
    setTimeout(rest, 5_000);
  });

  const rest = () => {
    sending = false;
    working.textContent = "";
    bar.remove();
  };

  // Whoever comes back to the page signs anew: the solution has been spent.
  window.addEventListener("pageshow", (event) => {
    if (!event.persisted) return;
    rest();
    work = null;
  });
})();
