"use strict";

/** Milliseconds for one test. Generous: cores are shared, and a slow machine must not look like a broken product. */
exports.testLimit = 120_000;

/** Milliseconds for all tests of a suite in the extension host, from the start of the server. */
exports.suiteLimit = 360_000;
