/** A chance in the words of ICD 203. */
export interface SaidInWords {
  /** The chance of yes. */
  readonly p: number;
  /** The word; absent below 0.01 and above 0.99, for which there is none. */
  readonly word?: string;
  /** What the word stands for, from 0 to 1. */
  readonly range?: readonly [number, number];
  /** The whole as a sentence. */
  readonly reading: string;
}
