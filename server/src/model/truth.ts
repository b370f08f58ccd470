/** A three-valued answer: yes, no, or `undefined` where the document cannot tell. */
export type Truth = boolean | undefined;

/** The negation; what cannot be known stays so. */
export function not(truth: Truth): Truth {
  return truth === undefined ? undefined : !truth;
}

/** True if all are true, false if one is false, otherwise unknown. */
export function and(...truths: Truth[]): Truth {
  if (truths.includes(false)) return false;
  return truths.includes(undefined) ? undefined : true;
}

/** True if one is true, false if all are false, otherwise unknown. */
export function or(...truths: Truth[]): Truth {
  if (truths.includes(true)) return true;
  return truths.includes(undefined) ? undefined : false;
}
