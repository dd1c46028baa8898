import { setTimeout as delay } from "node:timers/promises";

/**
 * Waits until `probe` gives something truthy, and gives that.
 *
 * @template T
 * @param {string} what named in the error, as in "no diagnostics"
 * @param {() => T | Promise<T>} probe
 * @param {{ within?: number, explain?: () => unknown }} options milliseconds, and what to add to the error
 * @returns {Promise<NonNullable<T>>}
 */
export async function until(what, probe, { within = 60_000, explain } = {}) {
  const deadline = Date.now() + within;
  for (;;) {
    const value = await probe();
    if (value) return value;
    if (Date.now() > deadline) {
      const seen = explain ? `; seen: ${JSON.stringify(await explain())}` : "";
      throw new Error(`waited ${within / 1000} s in vain: ${what}${seen}`);
    }
    await delay(50);
  }
}
