package dev.holdfast.region;

import static org.openjdk.jcstress.annotations.Expect.ACCEPTABLE;
import static org.openjdk.jcstress.annotations.Expect.FORBIDDEN;

import org.openjdk.jcstress.annotations.Outcome;

/** What two readers may report. */
@Outcome(
    id = "[0-2], [0-2]",
    expect = ACCEPTABLE,
    desc = "each reader came before or after the writer, or was refused")
@Outcome(id = ".*", expect = FORBIDDEN, desc = "a reader and the writer were both in")
public class TwoReadOutcomes {}
