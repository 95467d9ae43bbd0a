package dev.holdfast.checker.contract;

import java.util.HashMap;
import java.util.Map;
import java.util.function.Function;
import javax.lang.model.element.Element;
import javax.lang.model.element.ExecutableElement;
import javax.lang.model.element.VariableElement;

/** What it means to use methods and fields; each is judged once, as most are used many times. */
final class Uses {
  private final Env env;
  private final Contracts contracts;
  private final Function<Element, Use> judge = this::judge;
  private final Map<Element, Use> known = new HashMap<>();

  Uses(Env env, Contracts contracts) {
    this.env = env;
    this.contracts = contracts;
  }

  /**
   * What the use of a member means. It is asked for every name of a compilation. The map is left to
   * have it judged: a call from here would be compiled, with all that judging takes, into every
   * place that asks.
   */
  Use of(Element member) {
    return known.computeIfAbsent(member, judge);
  }

  private Use judge(Element member) {
    boolean concerns;
    boolean isConfinedCall = false;
    if (member instanceof ExecutableElement method) {
      concerns = contracts.concernsLocks(method) || isGuardedComponent(method);
      isConfinedCall = Env.isConfined(method);
    } else {
      concerns = contracts.isBound((VariableElement) member);
    }
    boolean isUnusable = contracts.isInvalid(member) && !contracts.isOfSource(member);
    return new Use(concerns, isConfinedCall, isUnusable);
  }

  private boolean isGuardedComponent(ExecutableElement method) {
    VariableElement field = Getters.component(env, method);
    return field != null && contracts.guard(field) != null;
  }
}
