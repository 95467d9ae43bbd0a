package c_misplaced_alias_type_parameter;

import dev.holdfast.annotations.Requires;

/** An alias that declares no target may stand on a type parameter, where it means nothing. */
final class Typed<@Typed.Locked S> { // expect: InvalidContract "has no meaning on a type parameter"
  @Requires("lock")
  @interface Locked {}

  @interface Other {}

  <@Locked T> T one(T of) { // expect: InvalidContract "has no meaning on a type parameter"
    return of;
  }

  <@Other T> T another(T of) {
    return of;
  }
}
