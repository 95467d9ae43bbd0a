package dev.holdfast.region;

import static org.openjdk.jcstress.annotations.Expect.ACCEPTABLE;
import static org.openjdk.jcstress.annotations.Expect.FORBIDDEN;

import org.openjdk.jcstress.annotations.Outcome;

/** Whether each thread found its own value after the downgrade. */
@Outcome(id = "0, 0", expect = ACCEPTABLE, desc = "no writer came in between")
@Outcome(id = ".*", expect = FORBIDDEN, desc = "a writer came in between")
public class DowngradeOutcomes {}
