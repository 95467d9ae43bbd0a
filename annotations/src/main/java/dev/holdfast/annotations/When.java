package dev.holdfast.annotations;

/**
 * The outcome of a method call that a conditional contract speaks of.
 *
 * <p>{@code TRUE} and {@code FALSE} go with a {@code boolean} result, {@code NON_NULL} and {@code
 * NULL} with a reference, {@code NON_ZERO} and {@code ZERO} with an integral one. Any other pairing
 * is reported as {@code InvalidContract}.
 *
 * @see AcquiresIf#result()
 * @see ReleasesIf#result()
 */
public enum When {
  /** The method returned {@code true}. */
  TRUE,
  /** The method returned {@code false}. */
  FALSE,
  /** The method returned an object. */
  NON_NULL,
  /** The method returned {@code null}. */
  NULL,
  /** The method returned a number other than zero, for example a stamp. */
  NON_ZERO,
  /** The method returned zero. */
  ZERO
}
