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

  /** The name that it begins with; null if it begins with something else. */
  default String firstName() {
    if (this instanceof Name first) {
      return first.name;
    }
    if (this instanceof Select select) {
      return select.base.firstName();
    }
    if (this instanceof Index index) {
      return index.base.firstName();
    }
    return this instanceof Call call && call.base != null ? call.base.firstName() : null;
  }

  /** The same with the name that it begins with taken for that of a parameter. */
  default LockExpr ofParameter(int number) {
    if (this instanceof Name) {
      return new Parameter(number);
    }
    if (this instanceof Select select) {
      return new Select(select.base.ofParameter(number), select.name);
    }
    if (this instanceof Index index) {
      return new Index(index.base.ofParameter(number), index.index);
    }
    if (this instanceof Call call && call.base != null) {
      return new Call(call.base.ofParameter(number), call.name, call.args);
    }
    return this;
  }
}
