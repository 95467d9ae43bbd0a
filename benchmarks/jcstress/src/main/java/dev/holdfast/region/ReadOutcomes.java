package dev.holdfast.region;

import static org.openjdk.jcstress.annotations.Expect.ACCEPTABLE;
import static org.openjdk.jcstress.annotations.Expect.FORBIDDEN;

import org.openjdk.jcstress.annotations.Outcome;

/** What one reader may report. */
@Outcome(id = "0", expect = ACCEPTABLE, desc = "the reader was refused")
@Outcome(id = "1", expect = ACCEPTABLE, desc = "the reader came first")
@Outcome(id = "2", expect = ACCEPTABLE, desc = "the writer came first")
@Outcome(id = "3", expect = FORBIDDEN, desc = "both were in")
public class ReadOutcomes {}
