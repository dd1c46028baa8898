"use strict";

const { runInHost } = require("./run-in-host.cjs");

/** The entry that VS Code is given as `extensionTestsPath`. */
exports.run = () => runInHost([require.resolve("./host.test.cjs")]);
