/** A promise with its two ends. `Promise.withResolvers` needs Node 22; the manifest promises Node 20. */
export function deferred() {
  let resolve;
  let reject;
  const promise = new Promise((yes, no) => {
    resolve = yes;
    reject = no;
  });
  return { promise, resolve, reject };
}
