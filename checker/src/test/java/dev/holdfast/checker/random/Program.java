package dev.holdfast.checker.random;

import dev.holdfast.checker.random.Statement.Helper;
import java.util.List;

/** A method, and the private methods that it calls. */
record Program(List<Statement> body, List<Helper> helpers) {}
