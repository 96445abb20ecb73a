// Solves a proof of work in the form of ALTCHA: tries numbers until one gives a key that begins with the prefix.
"use strict";

const bytes = (hex) => Uint8Array.from(hex.match(/../g) ?? [], (pair) => parseInt(pair, 16));
const hex = (key) => Array.from(key, (byte) => byte.toString(16).padStart(2, "0")).join("");

// Several tries under way at once, so that none waits for the way to the cipher and back.
const LANES = 4;

onmessage = async ({ data: { nonce, salt, cost, keyLength, keyPrefix } }) => {
  const start = bytes(nonce);
  const how = { name: "PBKDF2", hash: "SHA-256", salt: bytes(salt), iterations: cost };
  let next = 0;
  let found = false;

  const attempt = async (counter) => {
    const password = new Uint8Array(start.length + 4);
    password.set(start);
    new DataView(password.buffer).setUint32(start.length, counter);
    const key = await crypto.subtle.importKey("raw", password, "PBKDF2", false, ["deriveBits"]);
    return hex(new Uint8Array(await crypto.subtle.deriveBits(how, key, keyLength * 8)));
  };

  const lane = async () => {
    while (!found) {
      const counter = next++;
      if (counter % 200 === 0) postMessage({ tried: counter });
      const derivedKey = await attempt(counter);
      if (!found && derivedKey.startsWith(keyPrefix)) {
        found = true;
        postMessage({ solution: { counter, derivedKey } });
      }
    }
  };
  try {
    await Promise.all(Array.from({ length: LANES }, lane));
  } catch {
    // A browser that has no such cipher: the form goes without, and the code of the mail is typed instead.
    postMessage({ solution: null });
  }
};
