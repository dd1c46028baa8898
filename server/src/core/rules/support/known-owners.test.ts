import { expect, it } from "vitest";
import { createKnownOwners } from "./known-owners.ts";

const { has, isNamedIn } = createKnownOwners(["@kim", "Payments", "@org/sre", "ann.lee@example.com"]);

it.each([
  "@kim",
  "Kim",
  "the Payments team",
  "payments",
  "@org/sre",
  "SRE",
  "@other/sre",
  "ann.lee@example.com",
  "Kim, Bo",
])("%s is an owner", (owner) => {
  expect(has(owner)).toBe(true);
});

it.each(["@bo", "Pay", "kimono", "", "@org/web"])("%j is none", (owner) => {
  expect(has(owner)).toBe(false);
});

it("names are found in running text", () => {
  expect(isNamedIn("Payments adds an alert.")).toBe(true);
  expect(isNamedIn("Ask for payment.")).toBe(false);
});
