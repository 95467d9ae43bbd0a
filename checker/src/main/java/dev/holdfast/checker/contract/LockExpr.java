package dev.holdfast.checker.contract;

import java.util.List;

/** A lock expression as parsed, before names are resolved. */
public sealed interface LockExpr {
  /** A simple name. */
  record Name(String name) implements LockExpr {}

  /** {@code this}. */
  record This() implements LockExpr {}

  /** {@code super}: this object, seen as its superclass. */
  record Super() implements LockExpr {}

  /** {@code return}. */
  record Result() implements LockExpr {}

  /** {@code #n}, the first being 1. */
  record Parameter(int number) implements LockExpr {}

  /** An integer, string or boolean literal. */
  record Literal(Object value) implements LockExpr {}

  /** {@code base.name}, with {@code class} and {@code this} among the names. */
  record Select(LockExpr base, String name) implements LockExpr {}

  /** {@code base.name(args)}; the base may be null. */
  record Call(LockExpr base, String name, List<LockExpr> args) implements LockExpr {}

  /** {@code base[index]}. */
  record Index(LockExpr base, LockExpr index) implements LockExpr {}
}
