package dev.holdfast.lockdep;

import static dev.holdfast.lockdep.Mode.EXCLUSIVE;
import static dev.holdfast.lockdep.Mode.SHARED;
import static dev.holdfast.lockdep.Mode.SHARED_RECURSIVE;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

final class ModeTest {
  static Stream<Arguments> whoBlocksWhom() {
    return Stream.of(
        Arguments.of(EXCLUSIVE, EXCLUSIVE, true),
        Arguments.of(EXCLUSIVE, SHARED, true),
        Arguments.of(EXCLUSIVE, SHARED_RECURSIVE, true),
        Arguments.of(SHARED, EXCLUSIVE, true),
        Arguments.of(SHARED, SHARED, true),
        Arguments.of(SHARED, SHARED_RECURSIVE, false),
        Arguments.of(SHARED_RECURSIVE, EXCLUSIVE, true),
        Arguments.of(SHARED_RECURSIVE, SHARED, true),
        Arguments.of(SHARED_RECURSIVE, SHARED_RECURSIVE, false));
  }

  @ParameterizedTest
  @MethodSource("whoBlocksWhom")
  void blocksAsTheTableSays(Mode holder, Mode newcomer, boolean blocked) {
    assertThat(holder.blocks(newcomer)).isEqualTo(blocked);
  }
}
