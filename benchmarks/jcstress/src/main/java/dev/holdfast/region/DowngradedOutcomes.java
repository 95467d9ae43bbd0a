package dev.holdfast.region;

import static org.openjdk.jcstress.annotations.Expect.ACCEPTABLE;
import static org.openjdk.jcstress.annotations.Expect.FORBIDDEN;

import org.openjdk.jcstress.annotations.Outcome;

/** Whether the downgraded thread found its own value, and whether the region reader entered. */
@Outcome(id = "0, [01]", expect = ACCEPTABLE, desc = "no writer came in between")
@Outcome(id = "1, .*", expect = FORBIDDEN, desc = "a writer came in between")
public class DowngradedOutcomes {}
