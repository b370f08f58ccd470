/** Labels of one file of the Guard rules registry's tests that we do not agree with. */
interface Labels {
  readonly check: string;
  readonly file: string;
  /** The numbers of the cases in the file, from 0. */
  readonly cases: readonly number[];
}

/** Why we say something else than the Guard rules registry, for labels that differ for one reason. */
export interface Difference {
  /** What it is about, as a heading. */
  readonly about: string;
  readonly labels: readonly Labels[];
  readonly theirs: string;
  readonly ours: string;
  readonly why: string;
  /** The AWS pages that decide. */
  readonly pages: readonly string[];
}

/** Labels of a check whose file is called like it. */
export function labels(check: string, ...cases: number[]): Labels {
  return { check, file: `${check.toLowerCase()}_tests.yml`, cases };
}

/** Where CloudFormation documents its types. */
export const userGuide = 'https://docs.aws.amazon.com/AWSCloudFormation/latest/UserGuide';
