package dev.holdfast.review.diff;

import static dev.holdfast.review.diff.Verdict.BREAKING;
import static dev.holdfast.review.diff.Verdict.COMPATIBLE;
import static dev.holdfast.review.diff.Verdict.INFORMATIONAL;
import static dev.holdfast.review.diff.Verdict.RISKY;

import java.util.Locale;

/** What happened to a contract, with its usual verdict and what it means. */
public enum ChangeKind {
  REQUIREMENT_ADDED(
      BREAKING, "callers must now hold the lock", "overriding methods may rely on the lock"),
  REQUIREMENT_DROPPED(
      RISKY,
      "callers may now come without the lock, and nothing proves that the body can do without",
      "overriding methods that still need the lock no longer may"),
  REQUIREMENT_WEAKENED(
      RISKY,
      "callers may now hold less, and nothing proves that less is enough",
      "overriding methods that need as much as before no longer may"),
  REQUIREMENT_STRENGTHENED(
      BREAKING, "callers must now hold more", "overriding methods may rely on more"),
  REQUIREMENT_CHANGED(
      BREAKING,
      "callers must now hold another lock",
      "overriding methods that need the former lock no longer may"),
  INHERITED_DROPPED(
      RISKY,
      "what overridden methods demand is no longer demanded here",
      "the same holds for overriding methods"),
  INHERITED_RESTORED(BREAKING, "what overridden methods demand is demanded here again", ""),
  EXCLUSION_ADDED(
      BREAKING,
      "callers must not hold the lock any more",
      "overriding methods may rely on its absence"),
  EXCLUSION_DROPPED(
      RISKY,
      "callers may now hold the lock, and nothing proves that this cannot block",
      "overriding methods that take the lock no longer may"),
  EXCLUSION_WEAKENED(
      RISKY,
      "callers may now hold the lock for reading, and nothing proves that this cannot block",
      "overriding methods that take the lock no longer may"),
  EXCLUSION_STRENGTHENED(BREAKING, "callers must not hold the lock for reading either", ""),
  EXCLUSION_CHANGED(BREAKING, "callers must not hold another lock than before", ""),
  EFFECT_ADDED(
      BREAKING,
      "callers leave this call with other locks than before",
      "overriding methods must have the same effect"),
  EFFECT_DROPPED(
      BREAKING,
      "callers leave this call with other locks than before",
      "overriding methods must no longer have the effect"),
  EFFECT_CHANGED(
      BREAKING,
      "callers leave this call with other locks than before",
      "overriding methods must have the new effect"),
  PROMISE_ADDED(
      COMPATIBLE, "callers may now rely on it", "overriding methods must keep the promise"),
  PROMISE_DROPPED(
      BREAKING, "callers can no longer rely on it", "overriding methods need not keep it"),
  PROMISE_CHANGED(
      BREAKING,
      "callers can rely on something else than before",
      "overriding methods must keep the new promise"),
  GUARD_ADDED(BREAKING, "accesses must now hold the guard", ""),
  GUARD_DROPPED(RISKY, "accesses need nothing any more, and nothing proves them safe", ""),
  GUARD_WEAKENED(RISKY, "accesses may now hold less", ""),
  GUARD_STRENGTHENED(BREAKING, "accesses must now hold more", ""),
  GUARD_CHANGED(BREAKING, "accesses must now hold another lock", ""),
  ORDER_ADDED(BREAKING, "locks must be taken in this order", ""),
  ORDER_DROPPED(RISKY, "nothing proves this order any more; a deadlock may go unseen", ""),
  ORDER_CHANGED(BREAKING, "locks must be taken in another order", ""),
  WITHIN_ADDED(BREAKING, "an exclusive hold now exists only inside one of the outer lock", ""),
  WITHIN_DROPPED(
      RISKY, "an exclusive hold no longer needs, nor ends with, one of the outer lock", ""),
  WITHIN_CHANGED(BREAKING, "an exclusive hold now belongs inside one of another lock", ""),
  LOCK_DEFINED(COMPATIBLE, "contracts can name it now", ""),
  LOCK_UNDEFINED(BREAKING, "contracts that name it no longer resolve", ""),
  LOCK_CHANGED(BREAKING, "what holding it means has changed", ""),
  LABEL_CHANGED(INFORMATIONAL, "messages call it by another name", ""),
  ASSERTION_ADDED(COMPATIBLE, "what was required is now checked at run time too", ""),
  ASSERTION_REMOVED(COMPATIBLE, "what is still required is no longer checked at run time", ""),
  UNCHECKED_ADDED(RISKY, "the body is no longer checked", ""),
  UNCHECKED_REMOVED(COMPATIBLE, "the body is checked again", ""),
  REASON_CHANGED(INFORMATIONAL, "the body stays unchecked for another reason", ""),
  SUPPRESSION_ADDED(RISKY, "findings here are silenced", ""),
  SUPPRESSION_REMOVED(COMPATIBLE, "findings here are reported again", ""),
  CONTRACT_LOST(
      RISKY,
      "the method was replaced by one without its contract",
      "overriding methods are no longer bound by it"),
  CONTRACT_MOVED(INFORMATIONAL, "the contract moved with its member", ""),
  CONTRACT_RESTATED(INFORMATIONAL, "written in another way, means the same", ""),
  LOCK_RENAMED(INFORMATIONAL, "contracts name the lock by its new name", ""),
  MEMBER_ADDED(INFORMATIONAL, "a new member with a contract", ""),
  MEMBER_REMOVED(INFORMATIONAL, "the contract went with its member", "");

  private final Verdict verdict;
  private final String callers;
  private final String implementers;

  ChangeKind(Verdict verdict, String callers, String implementers) {
    this.verdict = verdict;
    this.callers = callers;
    this.implementers = implementers;
  }

  /** The verdict where nothing special applies. */
  public Verdict verdict() {
    return verdict;
  }

  /** What it means for those who call the method or access the field; one clause. */
  public String callers() {
    return callers;
  }

  /** What it means for those who override the method; empty where it means nothing. */
  public String implementers() {
    return implementers;
  }

  /** The id in outputs, for example {@code requirement-dropped}. */
  public String word() {
    return name().toLowerCase(Locale.ROOT).replace('_', '-');
  }

  /** The same in plain words, for example {@code requirement dropped}. */
  public String title() {
    return word().replace('-', ' ');
  }
}
