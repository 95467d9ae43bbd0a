package dev.holdfast.review.format;

import dev.holdfast.checker.message.Catalogue;
import dev.holdfast.checker.rule.Rule;
import java.util.Optional;

/** What is known about rules. */
@FunctionalInterface
public interface Rules {

  /** The rule with that id, if it is known. */
  Optional<RuleInfo> find(String id);

  /** Knows the rules of the checker. */
  static Rules ofChecker() {
    return id -> Rule.byId(id).map(Catalogue::page).map(RuleInfo::of);
  }

  /** Knows no rule. */
  static Rules none() {
    return id -> Optional.empty();
  }

  /** The rule, or what its id alone says. */
  default RuleInfo get(String id) {
    return find(id).orElseGet(() -> RuleInfo.unknown(id));
  }
}
