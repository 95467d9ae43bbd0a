package dev.holdfast.region;

import static org.openjdk.jcstress.annotations.Expect.ACCEPTABLE;
import static org.openjdk.jcstress.annotations.Expect.FORBIDDEN;

import org.openjdk.jcstress.annotations.Outcome;

/** Whether something went wrong. */
@Outcome(id = "0", expect = ACCEPTABLE, desc = "as it should be")
@Outcome(id = "1", expect = FORBIDDEN, desc = "lost wake-up, wrong count, or false alarm")
public class WaitOutcomes {}
