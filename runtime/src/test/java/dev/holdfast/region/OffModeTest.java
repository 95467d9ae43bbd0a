package dev.holdfast.region;

import static org.assertj.core.api.Assertions.assertThat;

import dev.holdfast.Planted;
import java.io.IOException;
import java.io.InputStream;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.objectweb.asm.ClassReader;
import org.objectweb.asm.ClassVisitor;
import org.objectweb.asm.Label;
import org.objectweb.asm.MethodVisitor;
import org.objectweb.asm.Opcodes;

/**
 * That an assertion tests a constant before it does anything else, so that nothing is left of it
 * when it is off.
 */
final class OffModeTest {
  @ParameterizedTest
  @ValueSource(classes = {Region.class, AddressSpace.class})
  void assertionsBeginWithTheConstant(Class<?> type) throws IOException {
    List<String> firstSteps = firstStepsOfAssertions(type);
    assertThat(firstSteps).hasSizeGreaterThanOrEqualTo(3);
    assertThat(firstSteps).allMatch(step -> step.endsWith(": ENABLED, jump"));
  }

  /** An assertion that loads a field whatever the mode. */
  @Planted("an assertion loads a field whatever the mode")
  @ParameterizedTest
  @ValueSource(classes = LeakyAssertion.class)
  void loadBeforeTheConstantIsSeen(Class<?> type) throws IOException {
    assertThat(firstStepsOfAssertions(type)).containsExactly("assertLocked: field, ENABLED");
  }

  private static List<String> firstStepsOfAssertions(Class<?> type) throws IOException {
    List<String> result = new ArrayList<>();
    String resource = type.getName().substring(type.getPackageName().length() + 1) + ".class";
    try (InputStream in = type.getResourceAsStream(resource)) {
      new ClassReader(in)
          .accept(
              new ClassVisitor(Opcodes.ASM9) {
                @Override
                public MethodVisitor visitMethod(
                    int access, String name, String descriptor, String signature, String[] thrown) {
                  return name.startsWith("assert") ? new FirstTwo(name, result) : null;
                }
              },
              ClassReader.SKIP_DEBUG | ClassReader.SKIP_FRAMES);
    }
    return result;
  }

  /** Notes the first two instructions that load or decide something. */
  private static final class FirstTwo extends MethodVisitor {
    private final String method;
    private final List<String> result;
    private final List<String> steps = new ArrayList<>();

    FirstTwo(String method, List<String> result) {
      super(Opcodes.ASM9);
      this.method = method;
      this.result = result;
    }

    @Override
    public void visitFieldInsn(int opcode, String owner, String name, String descriptor) {
      steps.add(opcode == Opcodes.GETSTATIC ? name : "field");
    }

    @Override
    public void visitJumpInsn(int opcode, Label label) {
      steps.add("jump");
    }

    @Override
    public void visitMethodInsn(
        int opcode, String owner, String name, String descriptor, boolean isInterface) {
      steps.add("call");
    }

    @Override
    public void visitEnd() {
      result.add(method + ": " + String.join(", ", steps.subList(0, 2)));
    }
  }

  /** What must not be: the count is loaded whether or not anybody asks. */
  static final class LeakyAssertion {
    private int count;

    void assertLocked() {
      int seen = count;
      if (Assertions.ENABLED && seen == 0) {
        throw new AssertionError();
      }
    }
  }
}
