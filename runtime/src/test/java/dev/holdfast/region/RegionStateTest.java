package dev.holdfast.region;

import static dev.holdfast.region.RegionState.EXCLUDE;
import static dev.holdfast.region.RegionState.LIMIT;
import static org.assertj.core.api.Assertions.assertThat;

import dev.holdfast.Planted;
import java.io.IOException;
import java.io.InputStream;
import java.lang.reflect.Method;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.objectweb.asm.ClassReader;
import org.objectweb.asm.ClassVisitor;
import org.objectweb.asm.ClassWriter;
import org.objectweb.asm.MethodVisitor;
import org.objectweb.asm.Opcodes;

final class RegionStateTest {
  private final FakeRegion region = new FakeRegion(new ReaderExclusion());

  /** The predicates, in the order of the columns of {@link #TABLE}. */
  private static final List<String> PREDICATES =
      List.of("isDetached", "isExcluding", "admitsPin", "mayEndWait", "mayHaveReaders");

  /** Each kind of count against each predicate. */
  private static final Map<Integer, List<Boolean>> TABLE =
      Map.of(
          0, List.of(true, false, false, false, false),
          1, List.of(false, false, true, false, false),
          2, List.of(false, false, true, false, true),
          0x3ffffffe, List.of(false, false, true, false, true),
          0x3fffffff, List.of(false, false, false, false, true),
          0x40000000, List.of(false, true, false, true, false),
          0x40000001, List.of(false, true, false, true, false),
          0x40000002, List.of(false, true, false, false, true),
          0x7fffffff, List.of(false, true, false, false, true));

  @Test
  void countsMeanWhatTheTableSays() throws Exception {
    assertThat(decisions(RegionState.class)).isEqualTo(TABLE);
  }

  @Planted("the exclude flag or the limit is another number")
  @ParameterizedTest
  @CsvSource({
    "0x40000000, 0x20000000",
    "0x40000000, 0x80000000",
    "0x3fffffff, 0x3ffffffe",
    "0x3fffffff, 0x40000000"
  })
  void wrongConstantsAreSeen(String right, String wrong) throws Exception {
    Class<?> planted = withConstant(Long.decode(right).intValue(), Long.decode(wrong).intValue());

    assertThat(decisions(planted)).isNotEqualTo(TABLE);
  }

  private static Map<Integer, List<Boolean>> decisions(Class<?> type) throws Exception {
    Map<Integer, List<Boolean>> decisions = new HashMap<>();
    for (int count : TABLE.keySet()) {
      List<Boolean> row = new ArrayList<>();
      for (String predicate : PREDICATES) {
        Method method = type.getDeclaredMethod(predicate, int.class);
        method.setAccessible(true);
        row.add((Boolean) method.invoke(null, count));
      }
      decisions.put(count, row);
    }
    return decisions;
  }

  /** The class with one number in its code replaced by another. */
  private static Class<?> withConstant(int right, int wrong) throws IOException {
    ClassWriter writer = new ClassWriter(0);
    try (InputStream in = RegionState.class.getResourceAsStream("RegionState.class")) {
      new ClassReader(in)
          .accept(
              new ClassVisitor(Opcodes.ASM9, writer) {
                @Override
                public MethodVisitor visitMethod(
                    int access, String name, String descriptor, String signature, String[] thrown) {
                  return new MethodVisitor(
                      Opcodes.ASM9,
                      super.visitMethod(access, name, descriptor, signature, thrown)) {
                    @Override
                    public void visitLdcInsn(Object value) {
                      super.visitLdcInsn(value.equals(right) ? (Object) wrong : value);
                    }
                  };
                }
              },
              0);
    }
    byte[] code = writer.toByteArray();
    return new ClassLoader(RegionState.class.getClassLoader()) {
      Class<?> define() {
        return defineClass(RegionState.class.getName(), code, 0, code.length);
      }
    }.define();
  }

  @Test
  void constantsLeaveTheSignBitAlone() {
    assertThat(EXCLUDE).isEqualTo(0x40000000);
    assertThat(LIMIT).isEqualTo(0x3fffffff);
    assertThat(EXCLUDE + LIMIT).isEqualTo(Integer.MAX_VALUE);
  }

  @Test
  void attachDetachAttach() {
    assertThat(region.count()).isZero();
    region.publish();
    assertThat(region.count()).isEqualTo(1);
    assertThat(region.unpublish()).isZero();
    region.publish();
    assertThat(region.count()).isEqualTo(1);
  }

  @Test
  void pinRefusesDetachedAndChangesNothing() {
    assertThat(region.pin()).isZero();
    assertThat(region.count()).isZero();
  }

  @Test
  void pinRefusesWhileExcludingAndChangesNothing() {
    region.publish();
    region.exclude();
    assertThat(region.pin()).isEqualTo(EXCLUDE + 1);
    assertThat(region.count()).isEqualTo(EXCLUDE + 1);
  }

  @Test
  void pinRefusesAtTheLimitAndTakesTheLastPlaceBelow() {
    region.forceCount(LIMIT - 1);
    assertThat(region.pin()).isEqualTo(LIMIT - 1);
    assertThat(region.count()).isEqualTo(LIMIT);
    assertThat(region.pin()).isEqualTo(LIMIT);
    assertThat(region.count()).isEqualTo(LIMIT);
  }

  @Test
  void unpinReportsTheCountThatIsLeft() {
    region.publish();
    region.pin();
    region.pin();
    assertThat(region.unpin()).isEqualTo(2);
    assertThat(region.unpin()).isEqualTo(1);
  }

  @Test
  void excludeRefusesDetached() {
    assertThat(region.exclude()).isFalse();
    assertThat(region.count()).isZero();
  }

  @Test
  void includeTakesBackExclude() {
    region.forceCount(3);
    assertThat(region.exclude()).isTrue();
    assertThat(region.count()).isEqualTo(EXCLUDE + 3);
    assertThat(region.include()).isEqualTo(3);
  }

  @Test
  void newRegionMatchesNoSpace() {
    assertThat(region.sequence()).isEqualTo(RegionState.UNLOCKED);
    region.setSequence(5);
    assertThat(region.sequenceHint()).isEqualTo(5);
    region.clearSequence();
    assertThat(region.sequence()).isEqualTo(RegionState.UNLOCKED);
  }

  @Test
  void sequenceIsOddExactlyInAWriteCycle() {
    SpaceSequence sequence = new SpaceSequence();
    for (int cycle = 0; cycle < 3; cycle++) {
      assertThat(SpaceSequence.isWriteCycle(sequence.get())).isFalse();
      sequence.begin();
      assertThat(SpaceSequence.isWriteCycle(sequence.get())).isTrue();
      sequence.end();
    }
    assertThat(sequence.get()).isEqualTo(6);
  }

  @Test
  void narrowSequenceComesRoundWithItsParity() {
    SpaceSequence sequence = new SpaceSequence(2);
    sequence.begin();
    long first = sequence.get();
    sequence.end();
    sequence.begin();
    sequence.end();
    sequence.begin();
    assertThat(sequence.get()).isEqualTo(first);
  }
}
