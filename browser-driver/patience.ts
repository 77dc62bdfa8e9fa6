/** ms: the end of patience with a browser on a busy machine, not a measure of speed. A test has several times as long, or its own end would hide what was missing. */
export const patience = 60_000;
