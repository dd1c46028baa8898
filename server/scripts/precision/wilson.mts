/** A share with the bounds of its 95 % interval, all between 0 and 1. */
export interface Interval {
  readonly share: number;
  readonly low: number;
  readonly high: number;
}

/** The standard normal quantile of a two-sided interval of 95 %. */
const Z = 1.959964;

/**
 * Wilson's score interval of `right` among `sampled`: it holds for small samples and for shares near 0 and 1, where the
 * usual one does not. Undefined without a sample.
 *
 * Source: E. B. Wilson, Probable Inference, the Law of Succession, and Statistical Inference, 1927.
 */
export function wilson(right: number, sampled: number): Interval | undefined {
  if (sampled === 0) return undefined;
  const share = right / sampled;
  const denominator = 1 + Z ** 2 / sampled;
  const centre = (share + Z ** 2 / (2 * sampled)) / denominator;
  const half = (Z * Math.sqrt((share * (1 - share)) / sampled + Z ** 2 / (4 * sampled ** 2))) / denominator;
  return { share, low: Math.max(0, centre - half), high: Math.min(1, centre + half) };
}
