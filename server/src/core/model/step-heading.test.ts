import { describe, expect, it } from "vitest";
import { readStepNumber } from "./step-heading.ts";

describe("readStepNumber", () => {
  it.each([
    ["Step 1: Verify", 1],
    ["STEP 2 – Verify 🚨", 2],
    ["🚀 Step 3. Verify", 3],
    ["Étape 4 : vérifier", 4],
    ["Schritt 5: Prüfen", 5],
    ["Шаг 6. Проверить", 6],
    ["第一步: 确认", 1],
    ["第 3 步 确认", 3],
    ["步骤二：确认", 2],
    ["手順1 確認", 1],
    ["2단계: 확인", 2],
  ])("knows the word for a step in %j", (heading, number) => {
    expect(readStepNumber(heading)).toEqual({ number, marked: true, title: heading });
  });

  it.each([
    ["1. Drain the node", 1, "Drain the node"],
    ["2) Drain", 2, "Drain"],
    ["3: Drain", 3, "Drain"],
    ["4 – Drain", 4, "Drain"],
    ["5️⃣ Drain", 5, "Drain"],
  ])("takes the bare number off %j", (heading, number, title) => {
    expect(readStepNumber(heading)).toEqual({ number, marked: false, title });
  });

  it.each(["Drain", "2.1 Drain", "24-hour check", "10:30 Paged", "2024-01-02", "Steps", "Step by step", "3 nodes"])(
    "finds no step in %j",
    (heading) => {
      expect(readStepNumber(heading)).toBeUndefined();
    },
  );
});
